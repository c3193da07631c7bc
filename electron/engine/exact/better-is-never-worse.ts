import type { Aggregation, Method, Normalisation } from '../../../shared/model/method.ts';

/** Rules under which a better value of one unit moves its own place up or not at all, and everybody else's down or not at all. */
const ORDERLY_NORMALISATIONS: ReadonlySet<Normalisation['rule']> = new Set([
  'min-max',
  'distance-to-max',
  'percentile-rank',
  'rank',
  'borda',
  'goalposts',
  'scaled',
]);
/** Those of them in which a gap stands at a place of the scale that no value moves. */
const FIXED_SCALES: ReadonlySet<Normalisation['rule']> = new Set([
  'min-max',
  'distance-to-max',
  'percentile-rank',
]);
/** Higher children never make a lower parent, and no other unit is looked at. */
const ORDERLY_AGGREGATIONS: ReadonlySet<Aggregation['rule']> = new Set([
  'arithmetic',
  'geometric',
  'harmonic',
  'power',
  'min',
  'max',
  'median',
]);

/**
 * True where a better value of one unit can never worsen its rank, whatever the data. It can wherever the value moves what
 * others are measured by to their advantage: the deviation of z-scores, the skew that decides on treatment, the mean that
 * fills a rival's gap, the lengths of TOPSIS, the order of others under Copeland, the least value under an open target.
 */
export function betterIsNeverWorse(method: Method): boolean {
  const { treatment, missing } = method;
  const isTreated =
    treatment.rule !== 'none' ||
    Object.values(treatment.byIndicator).some(({ rule }) => rule !== 'none');
  if (isTreated || !method.aggregation.every(({ rule }) => ORDERLY_AGGREGATIONS.has(rule))) {
    return false;
  }
  const normalisations = [method.normalisation, ...Object.values(method.normalisationByIndicator)];
  switch (missing) {
    case 'available':
    case 'available-leaf':
      return normalisations.every(({ rule }) => ORDERLY_NORMALISATIONS.has(rule));
    case 'zero':
    case 'bounds':
      return normalisations.every(({ rule }) => FIXED_SCALES.has(rule));
    default:
      return false;
  }
}
