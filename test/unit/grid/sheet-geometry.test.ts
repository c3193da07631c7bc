import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxOf,
  scrollToReveal,
  type SheetGeometry,
  spotAt,
} from '../../../renderer/features/grid/sheet-geometry.ts';

const geometry: SheetGeometry = {
  rowHeight: 28,
  headHeight: 100,
  unitWidth: 120,
  columnStarts: [0, 80, 200, 260],
  rows: 50,
};

test('finds what is under the pointer, also when scrolled', () => {
  const view = { scrollLeft: 0, scrollTop: 0, clientWidth: 400, clientHeight: 400 };
  expect(spotAt(10, 10, view, geometry)).toEqual({ zone: 'corner' });
  expect(spotAt(200, 10, view, geometry)).toEqual({ zone: 'head', column: 1 });
  expect(spotAt(10, 100, view, geometry)).toEqual({ zone: 'unit', row: 0 });
  expect(spotAt(120, 100, view, geometry)).toEqual({ zone: 'cell', place: { row: 0, column: 0 } });
  expect(spotAt(381, 150, view, geometry)).toEqual({ zone: 'outside' });
  const scrolled = { ...view, scrollLeft: 80, scrollTop: 280 };
  expect(spotAt(120, 100, scrolled, geometry)).toEqual({
    zone: 'cell',
    place: { row: 10, column: 1 },
  });
});

test('every cell that was brought into view is found where it is drawn', () => {
  fc.assert(
    fc.property(
      fc.nat(49),
      fc.nat(2),
      fc.nat(2000),
      fc.nat(300),
      (row, column, scrollTop, scrollLeft) => {
        const view = { scrollLeft, scrollTop, clientWidth: 260, clientHeight: 300 };
        const { left, top } = scrollToReveal({ row, column }, view, geometry);
        const box = boxOf({ top: row, bottom: row, left: column, right: column }, geometry);
        const seen = { ...view, scrollLeft: left, scrollTop: top };
        const [x, y] = [box.left - left, box.top - top];
        expect(x).toBeGreaterThanOrEqual(geometry.unitWidth);
        expect(y).toBeGreaterThanOrEqual(geometry.headHeight);
        expect(x + box.width).toBeLessThanOrEqual(seen.clientWidth);
        expect(y + box.height).toBeLessThanOrEqual(seen.clientHeight);
        expect(spotAt(x, y, seen, geometry)).toEqual({ zone: 'cell', place: { row, column } });
      },
    ),
  );
});
