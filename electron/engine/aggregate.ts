import type { Aggregation } from '../../shared/model/method.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { AggregationPlan } from './aggregation-plan.ts';
import { blockMean } from './block-mean.ts';
import { type ChildColumns, weightOfChild } from './child-columns.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import { copeland } from './copeland.ts';
import type { KnownColumns } from './known-columns.ts';
import { nodeTopsis } from './node-topsis.ts';
import { childMaximum, childMedian, childMinimum } from './order-statistics.ts';

/** Scores of every node, node-major: node n, unit u at [n × U + u]. */
export interface NodeScores {
  readonly unitCount: number;
  /** N × U: the normalised value of a leaf, the score of an aggregate; NaN = missing. */
  readonly values: Float64Array;
  /** N: row of an aggregate in `presentWeight`, −1 for a leaf. */
  readonly rowOfNode: Int32Array;
  /**
   * Aggregates × U: Σ of the weights of the children present; with a plan that weighs by leaves, the share of the weight
   * below the node that is present. Null where nothing is missing.
   */
  readonly presentWeight: Float64Array | null;
  /** N: for how many units the node is missing because too few of its children are present. */
  readonly belowThreshold: Int32Array;
}

/** Everything one aggregation reads, and the scores that it fills bottom up. */
export interface AggregationPass extends NodeScores {
  readonly tree: FrameworkTree;
  readonly shares: FrameworkShares;
  readonly plan: AggregationPlan;
  readonly units: readonly Unit[];
  /** L × U: the columns whose norms, best and worst values TOPSIS measures by. */
  readonly frame: Float64Array;
  /** Whether that is the columns aggregated, so that none of their values lies beyond it. */
  readonly isOwnFrame: boolean;
  /** The same leaves for sums that need not look; null where they are not prepared. */
  readonly known: KnownColumns | null;
}

/**
 * Aggregates normalised columns level by level, bottom up (OECD/JRC Handbook 2008, step 6).
 *
 * A child without a value is left out and the weights of the others are re-scaled, in every mean alike. A node is missing
 * for a unit when no child with a positive weight is present (for minimum, maximum and median: no child at all), or when
 * the share of its children that are present is below its threshold.
 *
 * @param columns L × U, leaf-major: leaf l, unit u at [l × U + u]; NaN = missing.
 * @param units U, named in errors.
 * @param frame what TOPSIS measures by, where that is not `columns` itself: gaps filled in `columns` move no ideal.
 * @throws AppError `E_PRECONDITION` for a mean that is not defined for a value; names unit, node and value.
 */
export function aggregate(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: Float64Array,
  units: readonly Unit[],
  frame: Float64Array = columns,
): NodeScores {
  return runPass(beginPass(tree, shares, plan, columns, units, frame));
}

/** Puts the leaves into the node-major matrix; `runPass` or `aggregateNode` does the rest, children before parents. */
export function beginPass(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: Float64Array,
  units: readonly Unit[],
  frame: Float64Array,
): AggregationPass {
  const unitCount = units.length;
  const values = new Float64Array(tree.nodeCount * unitCount);
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const column = columns.subarray(leaf * unitCount, (leaf + 1) * unitCount);
    values.set(column, tree.nodeOfLeaf[leaf] * unitCount);
  }
  let aggregates = 0;
  const rowOfNode = Int32Array.from(tree.leafOfNode, (leaf) => (leaf < 0 ? aggregates++ : -1));
  const presentWeight = hasMissing(columns) ? new Float64Array(aggregates * unitCount) : null;
  const belowThreshold = new Int32Array(tree.nodeCount);
  return {
    tree,
    shares,
    plan,
    units,
    unitCount,
    values,
    rowOfNode,
    presentWeight,
    belowThreshold,
    frame,
    isOwnFrame: frame === columns,
    known: null,
  };
}

/** Fills the scores of all aggregates, whatever they held before. */
export function runPass(pass: AggregationPass): NodeScores {
  for (let node = pass.tree.nodeCount - 1; node >= 0; node--) {
    if (pass.plan.rules[node] !== undefined) aggregateNode(pass, node);
  }
  return pass;
}

export function aggregateNode(pass: AggregationPass, node: number): void {
  const { plan, values, rowOfNode, unitCount } = pass;
  const children = childColumns(pass, node);
  const out = values.subarray(node * unitCount, (node + 1) * unitCount);
  const row = rowOfNode[node] * unitCount;
  const presentWeight = pass.presentWeight?.subarray(row, row + unitCount) ?? null;
  aggregateChildren(pass, node, children, out, presentWeight);
  pass.belowThreshold[node] =
    plan.thresholds[node] > 0 ? removeBelowThreshold(children, plan.thresholds[node], out) : 0;
}

export function childColumns(pass: AggregationPass, node: number): ChildColumns {
  const { tree, shares, plan, values, rowOfNode, presentWeight, units, unitCount } = pass;
  return {
    nodes: tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]),
    unitCount,
    codes: tree.codes,
    local: shares.local,
    values,
    leafOfNode: tree.leafOfNode,
    known: pass.known,
    rowOfNode,
    presence: plan.presence === 'leaves' ? presentWeight : null,
    units,
    zeroIsLimit: plan.zeroIsLimit,
  };
}

function aggregateChildren(
  pass: AggregationPass,
  node: number,
  children: ChildColumns,
  out: Float64Array,
  presentWeight: Float64Array | null,
): void {
  const rule = pass.plan.rules[node] as Aggregation;
  switch (rule.rule) {
    case 'arithmetic':
    case 'geometric':
    case 'harmonic':
    case 'power':
      return blockMean(children, rule, out, presentWeight);
    case 'min':
      childMinimum(children, out);
      break;
    case 'max':
      childMaximum(children, out);
      break;
    case 'median':
      childMedian(children, out);
      break;
    case 'copeland':
      copeland(children, out);
      break;
    case 'topsis':
      nodeTopsis(pass, node, out);
      break;
  }
  if (presentWeight !== null) sumPresentWeights(children, presentWeight);
}

function hasMissing(columns: Float64Array): boolean {
  for (let at = 0; at < columns.length; at++) if (columns[at] !== columns[at]) return true;
  return false;
}

function sumPresentWeights(children: ChildColumns, out: Float64Array): void {
  out.fill(0);
  for (const child of children.nodes) {
    const offset = child * children.unitCount;
    for (let unit = 0; unit < out.length; unit++) {
      const x = children.values[offset + unit];
      if (x === x) out[unit] += weightOfChild(children, child, unit);
    }
  }
}

/**
 * A parent counts as missing when the share of its direct children that are present is below the threshold.
 *
 * @returns for how many units it was present before.
 */
function removeBelowThreshold(
  { nodes, values, unitCount }: ChildColumns,
  threshold: number,
  out: Float64Array,
): number {
  let removed = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    let present = 0;
    for (const child of nodes) {
      const x = values[child * unitCount + unit];
      if (x === x) present++;
    }
    if (present / nodes.length >= threshold) continue;
    if (out[unit] === out[unit]) removed++;
    out[unit] = NaN;
  }
  return removed;
}
