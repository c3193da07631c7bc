import type { NodeCode } from '../model/ids.ts';
import type { SiblingWeight } from './rebalance.ts';

/** How far a sum of weights may be from the one before, relative to it: what a drag's arithmetic loses is far below. */
const TOLERANCE = 1e-9;

export type SiblingWeightsProblem =
  | {
      readonly reason: 'not-a-sibling' | 'sibling-missing' | 'sibling-twice';
      readonly node: NodeCode;
    }
  | { readonly reason: 'sum-changed'; readonly expected: number; readonly found: number };

/** Why `proposed` cannot take the place of the weights of all children of one parent; null: it can. */
export function siblingWeightsProblem(
  current: readonly SiblingWeight[],
  proposed: readonly SiblingWeight[],
): SiblingWeightsProblem | null {
  const missing = new Set(current.map(({ node }) => node));
  const given = new Set<NodeCode>();
  for (const { node } of proposed) {
    if (given.has(node)) return { reason: 'sibling-twice', node };
    given.add(node);
    if (!missing.delete(node)) return { reason: 'not-a-sibling', node };
  }
  for (const node of missing) return { reason: 'sibling-missing', node };

  const expected = sumOf(current);
  const found = sumOf(proposed);
  if (Math.abs(found - expected) <= TOLERANCE * Math.max(expected, 1)) return null;
  return { reason: 'sum-changed', expected, found };
}

function sumOf(siblings: readonly SiblingWeight[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}
