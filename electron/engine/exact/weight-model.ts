import type { Method } from '../../../shared/model/method.ts';
import { CellState } from '../cell-state.ts';
import type { FrameworkTree } from '../compile-framework.ts';
import { tieTolerance } from '../rank.ts';
import type { PreparedData, Scorer } from '../score.ts';
import { type MeanTransform, meanTransform } from './mean-transform.ts';

/**
 * What the exact statements need of a scored scenario: the values of every node as they stand, how much of each node's
 * weight is present and covered for each unit, and who is ranked.
 */
export interface WeightModel {
  readonly tree: FrameworkTree;
  /** N: null for leaves and where the aggregation is no mean with a transform. */
  readonly means: readonly (MeanTransform | null)[];
  /** N: least share of present direct children. */
  readonly thresholds: Float64Array;
  /** Does a child count with the share of its leaves that are present, or as a whole? */
  readonly presenceBy: 'children' | 'leaves';
  readonly unitCount: number;
  readonly units: readonly string[];
  /** N: share among the siblings, and its product down the path. */
  readonly local: Float64Array;
  readonly effective: Float64Array;
  /** N × U: normalised value or score, under `bounds` a gap stands in the middle of its scale; NaN = missing. */
  readonly values: Float64Array;
  /**
   * N × U: what a child brings of its own share into its parent's mean: 0 when it is missing, else 1, or its share of
   * present leaves under `available-leaf`.
   */
  readonly presence: Float64Array;
  /** N × U: share of the node's weight with an adopted value. */
  readonly covered: Float64Array;
  /** U */
  readonly score: Float64Array;
  readonly ranked: Uint8Array;
  /** Ranked units, best first; equal scores in the order of the units. */
  readonly order: Int32Array;
  /** Scores that differ by no more are equal. */
  readonly tolerance: number;
  /** A ranked unit has at least this coverage (rounding allowed for); 0 = any. */
  readonly leastCoverage: number;
}

/** @param method the method that the scorer was made with */
export function weightModel(
  { prepared, result }: Pick<Scorer, 'prepared' | 'result'>,
  method: Method,
): WeightModel {
  const { tree, plan, columns } = prepared;
  const { unitCount } = columns;
  const isBounds = method.missing === 'bounds';
  const values = isBounds ? withGapsInTheMiddle(prepared, result.values) : result.values;
  const ranked = Uint8Array.from(result.rank, (rank) => (rank > 0 ? 1 : 0));
  return {
    tree,
    // The middle of two means is a mean of middles for weighted sums only.
    means: plan.rules.map((rule) =>
      rule === undefined || (isBounds && !plan.isLinear) ? null : meanTransform(rule),
    ),
    thresholds: isBounds ? new Float64Array(tree.nodeCount) : plan.thresholds,
    presenceBy: plan.presence,
    unitCount,
    units: result.units,
    local: result.localShare,
    effective: result.effectiveWeight,
    values,
    ...presenceAndCover(prepared, result.localShare, values),
    score: result.score,
    ranked,
    order: rankedOrder(ranked, result.score),
    tolerance: tieTolerance(result.score.filter((_, unit) => ranked[unit] === 1)),
    leastCoverage: Math.max(0, method.minCoverage - 1e-9),
  };
}

function withGapsInTheMiddle({ tree, columns }: PreparedData, values: Float64Array): Float64Array {
  const { unitCount, scaleLow, scaleHigh } = columns;
  const filled = values.slice();
  tree.nodeOfLeaf.forEach((node, leaf) => {
    const middle = (scaleLow[leaf] + scaleHigh[leaf]) / 2;
    for (let at = node * unitCount; at < (node + 1) * unitCount; at++) {
      if (filled[at] !== filled[at]) filled[at] = middle;
    }
  });
  return filled;
}

function presenceAndCover(
  { tree, plan, columns }: PreparedData,
  local: Float64Array,
  values: Float64Array,
): { presence: Float64Array; covered: Float64Array } {
  const { unitCount } = columns;
  const presence = new Float64Array(values.length);
  const covered = new Float64Array(values.length);
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    const own = node * unitCount;
    const leaf = tree.leafOfNode[node];
    if (leaf >= 0) {
      for (let unit = 0; unit < unitCount; unit++) {
        const state = columns.state[leaf * unitCount + unit];
        covered[own + unit] =
          state === CellState.observed || state === CellState.uninformative ? 1 : 0;
      }
    }
    for (let at = tree.childStart[node]; at < tree.childStart[node + 1]; at++) {
      const child = tree.children[at] * unitCount;
      const share = local[tree.children[at]];
      for (let unit = 0; unit < unitCount; unit++) {
        covered[own + unit] += share * covered[child + unit];
        presence[own + unit] += share * presence[child + unit];
      }
    }
    for (let unit = 0; unit < unitCount; unit++) {
      if (values[own + unit] !== values[own + unit]) presence[own + unit] = 0;
      else if (leaf >= 0 || plan.presence === 'children') presence[own + unit] = 1;
    }
  }
  return { presence, covered };
}

function rankedOrder(ranked: Uint8Array, score: Float64Array): Int32Array {
  const order = Array.from(ranked.keys()).filter((unit) => ranked[unit] === 1);
  return Int32Array.from(order.sort((one, other) => score[other] - score[one] || one - other));
}
