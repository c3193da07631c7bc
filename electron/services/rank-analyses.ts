import type {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import type { AttainableRequest, AttainableResult } from '../../shared/model/weight-analysis.ts';
import type { RegionRequest } from '../engine/exact/weight-region.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { sharedNumbers } from '../workers/shared-numbers.ts';
import { checkMethodChoices } from './method-check.ts';
import type { JobRun } from './ports.ts';
import { runInWorkers } from './run-in-workers.ts';

/*
 * What becomes of the ranks when something else is chosen, on all processors.
 * Each throws what the engine refuses, and `E_CANCELLED`.
 */

export function runRemoveOne(scoring: ScoringRequest, run: JobRun): Promise<RemoveOneResult> {
  return runInWorkers({ kind: 'removeOne', setup: { scoring: shared(scoring) } }, run);
}

export function runTornado(
  scoring: ScoringRequest,
  { factor }: TornadoRequest,
  run: JobRun,
): Promise<TornadoResult> {
  return runInWorkers({ kind: 'tornado', setup: { scoring: shared(scoring), factor } }, run);
}

/**
 * @returns starts it
 * @throws AppError see `checkMethodChoices`
 */
export function prepareMultiverse(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { choices }: MultiverseRequest,
): (run: JobRun) => Promise<MultiverseResult> {
  checkMethodChoices(workbook, scoring.method, choices);
  const setup = { scoring: shared(scoring), choices };
  return (run) => runInWorkers({ kind: 'multiverse', setup }, run);
}

export function runAttainableRanks(
  scoring: ScoringRequest,
  { region }: AttainableRequest,
  run: JobRun,
): Promise<AttainableResult> {
  const setup = { scoring: shared(scoring), region: regionOf(region) };
  return runInWorkers({ kind: 'attainableRanks', setup }, run);
}

/** A region as the engine takes it. */
export function regionOf({ parent, spread, locked }: AttainableRequest['region']): RegionRequest {
  return {
    scope: parent === null ? { kind: 'leaves' } : { kind: 'siblings', parent },
    spread,
    locked: new Set(locked),
  };
}

/** With its numbers in memory that all workers read. */
function shared(scoring: ScoringRequest): ScoringRequest {
  return { ...scoring, values: sharedNumbers(scoring.values) };
}
