import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import type { FlipAnswer } from '../../../shared/model/weight-analysis.ts';
import { siblingShare } from '../../../shared/weights/sibling-share.ts';

/** Share of one node before and after a change of weights. */
export interface WeightChange {
  readonly node: NodeCode;
  readonly before: number;
  readonly after: number;
}

/** Shares nearer than this are the same. */
const SAME = 1e-9;

/** Parents of which some child gets another share, with all their children that take part. */
function changedGroups(
  { shares }: FlipAnswer,
  index: FrameworkIndex,
  weights: ReadonlyMap<NodeCode, number>,
): readonly (readonly WeightChange[])[] {
  const after = new Map(shares.map(({ node, share }) => [node, share]));
  const groups = Map.groupBy(
    shares.map(({ node }) => node),
    (node) => index.byCode.get(node)?.parent ?? null,
  );
  return [...groups.values()]
    .map((nodes) => {
      const sum = nodes.reduce((total, node) => total + (weights.get(node) ?? 0), 0);
      return nodes.map((node) => ({
        node,
        before: (weights.get(node) ?? 0) / sum,
        after: after.get(node) ?? 0,
      }));
    })
    .filter((group) => group.some(({ before, after: then }) => Math.abs(then - before) > SAME));
}

/** The weights after the change as overrides: relative weights, so that each sum of siblings stays. */
export function flipOverrides(
  flip: FlipAnswer,
  index: FrameworkIndex,
  weights: ReadonlyMap<NodeCode, number>,
): Override[] {
  return changedGroups(flip, index, weights).flatMap((group) => {
    const sum = group.reduce((total, { node }) => total + (weights.get(node) ?? 0), 0);
    const whole = group.reduce((total, { after }) => total + after, 0);
    return group.map(({ node, after }): Override => ({
      kind: 'weight',
      node,
      weight: (after / whole) * sum,
    }));
  });
}

/**
 * What moves, as shares of the index: the indicators where all weights may move, else the children of the one parent. The
 * largest change first.
 *
 * @param weights relative weights in force, of all nodes
 * @param parent null: all weights may move
 */
export function effectiveChanges(
  flip: FlipAnswer,
  index: FrameworkIndex,
  weights: ReadonlyMap<NodeCode, number>,
  parent: NodeCode | null,
): WeightChange[] {
  const then = new Map(flip.shares.map(({ node, share }) => [node, share]));
  const inGroup = new Set(then.keys());
  const shareNow = (node: NodeCode): number =>
    siblingShare(node, index, weights, (sibling) => !inGroup.has(node) || inGroup.has(sibling));
  const product = (node: NodeCode, share: (at: NodeCode) => number): number => {
    let total = 1;
    for (let at: NodeCode | null = node; at !== null; at = index.byCode.get(at)?.parent ?? null) {
      total *= share(at);
    }
    return total;
  };
  const nodes =
    parent === null
      ? index.indicators.map(({ code }) => code).filter((code) => inGroup.has(code))
      : [...inGroup];
  return nodes
    .map((node) => ({
      node,
      before: product(node, shareNow),
      after: product(node, (at) => then.get(at) ?? shareNow(at)),
    }))
    .filter(({ before, after }) => Math.abs(after - before) > SAME)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
