import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { LinearRow } from './linear-program.ts';
import type { WeightModel } from './weight-model.ts';

/** Which weights may change. */
export type RegionScope =
  /** The shares of one parent's children; everything else stays. */
  | { readonly kind: 'siblings'; readonly parent: NodeCode }
  /** The effective weights of all indicators; the weights of the nodes above follow by summing. */
  | { readonly kind: 'leaves' };

export interface RegionRequest {
  readonly scope: RegionScope;
  /** How far each weight may move from where it is, as a share of it: 0.25 = ±25 %. null: anywhere from 0 to all. */
  readonly spread: number | null;
  /** Nodes whose share among their siblings stays. */
  readonly locked: ReadonlySet<NodeCode>;
}

/**
 * A polytope of weights v: bounds, Σ v = 1, and rows for locks. K variables: the shares of the children or the effective
 * weights of the leaves.
 */
export interface WeightRegion {
  readonly scope: 'siblings' | 'leaves';
  /** Node number of the parent; 0 for leaves. */
  readonly parent: number;
  /** K: node number of each variable. */
  readonly nodes: Int32Array;
  /** K: the weights now; inside the region. */
  readonly present: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Locks of nodes above the leaves; the sum is not among them. */
  readonly rows: readonly LinearRow[];
}

/** @throws AppError `E_NOT_FOUND` for a parent that is no included aggregate, `E_INPUT` for a spread that is not above 0. */
export function weightRegion(model: WeightModel, request: RegionRequest): WeightRegion {
  const { spread } = request;
  if (spread !== null && !(spread > 0 && spread < Infinity)) {
    throw new AppError('E_INPUT', `The spread of the weights must be above 0, found ${spread}`, {
      reason: 'spread-not-valid',
      expected: '> 0',
      found: String(spread),
    });
  }
  return request.scope.kind === 'siblings'
    ? siblingRegion(model, request, parentNumber(model, request.scope.parent))
    : leafRegion(model, request);
}

function parentNumber({ tree }: WeightModel, code: NodeCode): number {
  const node = tree.codes.indexOf(code);
  if (node < 0 || tree.leafOfNode[node] >= 0) {
    throw new AppError('E_NOT_FOUND', `"${code}" is no included node with children`, {
      reason: 'unknown-parent',
      node: code,
    });
  }
  return node;
}

function boxAround(present: Float64Array, spread: number | null) {
  return {
    lower: present.map((weight) => (spread === null ? 0 : weight * Math.max(0, 1 - spread))),
    upper: present.map((weight) => (spread === null ? 1 : Math.min(1, weight * (1 + spread)))),
  };
}

function siblingRegion(
  { tree, local }: WeightModel,
  { spread, locked }: RegionRequest,
  parent: number,
): WeightRegion {
  const nodes = tree.children.slice(tree.childStart[parent], tree.childStart[parent + 1]);
  const present = Float64Array.from(nodes, (node) => local[node]);
  const { lower, upper } = boxAround(present, spread);
  nodes.forEach((node, index) => {
    if (locked.has(tree.codes[node]!)) lower[index] = upper[index] = present[index];
  });
  return { scope: 'siblings', parent, nodes, present, lower, upper, rows: [] };
}

function leafRegion(model: WeightModel, { spread, locked }: RegionRequest): WeightRegion {
  const { tree, effective } = model;
  const nodes = tree.nodeOfLeaf.slice();
  const present = Float64Array.from(nodes, (node) => effective[node]);
  const rows: LinearRow[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    if (locked.has(tree.codes[node]!)) rows.push(lockedShare(model, node));
  }
  return { scope: 'leaves', parent: 0, nodes, present, ...boxAround(present, spread), rows };
}

/** Σ of the leaves below the node − share · Σ of the leaves below its parent = 0. */
function lockedShare({ tree, local }: WeightModel, node: number): LinearRow {
  const parent = tree.parent[node];
  const coefficients = new Float64Array(tree.leafCount);
  tree.nodeOfLeaf.forEach((leafNode, leaf) => {
    for (let above = leafNode; above >= 0; above = tree.parent[above]) {
      if (above === node) coefficients[leaf] += 1;
      if (above === parent) coefficients[leaf] -= local[node];
    }
  });
  return { coefficients, lower: 0, upper: 0 };
}

/**
 * The weights v as shares among siblings of every node that they concern; nodes that are not named keep theirs. Where
 * nothing below a node weighs anything, its children keep their shares too.
 */
export function regionShares(
  { tree, local }: WeightModel,
  region: WeightRegion,
  weights: Float64Array,
): Map<NodeCode, number> {
  const shares = new Map<NodeCode, number>();
  if (region.scope === 'siblings') {
    region.nodes.forEach((node, index) => shares.set(tree.codes[node]!, weights[index]));
    return shares;
  }
  const sums = new Float64Array(tree.nodeCount);
  region.nodes.forEach((node, leaf) => (sums[node] = weights[leaf]));
  for (let node = tree.nodeCount - 1; node > 0; node--) sums[tree.parent[node]] += sums[node];
  for (let node = 1; node < tree.nodeCount; node++) {
    const whole = sums[tree.parent[node]];
    shares.set(tree.codes[node]!, whole > 0 ? sums[node] / whole : local[node]);
  }
  return shares;
}
