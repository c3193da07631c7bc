import type { AggregationPlan } from '../aggregation-plan.ts';
import type { FrameworkTree } from '../compile-framework.ts';
import type { NormalisedColumns } from '../normalise.ts';
import { effectiveShares } from './effective-shares.ts';
import type { IndexScorer } from './index-scorer.ts';

/**
 * Units that lack something below a node, and what they have there: the only places where weights have to be added up anew
 * in each draw. Found once for as long as the gaps stay where they are. P places, in the order in which they are worked off.
 */
interface PartialNodes {
  /** N: the places of node n are `from[n] … to[n] − 1`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** P */
  readonly unit: Int32Array;
  /** P + 1: the children that place p has are `children[childStart[p] … childStart[p + 1] − 1]`. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** For each of these children its own place; −1: nothing is missing below it. */
  readonly placeOfChild: Int32Array;
  /** U: place of the index; −1: the unit has everything. */
  readonly placeOfIndex: Int32Array;
  /** Units that have nothing at all. */
  readonly empty: Int32Array;
}

/**
 * Weighted sums at every level, without thresholds, for all units at once: node by node over rows of units in which a gap
 * stands as 0, then divided by the weight that is present, where something is missing.
 *
 * @param presence what a child with gaps counts for: see `AggregationPlan`.
 */
export function linearScorer(
  tree: FrameworkTree,
  presence: AggregationPlan['presence'],
  unitCount: number,
): IndexScorer {
  const { nodeCount, leafOfNode } = tree;
  const leavesOf = Array.from({ length: nodeCount }, (_, node) => leafRows(tree, node, unitCount));
  const aggregatesOf = Array.from({ length: nodeCount }, (_, node) =>
    aggregateRows(tree, node, unitCount),
  );
  const allLeaves: ChildRows = {
    nodes: tree.nodeOfLeaf,
    offsets: tree.nodeOfLeaf.map((_, leaf) => leaf * unitCount),
  };
  const effective = new Float64Array(nodeCount);
  /** N × U */
  const sums = new Float64Array(nodeCount * unitCount);
  /** L × U: gaps as 0. */
  let leaves: Float64Array = new Float64Array(0);
  const nodeValue = new Float64Array(nodeCount);
  let columns: NormalisedColumns | null = null;
  let partial = NOTHING_PARTIAL;
  let hasGaps = false;
  let weight = new Float64Array(0);

  /**
   * Four children at a time: a quarter of the reads and writes of the sums. Where fewer are left, the first of them stands in
   * with the share 0.
   */
  function addRows(
    to: number,
    source: Float64Array,
    { nodes, offsets }: ChildRows,
    local: Float64Array,
  ): void {
    const count = nodes.length;
    for (let at = 0; at < count; at += 4) {
      const share0 = local[nodes[at]];
      const share1 = at + 1 < count ? local[nodes[at + 1]] : 0;
      const share2 = at + 2 < count ? local[nodes[at + 2]] : 0;
      const share3 = at + 3 < count ? local[nodes[at + 3]] : 0;
      const row0 = offsets[at];
      const row1 = at + 1 < count ? offsets[at + 1] : row0;
      const row2 = at + 2 < count ? offsets[at + 2] : row0;
      const row3 = at + 3 < count ? offsets[at + 3] : row0;
      for (let unit = 0; unit < unitCount; unit++) {
        sums[to + unit] +=
          share0 * source[row0 + unit] +
          share1 * source[row1 + unit] +
          share2 * source[row2 + unit] +
          share3 * source[row3 + unit];
      }
    }
  }

  /** Of every place: the weight of what it has. */
  function weighPartial(node: number, local: Float64Array): void {
    const { from, to, unit, childStart: first, children: present, placeOfChild } = partial;
    for (let place = from[node]; place < to[node]; place++) {
      let sum = 0;
      for (let at = first[place]; at < first[place + 1]; at++) {
        const below = presence === 'leaves' ? placeOfChild[at] : -1;
        sum += below < 0 ? local[present[at]] : local[present[at]] * weight[below];
      }
      weight[place] = sum;
      if (presence === 'children') sums[node * unitCount + unit[place]] /= sum;
    }
  }

  return {
    use(next) {
      if (next !== columns) {
        columns = next;
        partial = partialNodes(tree, next, presence);
        weight = new Float64Array(partial.unit.length);
        hasGaps = partial.unit.length > 0 || partial.empty.length > 0;
        if (hasGaps) leaves = new Float64Array(next.values.length);
      }
      if (!hasGaps) {
        leaves = next.values;
        return;
      }
      const { values } = next;
      for (let at = 0; at < values.length; at++)
        leaves[at] = values[at] === values[at] ? values[at] : 0;
    },
    score(local, out) {
      if (!hasGaps) {
        effectiveShares(tree, local, effective);
        sums.fill(0, 0, unitCount);
        addRows(0, leaves, allLeaves, effective);
        out.set(sums.subarray(0, unitCount));
        return;
      }
      for (let node = nodeCount - 1; node >= 0; node--) {
        if (leafOfNode[node] >= 0) continue;
        sums.fill(0, node * unitCount, (node + 1) * unitCount);
        addRows(node * unitCount, leaves, leavesOf[node], local);
        addRows(node * unitCount, sums, aggregatesOf[node], local);
        weighPartial(node, local);
      }
      for (let unit = 0; unit < unitCount; unit++) {
        const place = presence === 'leaves' ? partial.placeOfIndex[unit] : -1;
        const x = place < 0 ? sums[unit] : sums[unit] / weight[place];
        // All that a unit has below some node weighs nothing in this draw: it counts there as missing.
        out[unit] =
          x === x || presence === 'leaves'
            ? x
            : overPresentChildren(
                tree,
                (columns as NormalisedColumns).values,
                unit,
                unitCount,
                local,
                nodeValue,
              );
      }
      for (let at = 0; at < partial.empty.length; at++) out[partial.empty[at]] = NaN;
    },
  };
}

/** Children of one node and where their rows of units begin. */
interface ChildRows {
  readonly nodes: Int32Array;
  readonly offsets: Int32Array;
}

function leafRows(tree: FrameworkTree, node: number, unitCount: number): ChildRows {
  const nodes = childrenOf(tree, node).filter((child) => tree.leafOfNode[child] >= 0);
  return { nodes, offsets: nodes.map((child) => tree.leafOfNode[child] * unitCount) };
}

function aggregateRows(tree: FrameworkTree, node: number, unitCount: number): ChildRows {
  const nodes = childrenOf(tree, node).filter((child) => tree.leafOfNode[child] < 0);
  return { nodes, offsets: nodes.map((child) => child * unitCount) };
}

function childrenOf({ children, childStart }: FrameworkTree, node: number): Int32Array {
  return children.subarray(childStart[node], childStart[node + 1]);
}

const NOTHING_PARTIAL: PartialNodes = {
  from: new Int32Array(0),
  to: new Int32Array(0),
  unit: new Int32Array(0),
  childStart: new Int32Array(1),
  children: new Int32Array(0),
  placeOfChild: new Int32Array(0),
  placeOfIndex: new Int32Array(0),
  empty: new Int32Array(0),
};

function partialNodes(
  tree: FrameworkTree,
  { values, unitCount }: NormalisedColumns,
  presence: AggregationPlan['presence'],
): PartialNodes {
  const { nodeCount, leafOfNode, childStart, children } = tree;
  const from = new Int32Array(nodeCount);
  const to = new Int32Array(nodeCount);
  const units: number[] = [];
  const childStarts: number[] = [0];
  const present: number[] = [];
  const placeOfChild: number[] = [];
  /** N × U: −1: everything is there; −2: nothing is; else the place. */
  const placeOf = new Int32Array(nodeCount * unitCount).fill(-1);
  // Places are numbered as they are worked off: from the last node to the first.
  for (let node = nodeCount - 1; node >= 0; node--) {
    const leaf = leafOfNode[node];
    from[node] = units.length;
    for (let unit = 0; unit < unitCount; unit++) {
      if (leaf >= 0) {
        const x = values[leaf * unitCount + unit];
        if (x !== x) placeOf[node * unitCount + unit] = -2;
        continue;
      }
      let isPartial = false;
      const before = present.length;
      for (let at = childStart[node]; at < childStart[node + 1]; at++) {
        const below = placeOf[children[at] * unitCount + unit];
        // Under `available` a child that has something counts as a whole.
        if (below === -2 || (below !== -1 && presence === 'leaves')) isPartial = true;
        if (below === -2) continue;
        present.push(children[at]);
        placeOfChild.push(below);
      }
      if (isPartial && present.length > before) {
        placeOf[node * unitCount + unit] = units.length;
        units.push(unit);
        childStarts.push(present.length);
        continue;
      }
      if (isPartial) placeOf[node * unitCount + unit] = -2;
      present.length = before;
      placeOfChild.length = before;
    }
    to[node] = units.length;
  }
  const ofIndex = placeOf.subarray(0, unitCount);
  return {
    from,
    to,
    unit: Int32Array.from(units),
    childStart: Int32Array.from(childStarts),
    children: Int32Array.from(present),
    placeOfChild: Int32Array.from(placeOfChild),
    placeOfIndex: ofIndex.slice(),
    empty: Int32Array.from(ofIndex.keys()).filter((unit) => ofIndex[unit] === -2),
  };
}

/** Level by level: at every node Σ local share · value / Σ local share over the children that are present. */
function overPresentChildren(
  { nodeCount, leafOfNode, childStart, children }: FrameworkTree,
  values: Float64Array,
  unit: number,
  unitCount: number,
  local: Float64Array,
  nodeValue: Float64Array,
): number {
  for (let node = nodeCount - 1; node >= 0; node--) {
    const leaf = leafOfNode[node];
    if (leaf >= 0) {
      nodeValue[node] = values[leaf * unitCount + unit];
      continue;
    }
    let sum = 0;
    let present = 0;
    const end = childStart[node + 1];
    for (let at = childStart[node]; at < end; at++) {
      const child = children[at];
      const x = nodeValue[child];
      if (x !== x) continue;
      sum += local[child] * x;
      present += local[child];
    }
    nodeValue[node] = sum / present;
  }
  return nodeValue[0];
}
