import { describe, expect, it } from 'vitest';
import {
  orderScores,
  rankBounds,
  rankScores,
  tieTolerance,
} from '../../../electron/engine/rank.ts';
import { rankColumn } from '../../../electron/engine/rank-column.ts';

const ranks = (...scores: number[]) => [...rankScores(Float64Array.from(scores))];

describe('rankScores', () => {
  it('ranks from the highest down; ties share the smallest rank', () => {
    expect(ranks(10, 30, 20, 20)).toEqual([4, 1, 2, 2]);
    expect(ranks(5, 5, 5)).toEqual([1, 1, 1]);
    expect(ranks(-1, -2, 0)).toEqual([2, 3, 1]);
    expect(ranks()).toEqual([]);
  });

  it('leaves missing scores and units that take no part unranked', () => {
    expect(ranks(1, NaN, 2)).toEqual([2, 0, 1]);
    const scores = Float64Array.of(1, 9, 2);
    expect([...rankScores(scores, Uint8Array.of(1, 0, 1))]).toEqual([2, 0, 1]);
  });

  it('counts as equal what differs by at most 1e-9 of the largest absolute score', () => {
    expect(ranks(100, 100 - 0.9e-7, 50)).toEqual([1, 1, 3]);
    // Only the first is ahead of the third by more than that; the second is not.
    expect(ranks(100, 100 - 0.9e-7, 100 - 1.1e-7)).toEqual([1, 1, 2]);
    expect(ranks(-100, -100 + 0.9e-7)).toEqual([1, 1]);
    expect(tieTolerance(Float64Array.of(-200, 5))).toBeCloseTo(2e-7, 20);
    // The scale is that of the units that take part: a distant score left out does not blur the others.
    const scores = Float64Array.of(1e12, 1, 2);
    expect([...rankScores(scores, Uint8Array.of(0, 1, 1))]).toEqual([0, 2, 1]);
  });
});

it('counts as equal what differs by the tolerance itself', () => {
  // 1e-9 of 1e9 is 1.
  expect(ranks(1e9, 1e9 - 1, 1e9 - 2)).toEqual([1, 1, 2]);
});

describe('rankBounds', () => {
  const bounds = (lows: number[], highs: number[]) => {
    const { best, worst } = rankBounds(
      orderScores(Float64Array.from(lows)),
      orderScores(Float64Array.from(highs)),
    );
    return { best: [...best], worst: [...worst] };
  };

  it('counts as reached what is missed by the tolerance itself', () => {
    expect(bounds([1e9, 0], [1e9, 1e9 - 1])).toEqual({ best: [1, 1], worst: [2, 2] });
    expect(bounds([1e9, 0], [1e9, 1e9 - 2])).toEqual({ best: [1, 2], worst: [1, 2] });
  });

  it('takes the larger of the tolerances of lowest and highest scores', () => {
    // The second is behind the first by half, but the highest score is 1e9.
    expect(bounds([3, 2.5], [1e9, 2.5])).toEqual({ best: [1, 1], worst: [2, 2] });
    expect(bounds([3, -1e9], [3, 2.5])).toEqual({ best: [1, 1], worst: [2, 2] });
    expect(bounds([3, 2.5], [30, 2.5])).toEqual({ best: [1, 2], worst: [1, 2] });
  });

  it('counts the units certainly ahead and the units possibly ahead', () => {
    // a 60–80, b 50–70, c 10–20, d 15–15
    const { best, worst } = rankBounds(
      orderScores(Float64Array.of(60, 50, 10, 15), Uint8Array.of(1, 1, 1, 1)),
      orderScores(Float64Array.of(80, 70, 20, 15), Uint8Array.of(1, 1, 1, 1)),
    );
    expect([...best]).toEqual([1, 1, 3, 3]);
    expect([...worst]).toEqual([2, 2, 4, 4]);
  });

  it('looks at ranked units only', () => {
    const { best, worst } = rankBounds(
      orderScores(Float64Array.of(60, 50, 10), Uint8Array.of(1, 0, 1)),
      orderScores(Float64Array.of(60, 90, 20), Uint8Array.of(1, 0, 1)),
    );
    expect([...best]).toEqual([1, 0, 2]);
    expect([...worst]).toEqual([1, 0, 2]);
  });

  it('lets a touching interval reach, but never count as certainly ahead', () => {
    const { best, worst } = rankBounds(
      orderScores(Float64Array.of(50, 40), Uint8Array.of(1, 1)),
      orderScores(Float64Array.of(60, 50), Uint8Array.of(1, 1)),
    );
    expect([...best]).toEqual([1, 1]);
    expect([...worst]).toEqual([2, 2]);
  });
});

describe('rankColumn', () => {
  it.each([
    ['min', [2, 1, 2, NaN, 4]],
    ['max', [3, 1, 3, NaN, 4]],
    ['average', [2.5, 1, 2.5, NaN, 4]],
  ] as const)('gives the largest value the largest rank, ties %s', (ties, expected) => {
    const column = Float64Array.of(7, -2, 7, NaN, 8);
    const out = new Float64Array(5);
    rankColumn(column, ties, out);
    expect([...out]).toEqual(expected);
  });
});
