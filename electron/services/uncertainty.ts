import { availableParallelism } from 'node:os';
import type { Confidence } from '../../shared/model/observation.ts';
import type {
  UncertaintyRequest,
  UncertaintyResult,
  UncertaintySources,
  ValueUncertainty,
} from '../../shared/model/uncertainty.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { DrawnModelSetup } from '../engine/uncertainty/drawn-model.ts';
import { addTally } from '../engine/uncertainty/rank-tally.ts';
import { createSimulation } from '../engine/uncertainty/simulation.ts';
import { valueRanges, type ValueRanges } from '../engine/uncertainty/value-ranges.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { iterateAdopted } from '../store/repositories/observations.ts';
import { sharedNumbers } from '../workers/shared-numbers.ts';
import { runBlocks } from '../workers/worker-pool.ts';
import type { JobRun } from './ports.ts';
import { cellTableOf } from './workbook-model.ts';

/** More threads than this bring no more: the counts are merged by one. */
const MOST_WORKERS = 8;

export function workerCount(): number {
  return Math.min(availableParallelism(), MOST_WORKERS);
}

/** For work that nobody watches or stops. */
export function unwatched(): JobRun {
  return { signal: new AbortController().signal, progress: () => {} };
}

/**
 * Monte Carlo on all processors. The same request gives the same bytes whatever `workers` is.
 *
 * @throws AppError what the engine refuses, before anything is started; `E_CANCELLED`
 */
export async function runUncertainty(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { draws, seed, sources }: UncertaintyRequest,
  { signal, progress }: JobRun,
  workers = workerCount(),
): Promise<UncertaintyResult> {
  const setup = { ...drawnModelSetup(workbook, scoring, sources), draws, seed };
  const simulation = createSimulation(setup);
  const { blockCount } = simulation;
  const whole = simulation.emptyTally();
  await runBlocks({
    work: { kind: 'uncertainty', setup },
    blockCount,
    workers,
    signal,
    onBlock(tally, block) {
      addTally(whole, tally);
      progress((block + 1) / blockCount, 'draws');
    },
  });
  return simulation.summarise(whole);
}

/** What is drawn, with its numbers in memory that all workers read. */
export function drawnModelSetup(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  sources: UncertaintySources,
): DrawnModelSetup {
  return {
    request: { ...scoring, values: sharedNumbers(scoring.values) },
    ranges: sources.values === null ? null : rangesOf(workbook, scoring, sources.values),
    sources,
  };
}

/** A value that a scenario replaces is an assumption, not a finding: it has no grade and counts as exact. */
function rangesOf(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  uncertainty: ValueUncertainty,
): ValueRanges {
  const table = cellTableOf(workbook);
  const columnOf = new Map(table.units.map((unit, column) => [unit, column]));
  const rowOf = new Map(table.indicators.map((indicator, row) => [indicator, row]));
  const grades: (Confidence | undefined)[] = [];
  for (const { unit, indicator, confidence } of iterateAdopted(workbook.reader)) {
    const row = rowOf.get(indicator);
    const column = columnOf.get(unit);
    if (row !== undefined && column !== undefined) {
      grades[row * table.units.length + column] = confidence;
    }
  }
  const { low, high } = valueRanges(scoring, uncertainty, (at) =>
    scoring.values[at] === table.values[at] ? (grades[at] ?? null) : null,
  );
  return { low: sharedNumbers(low), high: sharedNumbers(high) };
}
