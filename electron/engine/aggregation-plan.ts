import type { Aggregation, Method } from '../../shared/model/method.ts';
import type { FrameworkTree } from './compile-framework.ts';

/** Which aggregation applies to which node, and what a gap does to it. */
export interface AggregationPlan {
  /** N: undefined for leaves. */
  readonly rules: readonly (Aggregation | undefined)[];
  /** N: least share of present direct children; 0 = no threshold. */
  readonly thresholds: Float64Array;
  /**
   * `children`: the local shares of the children present are re-scaled (rule `available`).
   * `leaves`: the same after each child's share is multiplied by the share of weight its own subtree has, so that
   * weighted sums at every level are Σ effective weight · value / Σ effective weight over the leaves present (`available-leaf`).
   */
  readonly presence: 'children' | 'leaves';
  /** True when every aggregate is a weighted sum, so that a score is linear in its leaves. */
  readonly isLinear: boolean;
  /** True when some aggregate compares units with each other, so that a unit's score depends on all. */
  readonly unitsInteract: boolean;
  /** True for passes over filled gaps: a 0 at the end of a scale takes the limit of means that need x > 0. */
  readonly zeroIsLimit: boolean;
}

/** Lists run bottom level first; a deeper framework repeats the last entry. */
export function planAggregation(
  tree: FrameworkTree,
  method: Pick<Method, 'aggregation' | 'availability' | 'missing'>,
): AggregationPlan {
  const rules: (Aggregation | undefined)[] = [];
  const thresholds = new Float64Array(tree.nodeCount);
  for (let node = 0; node < tree.nodeCount; node++) {
    const level = tree.level[node];
    if (tree.leafOfNode[node] >= 0) {
      rules.push(undefined);
      continue;
    }
    rules.push(entryOfLevel(method.aggregation, level));
    thresholds[node] = entryOfLevel(method.availability, level) ?? 0;
  }
  return {
    rules,
    thresholds,
    presence: method.missing === 'available-leaf' ? 'leaves' : 'children',
    isLinear: rules.every((rule) => rule === undefined || isWeightedSum(rule)),
    unitsInteract: rules.some((rule) => rule?.rule === 'copeland'),
    zeroIsLimit: false,
  };
}

/** Contributions exist exactly for these aggregations. */
export function isWeightedSum(rule: Aggregation): boolean {
  return rule.rule === 'arithmetic';
}

function entryOfLevel<Entry>(list: readonly Entry[], level: number): Entry | undefined {
  return list[Math.min(level, list.length) - 1];
}

/** The plan for columns whose gaps are filled with places on their scales: no threshold, zeros are limits. */
export function planForFilledGaps(plan: AggregationPlan): AggregationPlan {
  return { ...plan, thresholds: new Float64Array(plan.thresholds.length), zeroIsLimit: true };
}
