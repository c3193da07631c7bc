import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { JobRun } from './ports.ts';
import { runInWorkers } from './run-in-workers.ts';
import { drawnModelSetup } from './uncertainty.ts';

/**
 * Variance-based sensitivity on all processors. What it needs of the workbook is read now.
 *
 * @returns starts it; rejects with what the engine refuses, or `E_CANCELLED`
 */
export function prepareSensitivity(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { samples, seed, sources }: SensitivityRequest,
): (run: JobRun) => Promise<SensitivityResult> {
  const setup = { ...drawnModelSetup(workbook, scoring, sources), samples, seed };
  return (run) => runInWorkers({ kind: 'sensitivity', setup }, run);
}
