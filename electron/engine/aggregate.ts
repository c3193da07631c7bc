import type { Aggregation } from '../../shared/model/method.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { AggregationPlan } from './aggregation-plan.ts';
import { blockMean, type ChildColumns } from './block-mean.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import { copeland } from './copeland.ts';
import { childMaximum, childMedian, childMinimum } from './order-statistics.ts';
import { nodeTopsis } from './node-topsis.ts';

/** Scores of every node, node-major: node n, unit u at [n × U + u]. */
export interface NodeScores {
  readonly unitCount: number;
  /** N × U: the normalised value of a leaf, the score of an aggregate; NaN = missing. */
  readonly values: Float64Array;
  /**
   * N × U: share of the node's weight, by leaves, that is present for the unit, 0..1; null where nothing is missing or
   * the plan does not weigh by leaves.
   */
  readonly presence: Float64Array | null;
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
  const pass = beginPass(tree, shares, plan, columns, units, frame);
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    if (plan.rules[node] !== undefined) aggregateNode(pass, node);
  }
  return pass;
}

/** Puts the leaves into the node-major matrix; `aggregateNode` does the rest, children before parents. */
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
  const weighsByLeaves = plan.presence === 'leaves' && hasMissing(columns);
  const presence = weighsByLeaves ? presenceOfLeaves(tree, values, unitCount) : null;
  const belowThreshold = new Int32Array(tree.nodeCount);
  return { tree, shares, plan, units, unitCount, values, presence, belowThreshold, frame };
}

export function aggregateNode(pass: AggregationPass, node: number): void {
  const { plan, values, presence, unitCount } = pass;
  const children = childColumns(pass, node);
  const out = values.subarray(node * unitCount, (node + 1) * unitCount);
  aggregateChildren(pass, node, children, out);
  if (plan.thresholds[node] > 0) {
    pass.belowThreshold[node] = removeBelowThreshold(children, plan.thresholds[node], out);
  }
  if (presence !== null) {
    presenceOfNode(children, presence, out, presence.subarray(node * unitCount));
  }
}

export function childColumns(
  { tree, shares, plan, values, presence, units }: AggregationPass,
  node: number,
): ChildColumns {
  return {
    nodes: tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]),
    codes: tree.codes,
    local: shares.local,
    values,
    presence,
    units,
    zeroIsLimit: plan.zeroIsLimit,
  };
}

function aggregateChildren(
  pass: AggregationPass,
  node: number,
  children: ChildColumns,
  out: Float64Array,
): void {
  const rule = pass.plan.rules[node] as Aggregation;
  switch (rule.rule) {
    case 'arithmetic':
    case 'geometric':
    case 'harmonic':
    case 'power':
      return blockMean(children, rule, out);
    case 'min':
      return childMinimum(children, out);
    case 'max':
      return childMaximum(children, out);
    case 'median':
      return childMedian(children, out);
    case 'copeland':
      return copeland(children, out);
    case 'topsis':
      return nodeTopsis(pass, node, out);
  }
}

function hasMissing(columns: Float64Array): boolean {
  for (let at = 0; at < columns.length; at++) if (columns[at] !== columns[at]) return true;
  return false;
}

function presenceOfLeaves(
  tree: FrameworkTree,
  values: Float64Array,
  unitCount: number,
): Float64Array {
  const presence = new Float64Array(values.length);
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const from = tree.nodeOfLeaf[leaf] * unitCount;
    for (let at = from; at < from + unitCount; at++)
      presence[at] = values[at] === values[at] ? 1 : 0;
  }
  return presence;
}

/** Σ local share · presence over the children; 0 where the node itself is missing. */
function presenceOfNode(
  { nodes, local }: ChildColumns,
  presence: Float64Array,
  nodeValues: Float64Array,
  out: Float64Array,
): void {
  const unitCount = nodeValues.length;
  for (const child of nodes) {
    const offset = child * unitCount;
    for (let unit = 0; unit < unitCount; unit++)
      out[unit] += local[child] * presence[offset + unit];
  }
  for (let unit = 0; unit < unitCount; unit++) {
    if (nodeValues[unit] !== nodeValues[unit]) out[unit] = 0;
  }
}

/**
 * A parent counts as missing when the share of its direct children that are present is below the threshold.
 *
 * @returns for how many units it was present before.
 */
function removeBelowThreshold(
  { nodes, values }: ChildColumns,
  threshold: number,
  out: Float64Array,
): number {
  const unitCount = out.length;
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
