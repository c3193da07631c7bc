import { expect, test } from 'vitest';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { WeightSetId } from '../../../shared/model/ids.ts';
import type { WeightSet } from '../../../shared/model/weight-set.ts';
import { createNames } from '../../../shared/text/names.ts';
import { weightSetInWords } from '../../../shared/text/weight-set-in-words.ts';
import { groupsOfSet } from '../../../shared/weights/weight-set-groups.ts';
import { node, smallContent } from '../../support/small-content.ts';

const { framework } = smallContent();
const index = indexFramework(framework);
const now = new Map(framework.nodes.map(({ code, weight }) => [code, weight]));

function setOf(weights: Readonly<Record<string, number>>): WeightSet {
  return {
    id: 'set' as WeightSetId,
    name: 'a set',
    weights: Object.entries(weights).map(([code, weight]) => ({ node: node(code), weight })),
  };
}

const same = { reach: 6, worth: 4, users: 2, open: 1, stars: 3, growth: 1 };

test('a set with the same shares in other units changes nothing', () => {
  expect(groupsOfSet(index, now, setOf(same))).toEqual({ changed: [], unknown: [] });
});

test('a group that differs is given with the sum it has now', () => {
  const { changed } = groupsOfSet(index, now, setOf({ ...same, reach: 1, worth: 3 }));
  expect(changed).toEqual([
    {
      parent: node('index'),
      weights: [
        { node: node('reach'), weight: 25 },
        { node: node('worth'), weight: 75 },
      ],
    },
  ]);
});

test('of a group whose children it does not know, or that weighs nothing in it, a set says nothing', () => {
  const { growth: _growth, ...withoutGrowth } = same;
  expect(groupsOfSet(index, now, setOf(withoutGrowth)).unknown).toEqual([node('worth')]);
  expect(groupsOfSet(index, now, setOf({ ...same, users: 0, open: 0 })).unknown).toEqual([
    node('reach'),
  ]);
});

test('the differences are said with the shares of now and of the set', () => {
  const names = createNames('en', framework.nodes, []);
  const { growth: _growth, ...changed } = { ...same, reach: 1, worth: 3 };
  expect(weightSetInWords(index, now, setOf(changed), names)).toEqual([
    'Reach: 60% of its siblings now, 25% in the set',
    'Worth: 40% of its siblings now, 75% in the set',
    'what is below Worth is not what the set knows, and stays as it is',
  ]);
});
