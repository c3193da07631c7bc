import type { MissingRule } from '../../../shared/model/method.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { aggregate } from '../aggregate.ts';
import type { AggregationPlan } from '../aggregation-plan.ts';
import type { FrameworkTree } from '../compile-framework.ts';
import type { NormalisedColumns } from '../normalise.ts';
import { middleScores } from '../score-interval.ts';
import { effectiveShares } from './effective-shares.ts';
import { linearScorer } from './linear-scorer.ts';

/** The index score of every unit, again and again with other weights and values. */
export interface IndexScorer {
  /**
   * Takes the columns that the following scores are made of. The same object may come again with other values: its gaps are
   * then where they were.
   *
   * @param frame L × U, what TOPSIS measures by: the columns before gaps were drawn.
   */
  use(columns: NormalisedColumns, frame: Float64Array): void;
  /**
   * @param local N, shares among siblings.
   * @param out U, receives the scores; NaN = missing.
   */
  score(local: Float64Array, out: Float64Array): void;
}

/**
 * Weighted sums at every level, without thresholds, have a scorer of their own; everything else goes through the aggregation
 * that makes the ranking.
 */
export function indexScorer(
  tree: FrameworkTree,
  plan: AggregationPlan,
  units: readonly Unit[],
  missing: MissingRule,
): IndexScorer {
  const isBounds = missing === 'bounds';
  if (!isBounds && plan.isLinear && plan.thresholds.every((threshold) => threshold === 0)) {
    return linearScorer(tree, plan.presence, units.length);
  }
  const effective = new Float64Array(tree.nodeCount);
  let used: { columns: NormalisedColumns; frame: Float64Array } | null = null;
  return {
    use(columns, frame) {
      used = { columns, frame };
    },
    score(local, out) {
      if (used === null) throw new Error('there are no columns to score');
      const { columns, frame } = used;
      effectiveShares(tree, local, effective);
      const shares = { local, effective };
      const scores = isBounds
        ? middleScores(tree, shares, plan, columns, units)
        : aggregate(tree, shares, plan, columns.values, units, frame);
      out.set(scores.values.subarray(0, units.length));
    },
  };
}
