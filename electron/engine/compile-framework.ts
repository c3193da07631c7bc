import { AppError } from '../../shared/contract/errors.ts';
import type { Framework, IndicatorDefinition } from '../../shared/model/framework.ts';
import type { NodeCode } from '../../shared/model/ids.ts';

/**
 * The included part of a framework as flat arrays; compiled once, shared by every stage.
 * N nodes in the framework's order (index first, parents before children), L leaves in the same order.
 */
export interface FrameworkTree {
  readonly nodeCount: number;
  readonly leafCount: number;
  /** N */
  readonly codes: readonly NodeCode[];
  /** L: what makes each leaf measurable. */
  readonly indicators: readonly IndicatorDefinition[];
  /** N: node number of the parent, −1 for the index. */
  readonly parent: Int32Array;
  /**
   * N: 0 for a leaf, else 1 + the highest level among the children. Taken in the whole framework, so that
   * leaving nodes out does not shift which aggregation applies to which level.
   */
  readonly level: Int32Array;
  /** N + 1: the children of node n are `children[childStart[n]] … children[childStart[n + 1] − 1]`. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** N: leaf number of a node, −1 for an aggregate. */
  readonly leafOfNode: Int32Array;
  /** L: node number of a leaf. */
  readonly nodeOfLeaf: Int32Array;
  /** L: position of the leaf among all leaves of the framework, where a part of it is excluded. */
  readonly sourceLeaf: Int32Array;
}

/** Relative weights of a tree's nodes turned into shares. All arrays have length N. */
export interface FrameworkShares {
  /** Share among the siblings, 0..1, sums to 1 per parent; 1 for the index. */
  readonly local: Float64Array;
  /** Product of the local shares down the path; sums to 1 over the leaves. */
  readonly effective: Float64Array;
}

/**
 * Compiles the part of a framework that is not excluded. Excluding a node excludes everything below it; an aggregate
 * that loses all its children goes with them; siblings share the weight of what is left out.
 *
 * @throws AppError `E_INPUT` when the nodes are not one tree listed parents first (`details.reason` says why),
 *   `E_PRECONDITION` when no indicator is left.
 */
export function compileFramework(
  framework: Framework,
  excludedNodes: ReadonlySet<NodeCode> = new Set(),
): FrameworkTree {
  const { nodes } = framework;
  const parentPosition = parentPositions(framework);
  const wholeLevel = levels(framework, parentPosition);
  const included = inclusion(framework, parentPosition, excludedNodes);

  const numberOf = new Int32Array(nodes.length).fill(-1);
  const codes: NodeCode[] = [];
  const indicators: IndicatorDefinition[] = [];
  const parent: number[] = [];
  const level: number[] = [];
  const leafOfNode: number[] = [];
  const nodeOfLeaf: number[] = [];
  const sourceLeaf: number[] = [];
  let leavesSeen = 0;
  nodes.forEach((node, position) => {
    const leafPosition = node.indicator === null ? -1 : leavesSeen++;
    if (included[position] === 0) return;
    const number = codes.length;
    numberOf[position] = number;
    codes.push(node.code);
    parent.push(parentPosition[position] < 0 ? -1 : numberOf[parentPosition[position]]);
    level.push(wholeLevel[position]);
    if (node.indicator === null) {
      leafOfNode.push(-1);
    } else {
      leafOfNode.push(nodeOfLeaf.length);
      nodeOfLeaf.push(number);
      indicators.push(node.indicator);
      sourceLeaf.push(leafPosition);
    }
  });

  return {
    nodeCount: codes.length,
    leafCount: nodeOfLeaf.length,
    codes,
    indicators,
    parent: Int32Array.from(parent),
    level: Int32Array.from(level),
    ...childLists(parent),
    leafOfNode: Int32Array.from(leafOfNode),
    nodeOfLeaf: Int32Array.from(nodeOfLeaf),
    sourceLeaf: Int32Array.from(sourceLeaf),
  };
}

/** Relative weights of the tree's nodes (length N), taken from the framework or from `replaced` where it names the node. */
export function relativeWeights(
  tree: FrameworkTree,
  framework: Framework,
  replaced: ReadonlyMap<NodeCode, number> = new Map(),
): Float64Array {
  const given = new Map(framework.nodes.map((node) => [node.code, node.weight]));
  for (const code of replaced.keys()) {
    if (!given.has(code)) {
      throw new AppError('E_INPUT', `No node ${code} in the framework.`, {
        reason: 'unknown-node',
        node: code,
      });
    }
  }
  return Float64Array.from(tree.codes, (code) => replaced.get(code) ?? given.get(code) ?? NaN);
}

/**
 * Turns relative weights (length N) into local and effective shares.
 *
 * @throws AppError `E_INPUT` for a negative or non-finite weight, `E_PRECONDITION` where all children of a node weigh 0.
 */
export function frameworkShares(tree: FrameworkTree, weights: Float64Array): FrameworkShares {
  const { nodeCount, childStart, children, codes } = tree;
  const local = new Float64Array(nodeCount);
  const effective = new Float64Array(nodeCount);
  local[0] = 1;
  effective[0] = 1;
  for (let node = 0; node < nodeCount; node++) {
    const from = childStart[node];
    const to = childStart[node + 1];
    if (from === to) continue;
    let sum = 0;
    for (let at = from; at < to; at++) {
      const weight = weights[children[at]];
      if (!(weight >= 0 && weight < Infinity)) throw badWeight(codes[children[at]], weight);
      sum += weight;
    }
    if (sum === 0) throw zeroWeights(codes[node]);
    for (let at = from; at < to; at++) {
      const child = children[at];
      local[child] = weights[child] / sum;
      effective[child] = effective[node] * local[child];
    }
  }
  return { local, effective };
}

function badWeight(code: NodeCode, weight: number): AppError {
  return new AppError('E_INPUT', `The weight of ${code} is ${weight}; it must be a number ≥ 0.`, {
    reason: 'bad-weight',
    node: code,
    expected: '≥ 0',
    found: String(weight),
  });
}

function zeroWeights(code: NodeCode): AppError {
  return new AppError('E_PRECONDITION', `The weights of all children of ${code} are zero.`, {
    reason: 'zero-weights',
    node: code,
    expected: 'a positive sum of weights',
    found: '0',
  });
}

function notATree(reason: string, message: string, node?: NodeCode): AppError {
  return new AppError('E_INPUT', message, node === undefined ? { reason } : { reason, node });
}

function parentPositions({ nodes }: Framework): Int32Array {
  const positionOf = new Map<NodeCode, number>();
  const parents = new Int32Array(nodes.length);
  nodes.forEach((node, position) => {
    if (positionOf.has(node.code)) {
      throw notATree('duplicate-node', `Node code ${node.code} is used twice.`, node.code);
    }
    if (node.parent === null) {
      if (position !== 0) {
        throw notATree('second-index', `Node ${node.code} has no parent, as the index.`, node.code);
      }
      parents[position] = -1;
    } else {
      const parent = positionOf.get(node.parent);
      if (parent === undefined) {
        throw notATree(
          'unknown-parent',
          `The parent ${node.parent} of node ${node.code} does not stand before it.`,
          node.code,
        );
      }
      if (nodes[parent]?.indicator !== null) {
        throw notATree(
          'indicator-with-children',
          `Indicator ${node.parent} cannot have the child ${node.code}.`,
          node.parent,
        );
      }
      parents[position] = parent;
    }
    positionOf.set(node.code, position);
  });
  if (nodes[0]?.indicator !== null) {
    throw notATree('index-is-indicator', 'The first node must be the index, not an indicator.');
  }
  return parents;
}

function levels({ nodes }: Framework, parentPosition: Int32Array): Int32Array {
  const level = new Int32Array(nodes.length);
  for (let position = nodes.length - 1; position > 0; position--) {
    const parent = parentPosition[position];
    level[parent] = Math.max(level[parent], level[position] + 1);
  }
  return level;
}

/** 1 for every leaf without an excluded node on its path, and for every aggregate above such a leaf. */
function inclusion(
  { nodes }: Framework,
  parentPosition: Int32Array,
  excludedNodes: ReadonlySet<NodeCode>,
): Uint8Array {
  const excluded = new Uint8Array(nodes.length);
  const included = new Uint8Array(nodes.length);
  nodes.forEach((node, position) => {
    const parent = parentPosition[position];
    if (excludedNodes.has(node.code) || (parent >= 0 && excluded[parent] === 1)) {
      excluded[position] = 1;
    }
  });
  for (let position = nodes.length - 1; position >= 0; position--) {
    if (nodes[position]?.indicator !== null && excluded[position] === 0) included[position] = 1;
    const parent = parentPosition[position];
    if (included[position] === 1 && parent >= 0) included[parent] = 1;
  }
  if (included[0] === 0) {
    throw new AppError('E_PRECONDITION', 'No indicator is left to score.', {
      reason: 'no-indicators',
      expected: 'at least one included indicator',
      found: '0',
    });
  }
  return included;
}

function childLists(parent: readonly number[]): { childStart: Int32Array; children: Int32Array } {
  const childStart = new Int32Array(parent.length + 1);
  for (const number of parent) if (number >= 0) childStart[number + 1]++;
  for (let node = 0; node < parent.length; node++) childStart[node + 1] += childStart[node];
  const children = new Int32Array(childStart[parent.length]);
  const next = childStart.slice();
  parent.forEach((number, node) => {
    if (number >= 0) children[next[number]++] = node;
  });
  return { childStart, children };
}
