import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import type { UncertaintyResult } from '../../../shared/model/uncertainty.ts';
import type { RankTally } from '../../../electron/engine/uncertainty/rank-tally.ts';
import {
  BLOCK_DRAWS,
  createSimulation,
  type SimulationSetup,
} from '../../../electron/engine/uncertainty/simulation.ts';
import { runAnalysis } from '../../../electron/workers/run-analysis.ts';
import { sharedNumbers } from '../../../electron/workers/shared-numbers.ts';
import { workerFile } from '../../../electron/workers/worker-file.ts';
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

interface Watch {
  readonly workers: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

function run(
  given: SimulationSetup,
  { workers, signal = new AbortController().signal, onProgress = () => {} }: Watch,
): Promise<UncertaintyResult> {
  return runAnalysis({ kind: 'uncertainty', setup: given }, { workers, signal, onProgress });
}

function digest(result: UncertaintyResult): string {
  const hash = createHash('sha256');
  for (const part of Object.values(result)) {
    if (ArrayBuffer.isView(part)) hash.update(Buffer.from(part.buffer));
    else hash.update(JSON.stringify(part));
  }
  return hash.digest('hex');
}

describe('blocks in workers', () => {
  it('come in their order, the same with 1, 2 and 5 workers', async () => {
    const given = setup(5 * BLOCK_DRAWS + 17);
    const results: string[] = [];
    for (const workers of [1, 2, 5]) {
      const gathering = createSimulation(given).gather();
      const blocks: number[] = [];
      await runBlocks({
        analysis: { kind: 'uncertainty', setup: given },
        from: 0,
        to: 6,
        workers,
        file: workerFile('blocks'),
        onBlock(part, block) {
          gathering.add(part as RankTally);
          blocks.push(block);
        },
      });
      expect(blocks).toEqual([0, 1, 2, 3, 4, 5]);
      const result = gathering.result();
      expect(result.draws).toBe(5 * BLOCK_DRAWS + 17);
      results.push(digest(result));
    }
    expect(results).toEqual([results[0], results[0], results[0]]);
    expect(digest(await run(given, { workers: 5 }))).toBe(results[0]);
    expect(digest(await run({ ...given, seed: 98 }, { workers: 2 }))).not.toBe(results[0]);
  }, 60_000);
});

describe('an analysis in threads of its own', () => {
  it('leaves this thread free and tells how far it is', async () => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const fractions: number[] = [];
    const started = process.threadCpuUsage();
    await run(setup(40_000), { workers: 2, onProgress: (fraction) => fractions.push(fraction) });
    clearInterval(beat);
    const { user } = process.threadCpuUsage(started);
    expect(fractions.length).toBeGreaterThan(0);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    // Of seconds of work, the start of a thread and one message in a while.
    expect(user / 1000).toBeLessThan(200);
    expect(longest).toBeLessThan(1000);
  }, 60_000);

  it('stops in the middle when it is cancelled, with every thread', async () => {
    const controller = new AbortController();
    const running = run(setup(50_000_000), {
      workers: 2,
      signal: controller.signal,
      onProgress: (fraction) => {
        if (fraction > 0) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'E_CANCELLED' });
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(150);
  }, 60_000);

  it('tells what the engine refuses', async () => {
    const given = setup(10);
    const broken = { ...given, request: { ...given.request, values: new Float64Array(3) } };
    const running = run(broken, { workers: 1 });
    await expect(running).rejects.toBeInstanceOf(AppError);
    await expect(running).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason: 'table-size' },
    });
  }, 60_000);
});
