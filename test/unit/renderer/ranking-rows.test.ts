import { describe, expect, test } from 'vitest';
import { notSeparableFrom, rankingRows } from '../../../renderer/features/ranking/ranking-rows.ts';
import { scoreScale, placeOn } from '../../../renderer/features/ranking/score-scale.ts';
import { BY_RANK, sortRows } from '../../../renderer/features/ranking/sort-rows.ts';
import { dividedBy, node, resultOf, unit } from './results.ts';

const dimensions = [node('a'), node('b')];
const breakdown = dividedBy('a', 'b');

describe('rankingRows', () => {
  const result = resultOf(
    ['a', 'b'],
    [
      { code: 'second', rank: 2, score: 40, contributions: [10, 30], values: [20, 60] },
      { code: 'few', rank: 0, score: 90, coverage: 0.1, values: [NaN, NaN] },
      { code: 'first', rank: 1, score: 70, contributions: [40, 30], values: [80, 60] },
      { code: 'more', rank: 0, score: 20, coverage: 0.2, values: [NaN, 20] },
    ],
    [0.3, 0.7],
  );

  test('puts the first rank first and the not ranked by their coverage', () => {
    const rows = rankingRows(result, null, breakdown, dimensions);
    expect(rows.ranked.map((row) => row.unit)).toEqual(['first', 'second']);
    expect(rows.unranked.map((row) => row.unit)).toEqual(['more', 'few']);
    expect(rows.ranked[0]?.parts).toEqual([
      { part: 0, contribution: 40, missing: false },
      { part: 1, contribution: 30, missing: false },
    ]);
  });

  test('names what a unit lacks, the heaviest first', () => {
    const { unranked } = rankingRows(result, null, breakdown, dimensions);
    expect(unranked.map((row) => row.lacking)).toEqual([['a'], ['b', 'a']]);
  });

  test('counts places gained, and tells new from unmoved', () => {
    const before = resultOf(
      ['a', 'b'],
      [
        { code: 'second', rank: 1, score: 50 },
        { code: 'first', rank: 0, score: 10 },
      ],
    );
    const moved = rankingRows(result, before, breakdown, []).ranked;
    expect(moved.map((row) => row.gained)).toEqual(['new', -1]);
    expect(rankingRows(result, null, breakdown, []).ranked[0]?.gained).toBeNull();
  });

  test('says that equal ranks are tied', () => {
    const tied = resultOf(
      ['a'],
      [
        { code: 'x', rank: 1, score: 50 },
        { code: 'y', rank: 1, score: 50 },
        { code: 'z', rank: 3, score: 20 },
      ],
    );
    expect(rankingRows(tied, null, dividedBy(), []).ranked.map((row) => row.tied)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('has no parts where the aggregation is not additive', () => {
    const geometric = resultOf(['a'], [{ code: 'x', rank: 1, score: 50 }]);
    expect(rankingRows(geometric, null, dividedBy('a'), []).ranked[0]?.parts).toBeNull();
  });
});

describe('notSeparableFrom', () => {
  test('goes by the plausible rank intervals where they were drawn', () => {
    const result = resultOf(
      ['a'],
      [
        { code: 'x', rank: 1, score: 60, low: 20, high: 90, plausible: [1, 1] },
        { code: 'y', rank: 2, score: 50, low: 20, high: 90, plausible: [2, 3] },
        { code: 'z', rank: 3, score: 40, low: 20, high: 90, plausible: [2, 3] },
      ],
    );
    const { ranked } = rankingRows(result, null, dividedBy(), []);
    const open = ranked.map((row) =>
      notSeparableFrom(row, ranked, result).map((other) => other.unit),
    );
    expect(open).toEqual([[], ['z'], ['y']]);
  });

  test('goes by the certain score intervals where nothing was drawn', () => {
    const result = resultOf(
      ['a'],
      [
        { code: 'x', rank: 1, score: 60, low: 58, high: 90 },
        { code: 'y', rank: 2, score: 50, low: 20, high: 57 },
        { code: 'z', rank: 3, score: 40, low: 20, high: 57 },
      ],
    );
    const { ranked } = rankingRows(result, null, dividedBy(), []);
    expect(notSeparableFrom(ranked[0]!, ranked, result)).toEqual([]);
    expect(notSeparableFrom(ranked[1]!, ranked, result).map((row) => row.unit)).toEqual(['z']);
  });
});

describe('scoreScale', () => {
  const rows = (units: Parameters<typeof resultOf>[1]) =>
    rankingRows(resultOf(['a'], units), null, dividedBy('a'), []);

  test('is 0 to 100 for scores on that scale', () => {
    const { ranked, unranked } = rows([{ code: 'x', rank: 1, score: 54, low: 29, high: 75 }]);
    expect(scoreScale(ranked, unranked)).toEqual({ from: 0, to: 100 });
  });

  test('holds negative parts and has round ends', () => {
    const { ranked, unranked } = rows([
      { code: 'x', rank: 1, score: 1.2, contributions: [1.2] },
      { code: 'y', rank: 2, score: -0.7, contributions: [-0.7] },
    ]);
    const scale = scoreScale(ranked, unranked);
    expect(scale.from).toBeLessThanOrEqual(-0.7);
    expect(scale.to).toBeGreaterThanOrEqual(1.2);
    expect(placeOn(scale, scale.from)).toBe(0);
    expect(placeOn(scale, 99)).toBe(1);
  });

  test('is not empty when every score is zero', () => {
    const { ranked, unranked } = rows([{ code: 'x', rank: 1, score: 0 }]);
    expect(scoreScale(ranked, unranked)).toEqual({ from: 0, to: 1 });
  });
});

describe('sortRows', () => {
  const { ranked } = rankingRows(
    resultOf(
      ['a'],
      [
        { code: 'x', rank: 1, score: 60, coverage: 0.4, contributions: [10] },
        { code: 'y', rank: 2, score: 50, coverage: 0.9, contributions: [50] },
      ],
    ),
    null,
    dividedBy('a'),
    [],
  );
  const order = (sort: typeof BY_RANK) =>
    sortRows(ranked, sort, (row) => row.unit, new Intl.Collator('en').compare).map(
      (row) => row.unit,
    );

  test('orders by coverage, name and a dimension, both ways', () => {
    expect(order(BY_RANK)).toEqual([unit('x'), unit('y')]);
    expect(order({ key: 'coverage', descending: true })).toEqual(['y', 'x']);
    expect(order({ key: 'name', descending: true })).toEqual(['y', 'x']);
    expect(order({ key: 0, descending: true })).toEqual(['y', 'x']);
    expect(order({ key: 0, descending: false })).toEqual(['x', 'y']);
  });
});
