import { describe, expect, test } from 'vitest';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { Framework } from '../../../shared/model/framework.ts';
import {
  breakdownOf,
  openableNodes,
  pointsOfParts,
} from '../../../renderer/features/ranking/breakdown.ts';
import { rankingRows } from '../../../renderer/features/ranking/ranking-rows.ts';
import { rankingTable } from '../../../renderer/features/ranking/ranking-table.ts';
import { openGroups } from '../../../renderer/features/ranking/separable-groups.ts';
import {
  existingUnits,
  inPlacesOf,
  onlyUnits,
} from '../../../renderer/features/ranking/shown-rows.ts';
import { groupingAttributes } from '../../../renderer/features/ranking/unit-groups.ts';
import { dividedBy, node, nodeNamed, resultOf, unit } from './results.ts';

const index = indexFramework({
  nodes: [
    nodeNamed('index', null),
    nodeNamed('a'),
    nodeNamed('b'),
    nodeNamed('a1', 'a'),
    nodeNamed('a2', 'a'),
  ],
} as unknown as Framework);
const everything = () => true;

/** Nodes of `index` without the index, as `resultOf` wants them. */
const NODES = ['a', 'b', 'a1', 'a2'];
const result = resultOf(
  NODES,
  [
    { code: 'x', rank: 1, score: 60, contributions: [40, 20, 30, 10], values: [1, 1, 1, 1] },
    { code: 'y', rank: 2, score: 45, contributions: [15, 30, 15, 0], values: [1, 1, 1, NaN] },
  ],
  [0.6, 0.4, 0.4, 0.2],
);

describe('breakdownOf', () => {
  test('is by dimension until a node with children is opened', () => {
    for (const opened of [null, node('a1'), node('gone'), node('index')]) {
      const { parts, opened: node } = breakdownOf(index, opened, everything);
      expect(node).toBeNull();
      expect(parts.map((part) => part.node?.code)).toEqual(['a', 'b']);
    }
  });

  test('has the children of the opened node and the rest, whose points sum to 100', () => {
    const breakdown = breakdownOf(index, node('a'), everything);
    expect(breakdown.parts.map((part) => part.node?.code ?? null)).toEqual(['a1', 'a2', null]);
    const points = pointsOfParts(breakdown, result);
    expect(points.map((value) => Math.round(value))).toEqual([40, 20, 40]);
  });

  test('leaves out what is not scored', () => {
    const scored = (code: string) => code !== 'b';
    expect(breakdownOf(index, null, scored).parts.map((part) => part.node?.code)).toEqual(['a']);
  });

  test('can open the inner nodes only', () => {
    expect(openableNodes(index).map((each) => [each.node.code, each.depth])).toEqual([['a', 1]]);
  });
});

describe('rows of an opened node', () => {
  const breakdown = breakdownOf(index, node('a'), everything);
  const { ranked } = rankingRows(result, null, breakdown, []);

  test('have parts that sum to the score, and tell missing from zero', () => {
    expect(ranked[0]?.parts?.map(({ contribution }) => contribution)).toEqual([30, 10, 20]);
    expect(ranked[1]?.parts?.map(({ contribution }) => contribution)).toEqual([15, 0, 30]);
    expect(ranked[1]?.parts?.map(({ missing }) => missing)).toEqual([false, true, false]);
  });

  test('have no parts where the node does not sum over its children', () => {
    const geometric = resultOf(NODES, [
      { code: 'x', rank: 1, score: 60, contributions: [40, 20, NaN, NaN] },
    ]);
    expect(rankingRows(geometric, null, breakdown, []).ranked[0]?.parts).toBeNull();
  });

  test('are copied with a column for every part', () => {
    const table = rankingTable(ranked, [], {
      columns: {
        rank: 'rank',
        best: 'best',
        worst: 'worst',
        low: 'low',
        high: 'high',
        gained: 'gained',
        name: 'name',
        score: 'score',
        scoreLow: 'from',
        scoreHigh: 'to',
        coverage: 'coverage',
      },
      parts: ['a1', 'a2', 'rest'],
      nameOf: (code) => code,
    });
    expect(table.columns.slice(0, 6)).toEqual(['rank', 'name', 'score', 'a1', 'a2', 'rest']);
    expect(table.rows[1]?.slice(0, 6)).toEqual([2, 'y', 45, 15, 0, 30]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});

describe('which rows are shown, and where', () => {
  const { ranked } = rankingRows(result, null, dividedBy('a', 'b'), []);
  const codes = (rows: readonly { unit: string }[]) => rows.map((row) => row.unit);

  test('rows keep the places they had; new ones follow', () => {
    expect(codes(inPlacesOf(ranked, [unit('y'), unit('x')]))).toEqual(['y', 'x']);
    expect(codes(inPlacesOf(ranked, [unit('y')]))).toEqual(['y', 'x']);
  });

  test('only the chosen units are left, with their own ranks', () => {
    const left = onlyUnits(ranked, new Set([unit('y')]));
    expect(left.map((row) => [row.unit, row.rank])).toEqual([['y', 2]]);
  });

  test('a choice of units that are all gone means all', () => {
    expect(existingUnits([unit('gone')], [unit('x')])).toBeNull();
    expect(existingUnits([unit('gone'), unit('x')], [unit('x')])).toEqual(new Set(['x']));
    expect(existingUnits(null, [unit('x')])).toBeNull();
  });
});

describe('openGroups', () => {
  const groups = (intervals: readonly (readonly [number, number])[]) => {
    const drawn = resultOf(
      ['a'],
      intervals.map((plausible, at) => ({
        code: `u${at}`,
        rank: at + 1,
        score: 90 - at,
        low: 0,
        high: 100,
        plausible,
      })),
    );
    return openGroups(rankingRows(drawn, null, dividedBy(), []).ranked, drawn).map(
      ({ from, to }) => [from, to],
    );
  };

  test('are the longest runs in which no two are separable, and may overlap', () => {
    expect(
      groups([
        [1, 2],
        [1, 3],
        [3, 4],
        [5, 5],
      ]),
    ).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  test('are none where every rank is certain, and one where none is', () => {
    expect(
      groups([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toEqual([]);
    expect(
      groups([
        [1, 3],
        [1, 3],
        [1, 3],
      ]),
    ).toEqual([[1, 3]]);
  });
});

test('groupingAttributes leaves out attributes that divide nothing', () => {
  const of = (code: string, attributes: Record<string, string>) => ({
    code: unit(code),
    name: { zh: code, en: code },
    attributes,
  });
  const units = [
    of('x', { kind: 'big', model: 'A', same: '1' }),
    of('y', { kind: 'big', model: 'B', same: '1' }),
    of('z', { kind: 'small', model: 'C', same: '1' }),
  ];
  expect(groupingAttributes(units)).toEqual([
    {
      attribute: 'kind',
      groups: [
        { value: 'big', units: ['x', 'y'] },
        { value: 'small', units: ['z'] },
      ],
    },
  ]);
});
