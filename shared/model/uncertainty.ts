import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';
import { Aggregation, Method, MissingRule, Normalisation, Treatment } from './method.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);
const Integers = z.custom<Int32Array>((value) => value instanceof Int32Array);

/** How the weights of siblings are drawn. Formulas: docs/methods.md, uncertainty. */
export const WeightUncertainty = z.discriminatedUnion('rule', [
  /** Every weight times 1 + factor · (2u − 1), u uniform on [0, 1): 0.25 = up to a quarter more or less. */
  z.strictObject({ rule: z.literal('noise'), factor: z.number().min(0).max(1) }),
  /** Around the declared shares; the larger the concentration, the nearer. A sibling with weight 0 keeps it. */
  z.strictObject({ rule: z.literal('dirichlet'), concentration: z.number().positive().max(1e9) }),
  /** Uniform over all that siblings can weigh: nothing is known about the weights (SMAA). */
  z.strictObject({ rule: z.literal('simplex') }),
]);
export type WeightUncertainty = z.infer<typeof WeightUncertainty>;

const HalfRange = z.number().min(0).max(1);

/** How far the adopted values may be off: uniform between value · (1 − range) and value · (1 + range). */
export const ValueUncertainty = z.strictObject({
  byConfidence: z.strictObject({ high: HalfRange, medium: HalfRange, low: HalfRange }),
  /** In place of the grade's range, in the indicator's unit of measure. */
  cells: z
    .array(
      z
        .strictObject({ unit: UnitCode, indicator: NodeCode, low: z.number(), high: z.number() })
        .refine(({ low, high }) => low <= high, 'low must not be above high'),
    )
    .max(100_000),
});
export type ValueUncertainty = z.infer<typeof ValueUncertainty>;

/** What each part of the method is drawn from, all choices alike; an empty list: the method's own. */
export const MethodChoices = z.strictObject({
  normalisation: z.array(Normalisation).max(20),
  aggregation: z.array(z.array(Aggregation).min(1).max(20)).max(20),
  missing: z.array(MissingRule).max(20),
  treatment: z.array(Treatment.shape.rule).max(20),
});
export type MethodChoices = z.infer<typeof MethodChoices>;

export const NO_METHOD_CHOICES: MethodChoices = {
  normalisation: [],
  aggregation: [],
  missing: [],
  treatment: [],
};

/** What is not known, each source on its own switch. */
export const UncertaintySources = z.strictObject({
  /** null: the weights are as declared. */
  weights: WeightUncertainty.nullable(),
  /** Nodes that keep their share among their siblings. */
  locked: z.array(NodeCode).max(100_000),
  /** null: the adopted values are exact. */
  values: ValueUncertainty.nullable(),
  /** True: every gap is drawn uniformly over its normalised scale; false: the missing-data rule decides. */
  gaps: z.boolean(),
  methods: MethodChoices,
});
export type UncertaintySources = z.infer<typeof UncertaintySources>;

export const Seed = z.int().nonnegative();

export const UncertaintyRequest = z.strictObject({
  /** Counts stay whole 32-bit numbers, two for each draw. */
  draws: z.int().min(1).max(1_000_000_000),
  seed: Seed,
  sources: UncertaintySources,
});
export type UncertaintyRequest = z.infer<typeof UncertaintyRequest>;

/**
 * Ranks over the draws. Only units that are ranked without uncertainty take part: R = units.length of N = nodes.length nodes.
 * A unit that a method choice leaves without a score is not ranked in that draw.
 */
export const UncertaintyResult = z.strictObject({
  units: z.array(UnitCode),
  nodes: z.array(NodeCode),
  draws: z.int(),
  seed: Seed,
  /** R: without any uncertainty. */
  nominalRank: Integers,
  /** R, over the draws in which the unit is ranked; NaN when it never is. Quantiles of type 7. */
  meanRank: Floats,
  medianRank: Floats,
  rank5: Floats,
  rank95: Floats,
  /** R × R: share of all draws in which unit u has rank r + 1, at [u × R + r]. */
  rankAcceptability: Floats,
  /** R × R: share of the draws in which unit a stands before unit b, a tie counting half, at [a × R + b]; ½ on the diagonal. */
  pairwiseWinning: Floats,
  /** R × N: mean share of each node among its siblings over the draws that the unit wins, at [u × N + n]; NaN when it never wins. */
  centralWeights: Floats,
});
export type UncertaintyResult = z.infer<typeof UncertaintyResult>;

/** Everything that one draw was made with, so that it can be scored again, and what came of it. */
export const DrawParameters = z.strictObject({
  draw: z.int().nonnegative(),
  method: Method,
  /** Share of each node among its siblings. */
  weights: z.array(z.strictObject({ node: NodeCode, share: z.number() })),
  /** Values that were drawn, in the indicator's unit of measure. */
  values: z.array(z.strictObject({ unit: UnitCode, indicator: NodeCode, value: z.number() })),
  /** Gaps that were drawn, on the normalised scale. */
  gaps: z.array(z.strictObject({ unit: UnitCode, indicator: NodeCode, normalised: z.number() })),
  /** The units of the result in its order; 0 and null: without a score in this draw. */
  ranking: z.array(
    z.strictObject({
      unit: UnitCode,
      rank: z.int().nonnegative(),
      score: z.number().nullable(),
    }),
  ),
});
export type DrawParameters = z.infer<typeof DrawParameters>;
