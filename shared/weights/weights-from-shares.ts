import type { FrameworkIndex } from '../model/framework-index.ts';
import type { NodeCode } from '../model/ids.ts';
import type { NodeShare } from '../model/weight-analysis.ts';
import type { SiblingWeight } from './rebalance.ts';

/** Shares that differ by less are equal but for rounding. */
const SAME_SHARE = 1e-9;

interface WeightsOfSiblings {
  readonly parent: NodeCode;
  /** All children, with the sum they have now. */
  readonly weights: readonly SiblingWeight[];
}

/**
 * The weights by which siblings get the shares that an analysis found. Siblings without a share are left out of the scoring
 * and keep their weight; groups that stay as they are are left out of the answer.
 *
 * @param current relative weight of every node now
 */
export function weightsFromShares(
  index: FrameworkIndex,
  current: ReadonlyMap<NodeCode, number>,
  shares: readonly NodeShare[],
): WeightsOfSiblings[] {
  const shareOf = new Map(shares.map(({ node, share }) => [node, share]));
  const groups: WeightsOfSiblings[] = [];
  for (const [parent, children] of index.children) {
    const scored = children.filter(({ code }) => shareOf.has(code));
    const total = scored.reduce((sum, { code }) => sum + (current.get(code) ?? 0), 0);
    if (!(total > 0)) continue;
    const changes = scored.some(
      ({ code }) =>
        Math.abs((shareOf.get(code) ?? 0) - (current.get(code) ?? 0) / total) > SAME_SHARE,
    );
    if (!changes) continue;
    const shareTotal = scored.reduce((sum, { code }) => sum + (shareOf.get(code) ?? 0), 0);
    groups.push({
      parent,
      weights: children.map(({ code }) => {
        const share = shareOf.get(code);
        const now = current.get(code) ?? 0;
        return { node: code, weight: share === undefined ? now : (share / shareTotal) * total };
      }),
    });
  }
  return groups;
}
