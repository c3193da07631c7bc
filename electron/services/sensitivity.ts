import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { UncertaintySources } from '../../shared/model/uncertainty.ts';
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

/** Parts of the method that a person has fixed for a run: they are no inputs. */
export interface HeldParts {
  readonly normalisation: boolean;
  readonly aggregation: boolean;
  readonly missing: boolean;
}

/**
 * The four questions that are usually open: how far the weights may be off, how values become comparable, how they are
 * added up, and what a gap does. The scales are those on which every mean is defined.
 */
export function usualSources(
  { values, method }: ScoringRequest,
  held: HeldParts,
  weightNoise: number,
): UncertaintySources {
  const hasGaps = values.some((value) => Number.isNaN(value));
  return {
    weights: { rule: 'noise', factor: weightNoise },
    locked: [],
    values: null,
    gaps: false,
    methods: {
      normalisation: held.normalisation
        ? []
        : [
            { rule: 'min-max', low: 1, high: 100 },
            { rule: 'rank', ties: 'min' },
          ],
      // On a scale that someone else chose the geometric mean may not exist.
      aggregation:
        held.aggregation || held.normalisation
          ? []
          : [[{ rule: 'arithmetic' }], [{ rule: 'geometric' }]],
      missing: held.missing || !hasGaps ? [] : otherMissingRules(method.missing),
      treatment: [],
    },
  };
}

function otherMissingRules(
  own: UncertaintySources['methods']['missing'][number],
): UncertaintySources['methods']['missing'] {
  return [...new Set([own, 'available', 'available-leaf', 'median'] as const)];
}
