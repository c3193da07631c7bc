import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { printedShares } from '../../../shared/weights/printed-shares.ts';

/** Weight of one node as an analyst reads it. */
export interface NodeWeight {
  /** Points of the 100 of the index: the product of the shares down the path. */
  readonly points: number;
  /** Share among the scored siblings, 0..1. */
  readonly share: number;
  /** Rounded so that what is printed under one parent sums to what is printed for the parent. */
  readonly printedPoints: string;
  /** Whole percent; sums to 100 under each parent. */
  readonly printedShare: string;
}

const TOTAL = 100;

/**
 * Points and shares of every scored node below the index.
 *
 * @param weights relative weight of every node
 * @param excluded nodes left out of the scoring; everything below them is left out too
 */
export function weightTree(
  index: FrameworkIndex,
  weights: ReadonlyMap<NodeCode, number>,
  excluded: ReadonlySet<NodeCode>,
): ReadonlyMap<NodeCode, NodeWeight> {
  const tree = new Map<NodeCode, NodeWeight>();
  const descend = (parent: NodeCode, parentPoints: number, parentPrinted: number) => {
    const scored = (index.children.get(parent) ?? []).filter(({ code }) => !excluded.has(code));
    const relative = scored.map(({ code }) => weights.get(code) ?? 0);
    const sum = relative.reduce((all, weight) => all + weight, 0);
    const points = relative.map((weight) => (sum > 0 ? (parentPoints * weight) / sum : 0));
    const decimals = points.every(isWhole) ? 0 : 1;
    const printed = printedShares(relative, parentPrinted, decimals);
    const percents = printedShares(relative, 100, 0);
    for (const [at, { code }] of scored.entries()) {
      tree.set(code, {
        points: points[at] ?? 0,
        share: sum > 0 ? (relative[at] ?? 0) / sum : 0,
        printedPoints: (printed[at] ?? 0).toFixed(decimals),
        printedShare: `${percents[at] ?? 0}%`,
      });
      descend(code, points[at] ?? 0, printed[at] ?? 0);
    }
  };
  descend(index.root.code, TOTAL, TOTAL);
  return tree;
}

function isWhole(points: number): boolean {
  return Math.abs(points - Math.round(points)) < 1e-9;
}
