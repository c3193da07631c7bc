import {
  NO_METHOD_CHOICES,
  type MethodChoices,
  type UncertaintySources,
} from '../../shared/model/uncertainty.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import { usualMethodChoices } from '../../shared/model/usual-method-choices.ts';
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
      return openChoices(request, part);
    case 'file':
      return readMethodChoicesFile(asked.path);
  }
}

/** The usual choices, but for what this run holds fixed: that is not open. */
function openChoices({ values, method }: ScoringRequest, held: Partial<Method>): MethodChoices {
  const usual = usualMethodChoices(
    method,
    values.some((value) => Number.isNaN(value)),
  );
  const isScaleHeld = held.normalisation !== undefined;
  return {
    ...usual,
    normalisation: isScaleHeld ? [] : usual.normalisation,
    // On a scale that someone else chose the geometric mean may not exist.
    aggregation: isScaleHeld || held.aggregation !== undefined ? [] : usual.aggregation,
    missing: held.missing !== undefined ? [] : usual.missing,
  };
}
