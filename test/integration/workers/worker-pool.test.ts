import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import type { UncertaintyResult } from '../../../shared/model/uncertainty.ts';
import { addTally } from '../../../electron/engine/uncertainty/rank-tally.ts';
import {
  createSimulation,
  type SimulationSetup,
} from '../../../electron/engine/uncertainty/simulation.ts';
import { sharedNumbers } from '../../../electron/workers/shared-numbers.ts';
import { runBlocks } from '../../../electron/workers/worker-pool.ts';
import { syntheticRequest } from '../../bench/synthetic-request.ts';

function setup(draws: number): SimulationSetup {
  const request = syntheticRequest({ units: 12, dimensions: 3, leavesEach: 4, gaps: 0.2 });
  const values = sharedNumbers(request.values);
  return {
    request: { ...request, values },
    ranges: { low: values.map((x) => x * 0.9), high: values.map((x) => x * 1.1) },
    sources: {
      weights: { rule: 'dirichlet', concentration: 20 },
      locked: [],
      gaps: true,
      methods: {
        normalisation: [],
        aggregation: [],
        missing: ['available', 'median'],
        treatment: ['none', 'winsorise'],
      },
    },
    draws,
    seed: 99,
  };
}

async function run(
  given: SimulationSetup,
  workers: number,
  signal = new AbortController().signal,
  onBlock: (block: number) => void = () => {},
): Promise<UncertaintyResult> {
  const simulation = createSimulation(given);
  const whole = simulation.emptyTally();
  await runBlocks({
    work: { kind: 'uncertainty', setup: given },
    blockCount: simulation.blockCount,
    workers,
    signal,
    onBlock(tally, block) {
      addTally(whole, tally);
      onBlock(block);
    },
  });
  return simulation.summarise(whole);
}

function digest(result: UncertaintyResult): string {
  const hash = createHash('sha256');
  for (const part of Object.values(result)) {
    if (ArrayBuffer.isView(part)) hash.update(Buffer.from(part.buffer));
    else hash.update(JSON.stringify(part));
  }
  return hash.digest('hex');
}

describe('a simulation in workers', () => {
  it('gives identical bytes with 1, 2 and 5 workers', async () => {
    const given = setup(5 * 256 + 17);
    const blocks: number[] = [];
    const one = await run(given, 1);
    const two = await run(given, 2);
    const five = await run(given, 5, undefined, (block) => blocks.push(block));
    expect(one.draws).toBe(5 * 256 + 17);
    expect(digest(two)).toBe(digest(one));
    expect(digest(five)).toBe(digest(one));
    expect(blocks).toEqual(Array.from({ length: 6 }, (_, block) => block));
    expect(digest(await run({ ...given, seed: 98 }, 2))).not.toBe(digest(one));
  }, 60_000);

  it('stops in the middle when it is cancelled', async () => {
    const controller = new AbortController();
    let seen = 0;
    const running = run(setup(50_000_000), 2, controller.signal, () => {
      seen++;
      if (seen === 3) controller.abort();
    });
    await expect(running).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(seen).toBeLessThan(50);
  }, 60_000);

  it('tells what the engine refuses in a worker', async () => {
    const given = setup(10);
    const broken = { ...given, request: { ...given.request, values: new Float64Array(3) } };
    const running = runBlocks({
      work: { kind: 'uncertainty', setup: broken },
      blockCount: 1,
      workers: 1,
      signal: new AbortController().signal,
      onBlock: () => {},
    });
    await expect(running).rejects.toBeInstanceOf(AppError);
    await expect(running).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason: 'table-size' },
    });
  }, 60_000);
});
