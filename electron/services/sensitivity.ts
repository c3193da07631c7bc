import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { UncertaintySources } from '../../shared/model/uncertainty.ts';
import type { ScoringRequest } from '../engine/score.ts';
import { createSensitivityAnalysis } from '../engine/sensitivity/sensitivity-analysis.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { runBlocks } from '../workers/worker-pool.ts';
import type { JobRun } from './ports.ts';
import { drawnModelSetup, workerCount } from './uncertainty.ts';

/**
 * Variance-based sensitivity on all processors. The same request gives the same bytes whatever `workers` is.
 *
 * @throws AppError what the engine refuses, before anything is started; `E_CANCELLED`
 */
export async function runSensitivity(
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  { samples, seed, sources }: SensitivityRequest,
  { signal, progress }: JobRun,
  workers = workerCount(),
): Promise<SensitivityResult> {
  const setup = { ...drawnModelSetup(workbook, scoring, sources), samples, seed };
  const analysis = createSensitivityAnalysis(setup);
  const { blockCount } = analysis;
  const outputs = analysis.emptyOutputs();
  let filled = 0;
  await runBlocks({
    work: { kind: 'sensitivity', setup },
    blockCount,
    workers,
    signal,
    onBlock(part, block) {
      outputs.set(part, filled);
      filled += part.length;
      progress((block + 1) / blockCount, 'samples');
    },
  });
  return analysis.summarise(outputs);
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
