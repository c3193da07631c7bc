import type { AggregationPass } from './aggregate.ts';
import type { FrameworkTree } from './compile-framework.ts';
import { leafFrame, topsis } from './topsis.ts';

/**
 * TOPSIS over all leaves below a node, each with the product of the local shares between the node and the leaf. Where a
 * unit lacks leaves and the plan re-scales by children, its weights are those in effect for it; weighing by leaves, the
 * common factor cancels in the closeness.
 *
 * @param out U, receives the closeness; NaN = missing.
 */
export function nodeTopsis(pass: AggregationPass, node: number, out: Float64Array): void {
  const { tree, plan, values, frame, unitCount } = pass;
  const { nodes, leaves } = subtree(tree, node);
  const column = (leaf: number) => {
    const from = tree.nodeOfLeaf[leaf] * unitCount;
    return values.subarray(from, from + unitCount);
  };
  const columns = leaves.map(column);
  const frames = leaves.map((leaf) =>
    leafFrame(
      frame.subarray(leaf * unitCountOf(frame, tree), (leaf + 1) * unitCountOf(frame, tree)),
    ),
  );
  const whole = weightsInEffect(pass, nodes, () => true);
  const isWhole = pass.presentWeight === null && pass.isOwnFrame;
  topsis(
    columns,
    frames,
    leaves.map((leaf) => whole[tree.nodeOfLeaf[leaf]]),
    isWhole,
    out,
  );
  if (plan.presence === 'leaves' || pass.presentWeight === null) return;
  for (let unit = 0; unit < unitCount; unit++) {
    if (columns.every((own) => own[unit] === own[unit])) continue;
    const own = weightsInEffect(pass, nodes, (leaf) => {
      const x = values[leaf * unitCount + unit];
      return x === x;
    });
    topsis(
      columns.map((values) => values.subarray(unit, unit + 1)),
      frames,
      leaves.map((leaf) => own[tree.nodeOfLeaf[leaf]]),
      false,
      out.subarray(unit, unit + 1),
    );
  }
}

/** The frame may have another number of units than the columns: draws of one unit are measured by all units. */
function unitCountOf(frame: Float64Array, tree: FrameworkTree): number {
  return frame.length / tree.leafCount;
}

/** The nodes below and including `top`, parents first, and the leaf numbers among them. */
function subtree(tree: FrameworkTree, top: number): { nodes: number[]; leaves: number[] } {
  const nodes = [top];
  const leaves: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as number;
    if (tree.leafOfNode[node] >= 0) leaves.push(tree.leafOfNode[node]);
    for (let child = tree.childStart[node]; child < tree.childStart[node + 1]; child++) {
      nodes.push(tree.children[child]);
    }
  }
  return { nodes, leaves };
}

/**
 * N: product of the shares among present siblings from the first of `nodes` down to each of them. 0 below a node under which
 * nothing that weighs is present, whatever else is there.
 */
function weightsInEffect(
  { tree, shares }: AggregationPass,
  nodes: readonly number[],
  isLeafPresent: (node: number) => boolean,
): Float64Array {
  const presentShare = new Float64Array(tree.nodeCount);
  for (const node of nodes.slice(1).toReversed()) {
    const isPresent = tree.leafOfNode[node] >= 0 ? isLeafPresent(node) : presentShare[node] > 0;
    if (isPresent) presentShare[tree.parent[node]] += shares.local[node];
  }
  const weights = new Float64Array(tree.nodeCount);
  weights[nodes[0] as number] = 1;
  for (const node of nodes.slice(1)) {
    const parent = tree.parent[node];
    if (presentShare[parent] > 0) {
      weights[node] = (weights[parent] * shares.local[node]) / presentShare[parent];
    }
  }
  return weights;
}
