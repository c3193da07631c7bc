import type { Confidence } from '../../shared/model/observation.ts';
import type {
  UncertaintyRequest,
  UncertaintyResult,
  UncertaintySources,
  ValueUncertainty,
} from '../../shared/model/uncertainty.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { DrawnModelSetup } from '../engine/uncertainty/drawn-model.ts';
import { valueRanges, type ValueRanges } from '../engine/uncertainty/value-ranges.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { iterateAdopted } from '../store/repositories/observations.ts';
import { sharedNumbers } from '../workers/shared-numbers.ts';
import { checkMethodChoices } from './method-check.ts';
import type { JobRun } from './ports.ts';
import { runInWorkers } from './run-in-workers.ts';
import { cellTableOf } from './workbook-model.ts';

/**
 * Monte Carlo on all processors. What it needs of the workbook is read now.
 *
 * @returns starts it; rejects with what the engine refuses, or `E_CANCELLED`
 */
export function prepareUncertainty(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { draws, seed, sources }: UncertaintyRequest,
): (run: JobRun) => Promise<UncertaintyResult> {
  const setup = { ...drawnModelSetup(workbook, scoring, sources), draws, seed };
  return (run) => runInWorkers({ kind: 'uncertainty', setup }, run);
}

/**
 * What is drawn, with its numbers in memory that all workers read.
 *
 * @throws AppError see `checkMethodChoices` and `valueRanges`
 */
export function drawnModelSetup(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  sources: UncertaintySources,
): DrawnModelSetup {
  checkMethodChoices(workbook, scoring.method, sources.methods);
  return {
    request: { ...scoring, values: sharedNumbers(scoring.values) },
    ranges: sources.values === null ? null : rangesOf(workbook, scoring, sources.values),
    sources,
  };
}

/** Grade of each adopted value, by cell of the table; null where there is none. */
export function gradesOf(workbook: OpenWorkbook): (Confidence | null)[] {
  const table = cellTableOf(workbook);
  const columnOf = new Map(table.units.map((unit, column) => [unit, column]));
  const rowOf = new Map(table.indicators.map((indicator, row) => [indicator, row]));
  const grades = Array.from<Confidence | null>({ length: table.values.length }).fill(null);
  for (const { unit, indicator, confidence } of iterateAdopted(workbook.reader)) {
    const row = rowOf.get(indicator);
    const column = columnOf.get(unit);
    if (row !== undefined && column !== undefined) {
      grades[row * table.units.length + column] = confidence;
    }
  }
  return grades;
}

/** A value that a scenario replaces is an assumption, not a finding: it has no grade and counts as exact. */
function rangesOf(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  uncertainty: ValueUncertainty,
): ValueRanges {
  const { values: adopted } = cellTableOf(workbook);
  const grades = gradesOf(workbook);
  const { low, high } = valueRanges(scoring, uncertainty, (at) =>
    scoring.values[at] === adopted[at] ? (grades[at] ?? null) : null,
  );
  return { low: sharedNumbers(low), high: sharedNumbers(high) };
}
