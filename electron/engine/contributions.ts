import type { AggregationPlan } from './aggregation-plan.ts';
import { isWeightedSum } from './aggregation-plan.ts';
import type { NodeScores } from './aggregate.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';

/**
 * What every node adds to the unit's index score: its weight in effect for that unit × its value. The weight in effect
 * is its share among the siblings present, times the same of its parent, up to the index. So the children of a node sum
 * to what the node adds, and the leaves of a unit to its score. A missing node adds 0.
 *
 * @returns N × U, node-major; NaN for a unit without a score, and below a node whose aggregation is not a weighted sum.
 */
export function contributions(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  { unitCount, values, presence }: NodeScores,
): Float64Array {
  const parts = new Float64Array(values.length);
  const total = new Float64Array(unitCount);
  for (let unit = 0; unit < unitCount; unit++)
    parts[unit] = values[unit] === values[unit] ? 1 : NaN;

  // While going down, `parts` of a node holds its weight in effect; it becomes the contribution once its children have theirs.
  for (let node = 0; node < tree.nodeCount; node++) {
    const own = node * unitCount;
    const rule = plan.rules[node];
    if (rule !== undefined) {
      const children = tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]);
      if (isWeightedSum(rule)) {
        weightPresent(children, shares, values, presence, total);
        for (const child of children) {
          const offset = child * unitCount;
          const share = shares.local[child];
          for (let unit = 0; unit < unitCount; unit++) {
            const x = values[offset + unit];
            const inEffect = presence === null ? share : share * presence[offset + unit];
            parts[offset + unit] =
              x === x && total[unit] > 0
                ? (parts[own + unit] * inEffect) / total[unit]
                : zeroOrNaN(parts[own + unit]);
          }
        }
      } else {
        for (const child of children) {
          parts.fill(NaN, child * unitCount, (child + 1) * unitCount);
        }
      }
    }
    for (let unit = 0; unit < unitCount; unit++) {
      const x = values[own + unit];
      if (x === x) parts[own + unit] *= x;
    }
  }
  return parts;
}

/** Σ weight of the children present, per unit. */
function weightPresent(
  children: Int32Array,
  shares: FrameworkShares,
  values: Float64Array,
  presence: Float64Array | null,
  out: Float64Array,
): void {
  const unitCount = out.length;
  out.fill(0);
  for (const child of children) {
    const offset = child * unitCount;
    const share = shares.local[child];
    for (let unit = 0; unit < unitCount; unit++) {
      const x = values[offset + unit];
      if (x === x) out[unit] += presence === null ? share : share * presence[offset + unit];
    }
  }
}

/** A missing node adds 0, but to a unit without a score nothing can be added. */
function zeroOrNaN(weightOfParent: number): number {
  return weightOfParent === weightOfParent ? 0 : NaN;
}
