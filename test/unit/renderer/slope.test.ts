import { describe, expect, test } from 'vitest';
import {
  labelHeights,
  layOutSlope,
  spreadApart,
} from '../../../renderer/features/slope/slope-layout.ts';
import { slopeLines } from '../../../renderer/features/slope/slope-lines.ts';
import { slopeTable } from '../../../renderer/features/slope/slope-table.ts';
import { resultOf } from './results.ts';

const before = resultOf(
  ['a'],
  [
    { code: 'x', rank: 1, score: 60 },
    { code: 'y', rank: 2, score: 50 },
    { code: 'z', rank: 3, score: 40 },
    { code: 'never', rank: 0, score: 10 },
    { code: 'comes', rank: 0, score: 30 },
  ],
);
const after = resultOf(
  ['a'],
  [
    { code: 'y', rank: 1, score: 55 },
    { code: 'x', rank: 1, score: 55 },
    { code: 'z', rank: 0, score: 40 },
    { code: 'never', rank: 0, score: 10 },
    { code: 'comes', rank: 3, score: 35 },
  ],
);
const lines = slopeLines(before, after);

describe('slopeLines', () => {
  test('has every unit with a rank on either side, by the ranks now', () => {
    expect(lines.map(({ unit, move }) => [unit, move])).toEqual([
      ['y', 'up'],
      ['x', 'same'],
      ['comes', 'in'],
      ['z', 'out'],
    ]);
  });

  test('knows ties, and has no score where there is no rank', () => {
    expect(lines[0]?.after).toEqual({ rank: 1, tied: true, score: 55 });
    expect(lines[2]?.before).toEqual({ rank: 0, tied: false, score: NaN });
  });
});

describe('layOutSlope', () => {
  test('gives every end a place of its own, ties below each other and the unranked apart', () => {
    const layout = layOutSlope(lines, 'rank', 40, 340);
    const sorted = (ends: readonly { y: number }[]) => ends.map(({ y }) => y);
    const [y = 0, x = 0, comes = 0, z = 0] = sorted(layout.after);
    expect(new Set([y, x, comes, z]).size).toBe(4);
    expect(z - comes).toBeCloseTo(2 * layout.gap);
    expect(layout.unranked.after).toBe(z);
    expect(Math.max(...sorted(layout.before), ...sorted(layout.after))).toBeLessThanOrEqual(340);
  });

  test('puts equal scores at one height on both sides, and their labels apart', () => {
    const { before: left, after: right } = layOutSlope(lines, 'score', 40, 340);
    expect(right[0]?.y).toBe(right[1]?.y);
    expect(Math.abs((right[0]?.labelY ?? 0) - (right[1]?.labelY ?? 0))).toBeGreaterThanOrEqual(15);
    // 60 is the best score of both sides.
    expect(left[1]?.y).toBe(40);
  });

  test('is sensible for one unit alone', () => {
    const alone = resultOf(['a'], [{ code: 'x', rank: 1, score: 60 }]);
    for (const scale of ['rank', 'score'] as const) {
      const layout = layOutSlope(slopeLines(alone, alone), scale, 40, 340);
      expect(layout.before).toEqual([{ y: 40, labelY: 40 }]);
      expect(layout.after).toEqual([{ y: 40, labelY: 40 }]);
    }
  });
});

describe('spreadApart', () => {
  test('keeps the order and the distance, and stays within the ends where there is room', () => {
    const places = spreadApart([50, 50, 52, 10], 10, 0, 60);
    expect(places[3]).toBe(10);
    const sorted = places.toSorted((a, b) => a - b);
    for (let at = 1; at < sorted.length; at++)
      expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...places)).toBeLessThanOrEqual(60);
  });

  test('moves nothing that is apart already', () => {
    expect(spreadApart([5, 30, 55], 10, 0, 60)).toEqual([5, 30, 55]);
  });
});

describe('labelHeights', () => {
  const ends = Array.from({ length: 100 }, (_, at) => ({ y: 40 + at, labelY: 40 + at }));
  const least = (heights: readonly (number | null)[]) => {
    const drawn = heights.filter((height) => height !== null).toSorted((a, b) => a - b);
    return Math.min(...drawn.slice(1).map((height, at) => height - (drawn[at] ?? 0)));
  };

  test('leaves out labels that would overlap', () => {
    const heights = labelHeights(ends, [], 40, 140);
    expect(heights.filter((height) => height !== null)).toHaveLength(8);
    expect(least(heights)).toBeGreaterThanOrEqual(13);
  });

  test('always has the marked ones, apart from each other and from all others', () => {
    const heights = labelHeights(ends, [50, 51], 40, 140);
    expect(heights[50]).not.toBeNull();
    expect(heights[51]).not.toBeNull();
    expect(least(heights)).toBeGreaterThanOrEqual(13);
    expect(heights.filter((height) => height !== null).length).toBeGreaterThan(5);
  });

  test('has every label where there is room', () => {
    const apart = [0, 16, 32].map((y) => ({ y, labelY: y }));
    expect(labelHeights(apart, [1], 0, 40)).toEqual([0, 16, 32]);
  });
});

test('slopeTable leaves empty what has no rank', () => {
  const table = slopeTable(lines, (code) => code, ['u', 'r1', 'r2', 's1', 's2', 'd']);
  expect(table.rows).toEqual([
    ['y', 2, 1, 50, 55, 5],
    ['x', 1, 1, 60, 55, -5],
    ['comes', null, 3, null, 35, null],
    ['z', 3, null, 40, null, null],
  ]);
});
