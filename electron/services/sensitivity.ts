import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { JobRun } from './ports.ts';
import { runInWorkers } from './run-in-workers.ts';
import { drawnModelSetup } from './uncertainty.ts';

/**
 * Variance-based sensitivity on all processors.
 *
 * @throws AppError what the engine refuses; `E_CANCELLED`
 */
export function runSensitivity(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { samples, seed, sources }: SensitivityRequest,
  run: JobRun,
): Promise<SensitivityResult> {
  const setup = { ...drawnModelSetup(workbook, scoring, sources), samples, seed };
  return runInWorkers({ kind: 'sensitivity', setup }, run);
}
