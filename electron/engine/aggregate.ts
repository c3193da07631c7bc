import type { Aggregation } from '../../shared/model/method.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { AggregationPlan } from './aggregation-plan.ts';
import { blockMean, type ChildColumns } from './block-mean.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import { childMaximum, childMedian, childMinimum } from './order-statistics.ts';

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
 * @throws AppError `E_PRECONDITION` for a mean that is not defined for a value; names unit, node and value.
 */
export function aggregate(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: Float64Array,
  units: readonly Unit[],
): NodeScores {
  const unitCount = units.length;
  const values = new Float64Array(tree.nodeCount * unitCount);
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const column = columns.subarray(leaf * unitCount, (leaf + 1) * unitCount);
    values.set(column, tree.nodeOfLeaf[leaf] * unitCount);
  }
  const weighsByLeaves = plan.presence === 'leaves' && hasMissing(columns);
  const presence = weighsByLeaves ? presenceOfLeaves(tree, values, unitCount) : null;

  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    const rule = plan.rules[node];
    if (rule === undefined) continue;
    const children: ChildColumns = {
      nodes: tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]),
      codes: tree.codes,
      local: shares.local,
      values,
      presence,
      units,
      zeroIsLimit: plan.zeroIsLimit,
    };
    const out = values.subarray(node * unitCount, (node + 1) * unitCount);
    aggregateChildren(children, rule, out);
    if (plan.thresholds[node] > 0) removeBelowThreshold(children, plan.thresholds[node], out);
    if (presence !== null) {
      presenceOfNode(children, presence, out, presence.subarray(node * unitCount));
    }
  }
  return { unitCount, values, presence };
}

function aggregateChildren(children: ChildColumns, rule: Aggregation, out: Float64Array): void {
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
    case 'topsis':
      throw new Error(`${rule.rule} is not an aggregation of single units`);
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

/** A parent counts as missing when the share of its direct children that are present is below the threshold. */
function removeBelowThreshold(
  { nodes, values }: ChildColumns,
  threshold: number,
  out: Float64Array,
): void {
  const unitCount = out.length;
  for (let unit = 0; unit < unitCount; unit++) {
    let present = 0;
    for (const child of nodes) {
      const x = values[child * unitCount + unit];
      if (x === x) present++;
    }
    if (present / nodes.length < threshold) out[unit] = NaN;
  }
}
