import type { FrameworkIndex } from '../model/framework-index.ts';
import type { NodeCode } from '../model/ids.ts';
import type { WeightSet } from '../model/weight-set.ts';
import type { SiblingWeight } from './rebalance.ts';

/** Shares that differ by less are equal but for rounding. */
const SAME_SHARE = 1e-9;

export interface SetGroup {
  readonly parent: NodeCode;
  /** All children, with the sum they have now. */
  readonly weights: readonly SiblingWeight[];
}

export interface SetGroups {
  /** Groups of siblings whose shares differ from the set's, in the framework's order. */
  readonly changed: readonly SetGroup[];
  /** Parents whose children are not those that the set names, or weigh nothing in it: the set says nothing of them. */
  readonly unknown: readonly NodeCode[];
}

/**
 * What a set of weights would change: weights are relative, so a group is compared, and given, by its shares.
 *
 * @param current relative weight of every node now
 */
export function groupsOfSet(
  index: FrameworkIndex,
  current: ReadonlyMap<NodeCode, number>,
  set: WeightSet,
): SetGroups {
  const stored = new Map(set.weights.map(({ node, weight }) => [node, weight]));
  const changed: SetGroup[] = [];
  const unknown: NodeCode[] = [];
  for (const [parent, children] of index.children) {
    if (children.length === 0) continue;
    const before = children.map(({ code }) => current.get(code) ?? 0);
    const then = children.map(({ code }) => stored.get(code) ?? Number.NaN);
    const [sum, sumThen] = [total(before), total(then)];
    // A sum that is no number, or 0, has no shares.
    if (!(sumThen > 0) || !(sum > 0)) {
      unknown.push(parent);
      continue;
    }
    const isSame = before.every(
      (weight, at) => Math.abs(weight / sum - (then[at] ?? 0) / sumThen) <= SAME_SHARE,
    );
    if (isSame) continue;
    const weights = children.map(({ code }, at) => ({
      node: code,
      weight: ((then[at] ?? 0) / sumThen) * sum,
    }));
    changed.push({ parent, weights });
  }
  return { changed, unknown };
}

function total(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
