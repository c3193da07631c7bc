import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Aggregation, ColumnTreatment, Normalisation } from '../../../shared/model/method.ts';

/** In the order in which they are offered. */
export const NORMALISATIONS = [
  'min-max',
  'goalposts',
  'scaled',
  'distance-to-max',
  'distance-to-target',
  'distance-to-reference',
  'fraction-of-max',
  'z-score',
  'rank',
  'borda',
  'percentile-rank',
  'threshold-table',
] as const satisfies readonly Normalisation['rule'][];

export const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'power',
  'min',
  'max',
  'median',
  'copeland',
  'topsis',
] as const satisfies readonly Aggregation['rule'][];

export const COLUMN_TREATMENTS = [
  'none',
  'winsorise',
  'log',
  'box-cox',
] as const satisfies readonly ColumnTreatment['rule'][];

/** What a rule that was just chosen begins with. */
export interface Beginnings {
  /** First of the units scored. */
  readonly reference: UnitCode;
  /** Lowest and highest value of the indicator the rule is for; null: it is for all, or there is no range. */
  readonly range: { readonly lower: number; readonly upper: number } | null;
  /** Whether the framework states goalposts, or bounds and factor, for the indicator (for all: for every one). */
  readonly hasGoalposts: boolean;
  readonly hasScaledBounds: boolean;
}

export function newNormalisation(
  rule: Normalisation['rule'],
  { reference, range, hasGoalposts, hasScaledBounds }: Beginnings,
): Normalisation {
  switch (rule) {
    case 'min-max':
      return { rule, low: 0, high: 100 };
    case 'z-score':
      return { rule, mean: 0, standardDeviation: 1 };
    case 'rank':
    case 'borda':
    case 'percentile-rank':
      return { rule, ties: 'min' };
    case 'distance-to-max':
    case 'fraction-of-max':
      return { rule };
    case 'distance-to-reference':
      return { rule, reference, cap: false };
    case 'distance-to-target':
      return { rule, target: null, cap: false };
    case 'goalposts':
      return { rule, bounds: hasGoalposts ? null : range, truncate: true, factor: 100 };
    case 'scaled':
      return hasScaledBounds
        ? { rule, bounds: null, factor: null }
        : { rule, bounds: range, factor: 100 };
    case 'threshold-table':
      return { rule, steps: beginningSteps(range) };
  }
}

/** Three steps over the range, to be typed over. */
function beginningSteps(range: Beginnings['range']): { from: number; points: number }[] {
  const { lower, upper } = range ?? { lower: 0, upper: 100 };
  return [0.25, 0.5, 0.75].map((share) => ({
    from: Number((lower + share * (upper - lower)).toPrecision(3)),
    points: Math.round(share * 4) * 25,
  }));
}

export function newAggregation(rule: Aggregation['rule']): Aggregation {
  return rule === 'power' ? { rule, exponent: 0.5 } : { rule };
}

export function newColumnTreatment(rule: ColumnTreatment['rule']): ColumnTreatment {
  switch (rule) {
    case 'winsorise':
      return { rule, points: 1 };
    case 'box-cox':
      return { rule, exponent: 0 };
    default:
      return { rule };
  }
}
