import {
  NO_METHOD_CHOICES,
  type MethodChoices,
  type UncertaintySources,
} from '../../shared/model/uncertainty.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { Method, MissingRule } from '../../shared/model/method.ts';
import type { ScoringRequest } from '../engine/score.ts';
import { readMethodChoicesFile } from '../exchange/method-choices-file.ts';

/** What one run takes as uncertain, as the command line asks it. */
export interface AskedSources {
  readonly weights: UncertaintySources['weights'];
  readonly locked: readonly string[];
  /** Half ranges by confidence grade; null: the values are exact. */
  readonly values: { readonly high: number; readonly medium: number; readonly low: number } | null;
  readonly gaps: boolean;
  readonly methods: AskedChoices;
}

/** None, those that are usually open, or those of a file. */
export type AskedChoices =
  | { readonly kind: 'none' }
  | { readonly kind: 'usual' }
  | { readonly kind: 'file'; readonly path: string };

/**
 * @param part parts of the method that this run has fixed: they are not among the usual choices
 * @throws AppError E_INPUT naming the place in a file of choices
 */
export async function sourcesOfRun(
  request: ScoringRequest,
  { weights, locked, values, gaps, methods }: AskedSources,
  part: Partial<Method>,
): Promise<UncertaintySources> {
  return {
    weights,
    locked: locked as NodeCode[],
    values: values === null ? null : { byConfidence: values, cells: [] },
    gaps,
    methods: await choicesOfRun(request, methods, part),
  };
}

/** @see sourcesOfRun */
export async function choicesOfRun(
  request: ScoringRequest,
  asked: AskedChoices,
  part: Partial<Method>,
): Promise<MethodChoices> {
  switch (asked.kind) {
    case 'none':
      return NO_METHOD_CHOICES;
    case 'usual':
      return usualChoices(request, part);
    case 'file':
      return readMethodChoicesFile(asked.path);
  }
}

/**
 * The method choices that are usually open: how values become comparable, how they are added up, and what a gap does. The
 * scales are those on which every mean is defined. What this run holds fixed is not open.
 */
function usualChoices({ values, method }: ScoringRequest, held: Partial<Method>): MethodChoices {
  const hasGaps = values.some((value) => Number.isNaN(value));
  return {
    normalisation:
      held.normalisation !== undefined
        ? []
        : [
            { rule: 'min-max', low: 1, high: 100 },
            { rule: 'rank', ties: 'min' },
          ],
    // On a scale that someone else chose the geometric mean may not exist.
    aggregation:
      held.aggregation !== undefined || held.normalisation !== undefined
        ? []
        : [[{ rule: 'arithmetic' }], [{ rule: 'geometric' }]],
    missing: held.missing !== undefined || !hasGaps ? [] : otherMissingRules(method.missing),
    treatment: [],
  };
}

function otherMissingRules(own: MissingRule): MissingRule[] {
  return [...new Set([own, 'available', 'available-leaf', 'median'] as const)];
}
