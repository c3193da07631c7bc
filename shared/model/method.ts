import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';

/** What is done to one column whatever its skew: the analyst's own choice for an indicator. */
export const ColumnTreatment = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('none') }),
  /** Moves this many points, whether or not the column counts as skewed. */
  z.strictObject({ rule: z.literal('winsorise'), points: z.int().positive() }),
  z.strictObject({ rule: z.literal('log') }),
  z.strictObject({ rule: z.literal('box-cox'), exponent: z.number() }),
]);
export type ColumnTreatment = z.infer<typeof ColumnTreatment>;

/** Outlier treatment of the raw columns. Formulas: docs/methods.md, treatment. */
export const Treatment = z.strictObject({
  rule: z.enum(['none', 'winsorise', 'winsorise+log']),
  /** Treat a column when |skew| ≥ skewLimit and excess kurtosis ≥ kurtosisLimit. */
  skewLimit: z.number().positive(),
  kurtosisLimit: z.number(),
  /** Most points that may be winsorised before the rule gives up (or takes logs). */
  winsoriseMost: z.int().nonnegative(),
  /** In place of `rule` for the indicators named. */
  byIndicator: z.record(NodeCode, ColumnTreatment),
});
export type Treatment = z.infer<typeof Treatment>;

export const TieRule = z.enum(['min', 'max', 'average']);
export type TieRule = z.infer<typeof TieRule>;

/** How a column becomes comparable. Formulas: docs/methods.md, normalisation. */
export const Normalisation = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('min-max'), low: z.number(), high: z.number() }),
  z.strictObject({
    rule: z.literal('z-score'),
    mean: z.number(),
    standardDeviation: z.number().positive(),
  }),
  z.strictObject({ rule: z.literal('rank'), ties: TieRule }),
  z.strictObject({ rule: z.literal('borda'), ties: TieRule }),
  z.strictObject({ rule: z.literal('percentile-rank'), ties: TieRule }),
  z.strictObject({ rule: z.literal('distance-to-max') }),
  z.strictObject({
    rule: z.literal('distance-to-reference'),
    reference: UnitCode,
    cap: z.boolean(),
  }),
  z.strictObject({
    rule: z.literal('distance-to-target'),
    /** null: the indicator's own target from the framework. */
    target: z.number().nullable(),
    cap: z.boolean(),
  }),
  z.strictObject({
    rule: z.literal('goalposts'),
    /** null: the indicator's own goalposts from the framework. */
    bounds: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
    truncate: z.boolean(),
    factor: z.number().positive(),
  }),
  z.strictObject({
    rule: z.literal('scaled'),
    bounds: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
    factor: z.number().positive().nullable(),
  }),
  z.strictObject({ rule: z.literal('fraction-of-max') }),
  z.strictObject({
    rule: z.literal('threshold-table'),
    /** Ascending thresholds: a value at or above `from` earns `points`; below the first earns 0. */
    steps: z
      .array(z.strictObject({ from: z.number(), points: z.number() }))
      .min(1)
      .max(1000),
  }),
]);
export type Normalisation = z.infer<typeof Normalisation>;

/** How the children of a node become its value. Power 0 is refused: use geometric. */
export const Aggregation = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('arithmetic') }),
  z.strictObject({ rule: z.literal('geometric') }),
  z.strictObject({ rule: z.literal('harmonic') }),
  z.strictObject({
    rule: z.literal('power'),
    exponent: z.number().refine((exponent) => exponent !== 0, 'power 0 is the geometric mean'),
  }),
  z.strictObject({ rule: z.literal('min') }),
  z.strictObject({ rule: z.literal('max') }),
  z.strictObject({ rule: z.literal('median') }),
  z.strictObject({ rule: z.literal('copeland') }),
  z.strictObject({ rule: z.literal('topsis') }),
]);
export type Aggregation = z.infer<typeof Aggregation>;

/** What happens to a gap. Formulas: docs/methods.md, missing data. */
export const MissingRule = z.enum([
  'available',
  'available-leaf',
  'zero',
  'mean',
  'median',
  'group-mean',
  'group-median',
  'unit-mean',
  'unit-median',
  'bounds',
]);
export type MissingRule = z.infer<typeof MissingRule>;

/** Everything that turns values and weights into scores: an editable assumption, stored in the workbook. */
export const Method = z.strictObject({
  treatment: Treatment,
  /** For every indicator without an entry in `normalisationByIndicator`. */
  normalisation: Normalisation,
  normalisationByIndicator: z.record(NodeCode, Normalisation),
  /** Bottom level first; one entry = every level; a framework deeper than the list repeats the last entry. */
  aggregation: z.array(Aggregation).min(1).max(20),
  missing: MissingRule,
  /** Unit attribute that names the group of group means; null unless `missing` needs it. */
  groupAttribute: z.string().max(1000).nullable(),
  /** Least share of present direct children, bottom level first; empty = no threshold. */
  availability: z.array(z.number().min(0).max(1)).max(20),
  /** Units below are scored but not ranked. */
  minCoverage: z.number().min(0).max(1),
});
export type Method = z.infer<typeof Method>;

/** The method of an imported workbook until the analyst chooses another. */
export const DEFAULT_METHOD: Method = {
  treatment: { rule: 'none', skewLimit: 2, kurtosisLimit: 3.5, winsoriseMost: 5, byIndicator: {} },
  normalisation: { rule: 'min-max', low: 0, high: 100 },
  normalisationByIndicator: {},
  aggregation: [{ rule: 'arithmetic' }],
  missing: 'available',
  groupAttribute: null,
  availability: [],
  minCoverage: 0,
};
