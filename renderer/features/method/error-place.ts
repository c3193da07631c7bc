import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';

/** The choice at which a refused method is told. */
export type MethodPlace =
  | { readonly choice: 'treatment' | 'normalisation' | 'aggregation' | 'missing' }
  | { readonly choice: 'indicator'; readonly indicator: NodeCode }
  | { readonly choice: 'whole' };

const CHOICE_OF: Readonly<
  Record<string, 'treatment' | 'normalisation' | 'aggregation' | 'missing'>
> = {
  'mean-needs-positive': 'aggregation',
  'mean-needs-non-negative': 'aggregation',
  'no-group-attribute': 'missing',
  'group-attribute-missing': 'missing',
  'group-attribute-unknown': 'missing',
  'unit-without-group': 'missing',
  'log-of-non-positive': 'treatment',
  'outside-transform': 'normalisation',
  'bounds-not-ascending': 'normalisation',
  'scale-not-ascending': 'normalisation',
  'thresholds-not-ascending': 'normalisation',
  'unknown-reference-unit': 'normalisation',
  'unknown-unit': 'normalisation',
  'target-not-above-worst': 'normalisation',
  'fraction-of-max-direction': 'normalisation',
  'fraction-of-max-not-positive': 'normalisation',
  'no-goalposts': 'normalisation',
  'no-scaled-bounds': 'normalisation',
  'no-scale-factor': 'normalisation',
  'no-target': 'normalisation',
  'range-too-wide': 'normalisation',
};

/** Where a refusal belongs: at the indicator whose own rule is refused, else at the part of the method. */
export function placeOfError(error: unknown, method: Method): MethodPlace {
  if (!(error instanceof AppError)) return { choice: 'whole' };
  const { reason, node } = error.details;
  const choice = CHOICE_OF[reason ?? ''];
  if (choice === undefined) return { choice: 'whole' };
  const indicator = node as NodeCode | undefined;
  const own =
    indicator !== undefined &&
    (choice === 'normalisation'
      ? Object.hasOwn(method.normalisationByIndicator, indicator)
      : choice === 'treatment' && Object.hasOwn(method.treatment.byIndicator, indicator));
  return own ? { choice: 'indicator', indicator } : { choice };
}
