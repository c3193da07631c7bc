import type { NodeCode } from '../model/ids.ts';
import type { SiblingWeight } from './rebalance.ts';

/**
 * Proposed weights where locked siblings keep theirs: the others share what these leave, in the proposed ratios; where
 * the proposal gives them nothing, in the ratios they have.
 *
 * @param present weights of all scored siblings now
 * @param shares proposed share of each, in the same order
 * @returns weights with the sum of the present ones
 */
export function keepLocks(
  present: readonly SiblingWeight[],
  shares: readonly number[],
  locked: ReadonlySet<NodeCode>,
): readonly SiblingWeight[] {
  const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
  const isFree = ({ node }: SiblingWeight) => !locked.has(node);
  const left = sumOf(present.filter(isFree).map(({ weight }) => weight));
  const proposed = sumOf(
    shares.filter((_, at) => present[at] !== undefined && isFree(present[at])),
  );
  if (!(proposed > 0)) return present;
  return present.map((sibling, at) =>
    isFree(sibling)
      ? { node: sibling.node, weight: ((shares[at] ?? 0) / proposed) * left }
      : sibling,
  );
}
