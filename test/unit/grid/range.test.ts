import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edgeOfData,
  isInRange,
  nextInRange,
  placesOf,
  rangeBetween,
  rangeHeight,
  rangeWidth,
} from '../../../renderer/features/grid/range.ts';

const place = fc.record({ row: fc.nat(6), column: fc.nat(6) });

describe('a range of cells', () => {
  test('is the same from either of its corners', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const range = rangeBetween(one, other);
        expect(range).toEqual(rangeBetween(other, one));
        expect(isInRange(one, range) && isInRange(other, range)).toBe(true);
        expect(placesOf(range)).toHaveLength(rangeHeight(range) * rangeWidth(range));
      }),
    );
  });

  test('is walked through completely by Tab and by Enter, and back', () => {
    fc.assert(
      fc.property(place, place, fc.constantFrom('row', 'column'), (one, other, along) => {
        const range = rangeBetween(one, other);
        const seen = new Set<string>();
        let at = one;
        for (const _ of placesOf(range)) {
          seen.add(`${at.row}/${at.column}`);
          const next = nextInRange(at, range, along, 1);
          expect(nextInRange(next, range, along, -1)).toEqual(at);
          at = next;
        }
        expect(at).toEqual(one);
        expect(seen.size).toBe(placesOf(range).length);
      }),
    );
  });
});

describe('Ctrl with an arrow', () => {
  const extent = { rows: 1, columns: 10 };
  // filled: 0 1 2 . . 5 6 . . 9
  const filled = new Set([0, 1, 2, 5, 6, 9]);
  const right = (column: number) =>
    edgeOfData({ row: 0, column }, { rows: 0, columns: 1 }, extent, (at) => filled.has(at.column))
      .column;

  test('goes to the end of a filled stretch', () => expect(right(0)).toBe(2));
  test('leaps over a gap to the next filled cell', () => {
    expect(right(2)).toBe(5);
    expect(right(3)).toBe(5);
    expect(right(6)).toBe(9);
  });
  test('stays at the edge', () => expect(right(9)).toBe(9));
  test('goes to the edge when nothing is filled on the way', () => {
    expect(
      edgeOfData({ row: 0, column: 4 }, { rows: 0, columns: 1 }, extent, () => false).column,
    ).toBe(9);
  });
});
