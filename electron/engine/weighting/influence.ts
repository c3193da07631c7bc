import type { FrameworkTree } from '../compile-framework.ts';
import { correlationsWithMean } from './importance.ts';

export interface Influence {
  /** N: correlation of the node with the index over the ranked units; NaN without spread. */
  readonly correlation: Float64Array;
  /**
   * N: correlation² as a share of the sum over all nodes of its depth; comparable with effective weights, which sum to 1
   * there when all indicators stand at one depth. NaN when no correlation of the depth is defined. 1 for the index.
   */
  readonly share: Float64Array;
}

/** Fewer points lie on a line, whatever they are. */
const LEAST_UNITS = 3;

/**
 * What every node really does to the index: squared correlation (first-order sensitivity under linear dependence) among
 * the ranked units. Source: Paruolo, Saisana & Saltelli 2013, Ratings and rankings: voodoo or science?
 *
 * @param values N × U: normalised values of indicators and scores of all other nodes, the index first
 * @param rank U: 0 = not ranked
 */
export function influenceOnIndex(
  tree: FrameworkTree,
  units: readonly string[],
  values: Float64Array,
  rank: ArrayLike<number>,
): Influence {
  const ranked = units.flatMap((_, unit) => ((rank[unit] ?? 0) > 0 ? [unit] : []));
  const correlation = new Float64Array(tree.nodeCount).fill(Number.NaN);
  if (ranked.length >= LEAST_UNITS) {
    const columns = {
      units: ranked.map((unit) => units[unit] ?? ''),
      nodes: tree.codes,
      values: new Float64Array(tree.nodeCount * ranked.length),
    };
    for (let node = 0; node < tree.nodeCount; node++) {
      ranked.forEach((unit, row) => {
        columns.values[node * ranked.length + row] = values[node * units.length + unit];
      });
    }
    correlation.set(correlationsWithMean(columns, columns.values.subarray(0, ranked.length)));
  }

  const depth = new Int32Array(tree.nodeCount);
  const sums: number[] = [];
  const square = (node: number) =>
    Number.isNaN(correlation[node]) ? 0 : correlation[node] * correlation[node];
  for (let node = 0; node < tree.nodeCount; node++) {
    // A parent stands before its children.
    depth[node] = node === 0 ? 0 : depth[tree.parent[node]] + 1;
    sums[depth[node]] = (sums[depth[node]] ?? 0) + square(node);
  }
  return {
    correlation,
    share: Float64Array.from(correlation, (_, node) => square(node) / (sums[depth[node]] ?? 0)),
  };
}
