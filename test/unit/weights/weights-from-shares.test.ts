import { expect, test } from 'vitest';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { siblingWeightsProblem } from '../../../shared/weights/sibling-weights.ts';
import { weightsFromShares } from '../../../shared/weights/weights-from-shares.ts';

const node = (code: string) => code as NodeCode;
const tree: [string, string | null, number][] = [
  ['index', null, 1],
  ['a', 'index', 30],
  ['b', 'index', 60],
  ['out', 'index', 10],
  ['a1', 'a', 1],
  ['a2', 'a', 3],
];
const index = indexFramework({
  nodes: tree.map(([code, parent, weight]) => ({ code, parent, weight, indicator: null })),
} as unknown as { nodes: FrameworkNode[] } as Parameters<typeof indexFramework>[0]);
const current = new Map(tree.map(([code, , weight]) => [node(code), weight]));

test('siblings get their shares of the sum they have; who is left out of the scoring keeps its weight', () => {
  const groups = weightsFromShares(index, current, [
    { node: node('a'), share: 0.5 },
    { node: node('b'), share: 0.5 },
  ]);
  expect(groups).toEqual([
    {
      parent: 'index',
      weights: [
        { node: 'a', weight: 45 },
        { node: 'b', weight: 45 },
        { node: 'out', weight: 10 },
      ],
    },
  ]);
  const before = groups[0]?.weights.map(({ node: code }) => ({
    node: code,
    weight: current.get(code) ?? 0,
  }));
  expect(siblingWeightsProblem(before ?? [], groups[0]?.weights ?? [])).toBeNull();
});

test('groups that stay as they are are not written', () => {
  expect(
    weightsFromShares(index, current, [
      { node: node('a1'), share: 0.25 },
      { node: node('a2'), share: 0.75 },
    ]),
  ).toEqual([]);
});
