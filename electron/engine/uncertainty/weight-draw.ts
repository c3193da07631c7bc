import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightUncertainty } from '../../../shared/model/uncertainty.ts';
import type { FrameworkTree } from '../compile-framework.ts';
import { requireNodes } from '../require-nodes.ts';
import type { RandomStream } from '../random.ts';

/**
 * Fills N local shares for one draw; nodes that do not move keep what they were given.
 *
 * @param streamOf where the numbers of a node come from, by its number: one stream for all, or one for each.
 */
export type WeightDraw = (streamOf: (node: number) => RandomStream, local: Float64Array) => void;

/** Siblings that share what the locked ones leave. */
interface FreeSiblings {
  /** Node numbers. */
  readonly nodes: Int32Array;
  /** Their declared shares, among themselves: they sum to 1. */
  readonly declared: Float64Array;
  /** What they have together among all children of the parent. */
  readonly rest: number;
}

/**
 * Draws weights, parent by parent. A locked node keeps its local share; its unlocked siblings share the rest.
 *
 * noise: w · (1 + f(2u − 1)), then back to the rest (OECD/JRC Handbook 2008, step 7). dirichlet: shares ~ Dirichlet(c · declared
 * shares), by gamma variates. simplex: uniform over all shares ≥ 0 that sum to the rest, by exponential variates: uniform
 * numbers divided by their sum would crowd in the middle (Tervonen & Lahdelma 2007).
 *
 * @param declared N, local shares.
 * @throws AppError `E_INPUT` for a locked node that the tree does not have.
 */
export function weightDraw(
  tree: FrameworkTree,
  declared: Float64Array,
  rule: WeightUncertainty,
  locked: readonly NodeCode[],
): WeightDraw {
  const groups = freeSiblings(tree, declared, requireNodes(tree, locked));
  const spread = spreadOf(rule);
  return (streamOf, local) => {
    for (const { nodes, declared, rest } of groups) {
      let sum = 0;
      while (!(sum > 0)) {
        sum = 0;
        for (let at = 0; at < nodes.length; at++) {
          const weight = spread(streamOf(nodes[at]), declared[at]);
          local[nodes[at]] = weight;
          sum += weight;
        }
      }
      for (let at = 0; at < nodes.length; at++) local[nodes[at]] *= rest / sum;
    }
  };
}

function freeSiblings(
  tree: FrameworkTree,
  declared: Float64Array,
  locked: ReadonlySet<number>,
): FreeSiblings[] {
  const groups: FreeSiblings[] = [];
  for (let parent = 0; parent < tree.nodeCount; parent++) {
    const children = tree.children.subarray(tree.childStart[parent], tree.childStart[parent + 1]);
    const nodes = children.filter((child) => !locked.has(child));
    let rest = 0;
    for (const node of nodes) rest += declared[node];
    // One free sibling has no other to share with, and nothing to share is nothing to draw.
    if (nodes.length < 2 || !(rest > 0)) continue;
    groups.push({
      nodes,
      declared: Float64Array.from(nodes, (node) => declared[node] / rest),
      rest,
    });
  }
  return groups;
}

/** One weight before the siblings are brought back to their sum. */
function spreadOf(rule: WeightUncertainty): (stream: RandomStream, declared: number) => number {
  switch (rule.rule) {
    case 'noise': {
      const { factor } = rule;
      return (stream, declared) => declared * (1 + factor * (2 * stream.uniform() - 1));
    }
    case 'dirichlet': {
      const { concentration } = rule;
      return (stream, declared) => (declared === 0 ? 0 : gamma(stream, concentration * declared));
    }
    case 'simplex':
      return (stream) => -Math.log(1 - stream.uniform());
  }
}

/**
 * A gamma variate with scale 1 (Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000);
 * below shape 1 from shape + 1 and a power of a uniform, as they say.
 */
function gamma(stream: RandomStream, shape: number): number {
  if (shape < 1) return gamma(stream, shape + 1) * (1 - stream.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - stream.uniform();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal variate (Box & Muller 1958). */
function normal(stream: RandomStream): number {
  const radius = Math.sqrt(-2 * Math.log(1 - stream.uniform()));
  return radius * Math.cos(2 * Math.PI * stream.uniform());
}
