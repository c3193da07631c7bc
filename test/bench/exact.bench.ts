import type { NodeCode } from '../../shared/model/ids.ts';
import { runAllBlocks } from '../../electron/engine/block-analysis.ts';
import { createAttainableRanks } from '../../electron/engine/exact/attainable-ranks.ts';
import { stabilityIntervals } from '../../electron/engine/exact/stability-interval.ts';
import { weightModel } from '../../electron/engine/exact/weight-model.ts';
import { criticWeights } from '../../electron/engine/weighting/critic-weights.ts';
import { entropyWeights } from '../../electron/engine/weighting/entropy-weights.ts';
import type { Columns } from '../../electron/engine/columns.ts';
import { RandomStream } from '../../electron/engine/random.ts';
import { createScorer } from '../../electron/engine/score.ts';
import { type BenchRow, medianMilliseconds } from './bench-row.ts';
import { syntheticRequest } from './synthetic-request.ts';

/** Exact statements at the sizes of the budgets, and the data-driven weights at a million units. */
export async function run(): Promise<BenchRow[]> {
  return [...stabilityRows(), ...attainableRows(), ...columnRows()];
}

function stabilityRows(): BenchRow[] {
  const request = syntheticRequest({ units: 1000, dimensions: 5, leavesEach: 10, gaps: 0.1 });
  const scorer = createScorer(request);
  const ask = (question: Parameters<typeof stabilityIntervals>[1]['question']) => () => {
    const model = weightModel(scorer, request.method);
    stabilityIntervals(model, { question, locked: new Set(), remembered: new Map() });
  };
  return [
    {
      name: 'stability intervals of all nodes, full order, 1,000 × 50',
      value: medianMilliseconds(ask({ kind: 'order' }), 20),
      unit: 'ms',
      budget: 50,
    },
    {
      name: 'stability intervals of all nodes, top 10, 1,000 × 50',
      value: medianMilliseconds(ask({ kind: 'top', count: 10 }), 20),
      unit: 'ms',
      budget: 50,
    },
  ];
}

/** Every ranked unit, both ends, all 49 indicator weights free within ± 25 %. */
function attainableRows(): BenchRow[] {
  return [0, 0.03].flatMap((gaps): BenchRow[] => {
    const request = syntheticRequest({ units: 51, dimensions: 7, leavesEach: 7, gaps });
    const region = {
      scope: { kind: 'leaves' },
      spread: 0.25,
      locked: new Set<NodeCode>(),
    } as const;
    const started = performance.now();
    const found = runAllBlocks(createAttainableRanks(request, region));
    const took = performance.now() - started;
    const proved = found
      .flatMap(({ best, worst }) => [best, worst])
      .filter(({ rank, bound }) => rank === bound).length;
    const what = `best and worst rank of all units, 51 × 49, ${gaps * 100} % gaps`;
    return [
      { name: what, value: took, unit: 'ms' },
      { name: `${what}: proved`, value: (100 * proved) / (2 * found.length), unit: '%' },
    ];
  });
}

function columnRows(): BenchRow[] {
  const rows = 1_000_000;
  const width = 25;
  const values = new Float64Array(rows * width);
  new RandomStream(7, 'columns').fillUniform(values);
  const columns: Columns = {
    units: Array.from({ length: rows }, () => ''),
    nodes: Array.from({ length: width }, (_, column) => `I${column}`),
    values,
  };
  const floor = medianMilliseconds(() => sumOf(values), 5, 1);
  const row = (name: string, work: () => unknown): BenchRow => {
    const value = medianMilliseconds(() => void work(), 5, 1);
    return { name, value, unit: 'ms', floor, ratio: value / floor };
  };
  return [
    row('CRITIC, 1,000,000 × 25 (floor: one loop that adds the matrix up)', () =>
      criticWeights(columns),
    ),
    row('entropy, 1,000,000 × 25 (floor: one loop that adds the matrix up)', () =>
      entropyWeights(columns),
    ),
  ];
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
}
