import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);
const Integers = z.custom<Int32Array>((value) => value instanceof Int32Array);
/** NaN: too few values, or no spread. */
const Statistic = z.union([z.number(), z.nan()]);

export const CorrelationKind = z.enum(['pearson', 'spearman', 'kendall']);
export type CorrelationKind = z.infer<typeof CorrelationKind>;

/** How the raw values of one indicator are spread, in its own unit of measure. */
export const IndicatorDistribution = z.strictObject({
  node: NodeCode,
  present: z.int(),
  missing: z.int(),
  lowest: Statistic,
  quartile1: Statistic,
  median: Statistic,
  quartile3: Statistic,
  highest: Statistic,
  mean: Statistic,
  standardDeviation: Statistic,
  /** Type 2, with the corrections for few values. */
  skew: Statistic,
  /** Excess over that of a normal distribution, type 2. */
  kurtosis: Statistic,
  /** Units beyond Tukey's fences: more than 1.5 interquartile ranges outside the middle half. */
  outliers: z.array(UnitCode),
  /** Bins of equal width; one edge more than counts. */
  histogram: z.strictObject({ edges: Floats, counts: Integers }),
});
export type IndicatorDistribution = z.infer<typeof IndicatorDistribution>;

export const UnitAvailability = z.strictObject({
  unit: UnitCode,
  /** Share of the indicators with an adopted value, and share of the weight. */
  indicators: z.number(),
  coverage: z.number(),
});
export type UnitAvailability = z.infer<typeof UnitAvailability>;

/** Do the children of a node measure one thing? */
export const GroupConsistency = z.strictObject({
  node: NodeCode,
  children: z.array(NodeCode),
  /** Cronbach's α of the children; null: undefined for these data. */
  alpha: z.number().nullable(),
  /** Share of variance of each principal component, largest first; null: there are none, see `refused`. */
  explained: Floats.nullable(),
  /** Loading of child c on component k at [k × children + c]. */
  loadings: Floats.nullable(),
  /** Units without a gap in any child, on which the components rest. */
  completeUnits: z.int(),
  refused: z.strictObject({ reason: z.string(), message: z.string() }).nullable(),
});
export type GroupConsistency = z.infer<typeof GroupConsistency>;

/** Two indicators to look at: they nearly say the same, or work against each other. */
export const PairFlag = z.strictObject({
  one: NodeCode,
  other: NodeCode,
  correlation: z.number(),
  /** Units that have both. */
  pairs: z.int(),
  kind: z.enum(['redundant', 'opposed']),
});
export type PairFlag = z.infer<typeof PairFlag>;

/** Everything that says whether a set of indicators fits its framework. I = indicators.length, U = units.length. */
export const Diagnosis = z.strictObject({
  kind: CorrelationKind,
  indicators: z.array(IndicatorDistribution),
  units: z.array(UnitAvailability),
  /** I × U, indicator-major: raw values in effect; NaN = missing. */
  values: Floats,
  /** I × I, symmetric: correlation of the normalised, oriented values. NaN where undefined. */
  correlation: Floats,
  /** I × I: how many units have both. */
  pairs: Integers,
  flags: z.array(PairFlag),
  groups: z.array(GroupConsistency),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
