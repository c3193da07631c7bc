import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';

export const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);
export const Integers = z.custom<Int32Array>((value) => value instanceof Int32Array);
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Something the engine did or met that a reader must know; the interface and the brief put it into words. */
export const ScoringNote = z.strictObject({
  kind: z.enum([
    /** All present values are equal: the column carries no information and counts as missing. */
    'constant-column',
    'empty-column',
    /** The reference unit has no value here, or the worst one, so that no distance to it exists: counts as missing. */
    'reference-without-scale',
    'winsorised',
    'transformed',
    /** Gaps filled by the missing-data rule; which ones is in `imputed`. */
    'imputed',
    /** The node counts as missing for units that have too few of its direct children. */
    'below-availability',
  ]),
  node: NodeCode.nullable(),
  /** The one cell that the note is about, or null: it is about `cells` cells of the node. */
  unit: UnitCode.nullable(),
  cells: z.int().nonnegative(),
  /** Of a `transformed` column, else null. */
  transform: z.enum(['log10', 'log', 'reflected-log', 'box-cox']).nullable(),
  /** In the indicator's unit of measure; null where the note is not about one value. */
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type ScoringNote = z.infer<typeof ScoringNote>;

/**
 * Scores of all included units on all included nodes.
 * U = units.length, N = nodes.length. Matrices are node-major: value of node n for unit u at [n × U + u].
 * NaN = missing. Ranks are 1-based, 0 = not ranked.
 */
export const ScoringResult = z.strictObject({
  units: z.array(UnitCode),
  /** The index first, parents before children. */
  nodes: z.array(NodeCode),
  /** Product of local shares down the path, 0..1; 1 for the index. Length N. */
  effectiveWeight: Floats,
  /** Share among the siblings, 0..1. Length N. */
  localShare: Floats,
  /** N × U: normalised value of an indicator, score of an aggregate. */
  values: Floats,
  /** N × U: 1 for an imputed cell and for every aggregate that rests on one, else 0. */
  imputed: Bytes,
  /**
   * N × U: what the node adds to the unit's index score. The children of a node sum to it, so the leaves sum to the
   * score; a missing node adds 0. NaN for units without a score, and below a node whose aggregation is not a weighted sum.
   */
  contributions: Floats,
  /** U: score of the index and the lowest and highest that its gaps allow. */
  score: Floats,
  scoreLow: Floats,
  scoreHigh: Floats,
  /** U: share of the weight with a value, 0..1. */
  coverage: Floats,
  /** U */
  rank: Integers,
  /** U: certain bounds of the rank, among the ranked units. */
  rankBest: Integers,
  rankWorst: Integers,
  /** U: 5–95 % of the ranks over draws in which every gap is drawn over its scale; null when not computed. */
  plausible: z
    .strictObject({ low: Integers, high: Integers, draws: z.int(), seed: z.int() })
    .nullable(),
  notes: z.array(ScoringNote),
});
export type ScoringResult = z.infer<typeof ScoringResult>;
