import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import type { UncertaintyResult } from '../../../shared/model/uncertainty.ts';
import {
  BLOCK_DRAWS,
  type SimulationSetup,
} from '../../../electron/engine/uncertainty/simulation.ts';
import type { Analysis } from '../../../electron/workers/analysis.ts';
import { openAnalysis } from '../../../electron/workers/open-analysis.ts';
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

function digest(result: object): string {
  const hash = createHash('sha256');
  for (const part of Object.values(result)) {
    if (ArrayBuffer.isView(part)) hash.update(Buffer.from(part.buffer));
    else hash.update(JSON.stringify(part));
  }
  return hash.digest('hex');
}

const DRAWS = 5 * BLOCK_DRAWS + 17;

/** The same workbook with one weight moved: what paired draws compare. */
function reweighed({ request }: SimulationSetup): SimulationSetup['request'] {
  const nodes = request.framework.nodes.map((node, at) =>
    at === 1 ? { ...node, weight: node.weight * 2 } : node,
  );
  return { ...request, framework: { ...request.framework, nodes } };
}

const ANALYSES: Readonly<Record<string, Analysis>> = {
  uncertainty: { kind: 'uncertainty', setup: setup(DRAWS) },
  'paired draws of two scenarios': {
    kind: 'paired',
    setup: {
      first: setup(DRAWS),
      second: { ...setup(DRAWS), request: reweighed(setup(DRAWS)) },
      draws: DRAWS,
      seed: 99,
    },
  },
};

describe('blocks in workers', () => {
  it.each(Object.entries(ANALYSES))(
    'come in their order, the same with 1, 2 and 5 workers: %s',
    async (_name, analysis) => {
      const results: string[] = [];
      for (const workers of [1, 2, 5]) {
        const { blockCount, gather } = openAnalysis(analysis);
        expect(blockCount).toBe(6);
        const gathering = gather();
        const blocks: number[] = [];
        await runBlocks({
          analysis,
          from: 0,
          to: blockCount,
          workers,
          file: workerFile('blocks'),
          onBlock(part, block) {
            gathering.add(part);
            blocks.push(block);
          },
        });
        expect(blocks).toEqual([0, 1, 2, 3, 4, 5]);
        results.push(digest(gathering.result() as object));
      }
      expect(results).toEqual([results[0], results[0], results[0]]);
      const alone = { signal: new AbortController().signal, onProgress: () => {} };
      expect(digest(await runAnalysis(analysis, { ...alone, workers: 5 }))).toBe(results[0]);
      const otherSeed = { ...analysis, setup: { ...analysis.setup, seed: 98 } } as Analysis;
      expect(digest(await runAnalysis(otherSeed, { ...alone, workers: 2 }))).not.toBe(results[0]);
    },
    60_000,
  );
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
