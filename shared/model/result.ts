import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';

const Floats = z.instanceof(Float64Array);
const Integers = z.instanceof(Int32Array);

/** Something the engine did or met that a reader must know; the interface and the brief put it into words. */
export const ScoringNote = z.strictObject({
  kind: z.enum([
    /** All present values are equal: the column carries no information and counts as missing. */
    'constant-column',
    'empty-column',
    'winsorised',
    'transformed',
    'imputed',
    /** A sibling group whose weights are all zero counts as missing. */
    'zero-weights',
    'below-availability',
  ]),
  node: NodeCode.nullable(),
  unit: UnitCode.nullable(),
  /** Value before, where the note is about one cell. */
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
  /**
   * N × U: what the node adds to the unit's index score; the leaves of a unit sum to its score and so do the nodes of
   * every level. NaN for all when an aggregation is not additive.
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
