import { type AggregationPlan, isWeightedSum } from './aggregation-plan.ts';
import type { NodeScores } from './aggregate.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import type { KnownColumns } from './known-columns.ts';

/** Units worked on together, so that the weights in effect of a block's aggregates stay in cache. */
const BLOCK = 1024;

/**
 * What every node adds to the unit's index score: its weight in effect for that unit × its value. The weight in effect
 * is its share among the siblings present, times the same of its parent, up to the index. So the children of a node sum
 * to what the node adds, and the leaves of a unit to its score. A missing node adds 0.
 *
 * @param known the leaves for sums that need not look, where they are prepared.
 * @param out N × U, node-major, receives the contributions; NaN for a unit without a score, and below a node whose
 *   aggregation is not a weighted sum.
 */
export function contributions(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  scores: NodeScores,
  known: KnownColumns | null = null,
  out: Float64Array = new Float64Array(scores.values.length),
): Float64Array {
  if (scores.presentWeight === null) wholeContributions(tree, shares, plan, scores, out);
  else partialContributions(tree, shares, plan, scores, scores.presentWeight, known, out);
  return out;
}

/** Nothing is missing: every weight in effect is the effective share. */
function wholeContributions(
  tree: FrameworkTree,
  { effective }: FrameworkShares,
  plan: AggregationPlan,
  { values, unitCount }: NodeScores,
  out: Float64Array,
): void {
  const isSplit = splitNodes(tree, plan);
  for (let node = 0; node < tree.nodeCount; node++) {
    const from = node * unitCount;
    const weight = isSplit[node] === 1 ? effective[node] : NaN;
    for (let at = from; at < from + unitCount; at++) out[at] = weight * values[at];
  }
}

/** N: 1 for the index and for every node above which there are weighted sums only. */
function splitNodes(tree: FrameworkTree, plan: AggregationPlan): Uint8Array {
  const isSplit = new Uint8Array(tree.nodeCount);
  isSplit[0] = 1;
  for (let node = 1; node < tree.nodeCount; node++) {
    const parent = tree.parent[node];
    const rule = plan.rules[parent];
    if (isSplit[parent] === 1 && rule !== undefined && isWeightedSum(rule)) isSplit[node] = 1;
  }
  return isSplit;
}

/**
 * Goes down the tree block by block. Of every aggregate it keeps the rate at which a child's share counts for a unit: the
 * aggregate's own weight in effect ÷ Σ shares of its children present. NaN for a unit without a score, 0 below what is missing.
 */
function partialContributions(
  tree: FrameworkTree,
  { local }: FrameworkShares,
  plan: AggregationPlan,
  { values, unitCount, rowOfNode }: NodeScores,
  presentWeight: Float64Array,
  known: KnownColumns | null,
  out: Float64Array,
): void {
  const rates = new Float64Array((tree.nodeCount - tree.leafCount) * BLOCK);
  const isSplit = splitNodes(tree, plan);
  for (let blockStart = 0; blockStart < unitCount; blockStart += BLOCK) {
    const size = Math.min(BLOCK, unitCount - blockStart);
    for (let node = 0; node < tree.nodeCount; node++) {
      const own = node * unitCount + blockStart;
      const ownValues = values.subarray(own, own + size);
      const ownOut = out.subarray(own, own + size);
      if (isSplit[node] === 0) {
        ownOut.fill(NaN);
        continue;
      }
      const row = rowOfNode[node];
      if (row < 0) {
        const parentRate = rates.subarray(rowOfNode[tree.parent[node]] * BLOCK);
        if (known === null) {
          leafContributions(ownValues, local[node], parentRate, ownOut);
        } else {
          const from = tree.leafOfNode[node] * unitCount + blockStart;
          knownContributions(known.values.subarray(from), local[node], parentRate, ownOut);
        }
        continue;
      }
      const presentStart = row * unitCount + blockStart;
      const present = presentWeight.subarray(presentStart, presentStart + size);
      const rate = rates.subarray(row * BLOCK, row * BLOCK + size);
      if (node === 0) {
        for (let at = 0; at < size; at++) {
          const x = ownValues[at];
          ownOut[at] = x;
          rate[at] = x === x ? 1 / present[at] : NaN;
        }
        continue;
      }
      const parentRate = rates.subarray(rowOfNode[tree.parent[node]] * BLOCK);
      const weighsByPresence = plan.presence === 'leaves';
      for (let at = 0; at < size; at++) {
        const x = ownValues[at];
        const whole = parentRate[at] * local[node];
        const weight = weighsByPresence ? whole * present[at] : whole;
        ownOut[at] = x === x ? weight * x : whole - whole;
        rate[at] = x === x ? weight / present[at] : whole - whole;
      }
    }
  }
}

/** `rate − rate` is 0, or NaN for a unit without a score: nothing can be added to it. */
function leafContributions(
  values: Float64Array,
  share: number,
  rates: Float64Array,
  out: Float64Array,
): void {
  for (let at = 0; at < out.length; at++) {
    const x = values[at];
    const rate = rates[at];
    out[at] = x === x ? rate * share * x : rate - rate;
  }
}

/** The same where a gap has the value 0: nothing to look at. */
function knownContributions(
  values: Float64Array,
  share: number,
  rates: Float64Array,
  out: Float64Array,
): void {
  for (let at = 0; at < out.length; at++) out[at] = rates[at] * share * values[at];
}
