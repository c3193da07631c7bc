import { availableParallelism } from 'node:os';
import { runAllBlocks } from '../../electron/engine/block-analysis.ts';
import { RandomStream } from '../../electron/engine/random.ts';
import type { ScoringRequest } from '../../electron/engine/score.ts';
import { createSensitivityAnalysis } from '../../electron/engine/sensitivity/sensitivity-analysis.ts';
import {
  createSimulation,
  type SimulationSetup,
} from '../../electron/engine/uncertainty/simulation.ts';
import { sharedNumbers } from '../../electron/workers/shared-numbers.ts';
import { workerFile } from '../../electron/workers/worker-file.ts';
import { runBlocks } from '../../electron/workers/worker-pool.ts';
import { NO_METHOD_CHOICES, type UncertaintySources } from '../../shared/model/uncertainty.ts';
import type { BenchRow } from './bench-row.ts';
import { syntheticRequest } from './synthetic-request.ts';

const WEIGHTS_ONLY: UncertaintySources = {
  weights: { rule: 'noise', factor: 0.25 },
  locked: [],
  values: null,
  gaps: false,
  methods: NO_METHOD_CHOICES,
};

/** What COINr takes for a design of this size on its own example, measured elsewhere. */
const COINR_MILLISECONDS = 416_000;

/** Monte Carlo and Sobol indices at 51 units × 49 indicators, 2.5 % gaps as in the reference data. */
export async function run(): Promise<BenchRow[]> {
  const synthetic = syntheticRequest({ units: 51, dimensions: 7, leavesEach: 7, gaps: 0.025 });
  const request = { ...synthetic, values: sharedNumbers(synthetic.values) };
  const floor = plainLoopDrawsPerSecond(request);
  const weights = await drawsPerSecond({ request, ranges: null, sources: WEIGHTS_ONLY }, 200_000);
  const ranges = {
    low: sharedNumbers(request.values.map((x) => x * 0.9)),
    high: sharedNumbers(request.values.map((x) => x * 1.1)),
  };
  const values = await drawsPerSecond({ request, ranges, sources: WEIGHTS_ONLY }, 40_000);
  const threads = Math.min(2, availableParallelism());
  return [
    ...rowsOf(`Monte Carlo, weights only, ${threads} workers`, weights, floor, 100_000),
    ...rowsOf(`Monte Carlo, values normalised again, ${threads} workers`, values, floor, 20_000),
    sobolRow(request),
  ];
}

interface DrawRate {
  readonly perSecond: number;
  /** Of processor time over all threads: what other programs take away does not count. */
  readonly perProcessorSecond: number;
}

/** The floor is plain weighted sums in one thread. */
function rowsOf(name: string, rate: DrawRate, floor: number, budget: number): BenchRow[] {
  const { perSecond, perProcessorSecond } = rate;
  return [
    { name, value: perSecond, unit: 'draws/s', floor, ratio: perSecond / floor, budget },
    { name: `${name}: a second of processor time`, value: perProcessorSecond, unit: 'draws' },
  ];
}

/** Without the start of the workers, which a run pays once. */
async function drawsPerSecond(
  setup: Omit<SimulationSetup, 'draws' | 'seed'>,
  draws: number,
): Promise<DrawRate> {
  const whole = { ...setup, draws, seed: 1 };
  const { blockCount } = createSimulation(whole);
  const warmUp = Math.floor(blockCount / 4);
  let started = 0;
  let usedBefore = process.cpuUsage();
  await runBlocks({
    analysis: { kind: 'uncertainty', setup: whole },
    from: 0,
    to: blockCount,
    workers: 2,
    file: workerFile('blocks'),
    onBlock: (_, block) => {
      if (block !== warmUp) return;
      started = performance.now();
      usedBefore = process.cpuUsage();
    },
  });
  const counted = (blockCount - 1 - warmUp) * (draws / blockCount);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(usedBefore);
  return { perSecond: counted / seconds, perProcessorSecond: counted / ((user + system) / 1e6) };
}

/** Uniform weights and weighted sums over the same matrix, and nothing else. */
function plainLoopDrawsPerSecond({ values, units }: ScoringRequest): number {
  const leaves = values.length / units.length;
  const stream = new RandomStream(1, 'floor');
  const weights = new Float64Array(leaves);
  const scores = new Float64Array(units.length);
  const draws = 20_000;
  let started = 0;
  for (let draw = -2000; draw < draws; draw++) {
    if (draw === 0) started = performance.now();
    stream.fillUniform(weights);
    scores.fill(0);
    for (let leaf = 0; leaf < leaves; leaf++) {
      for (let unit = 0; unit < scores.length; unit++) {
        scores[unit]! += weights[leaf]! * values[leaf * scores.length + unit]!;
      }
    }
  }
  return draws / ((performance.now() - started) / 1000);
}

function sobolRow(request: ScoringRequest): BenchRow {
  const started = performance.now();
  const analysis = createSensitivityAnalysis({
    request,
    ranges: null,
    sources: {
      ...WEIGHTS_ONLY,
      methods: {
        normalisation: [
          { rule: 'min-max', low: 1, high: 100 },
          { rule: 'rank', ties: 'min' },
        ],
        aggregation: [[{ rule: 'arithmetic' }], [{ rule: 'geometric' }]],
        missing: ['available', 'mean', 'median'],
        treatment: [],
      },
    },
    samples: 500,
    seed: 1,
  });
  runAllBlocks(analysis);
  const value = performance.now() - started;
  return {
    name: 'Sobol indices, N = 500, 4 inputs, one thread (floor: COINr’s time)',
    value,
    unit: 'ms',
    floor: COINR_MILLISECONDS,
    ratio: value / COINR_MILLISECONDS,
  };
}
