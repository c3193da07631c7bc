import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SheetGeometry } from '../../../renderer/features/grid/sheet-geometry.ts';
import {
  columnsOfHead,
  columnsOfRow,
  sheetWindow,
} from '../../../renderer/features/grid/sheet-window.ts';

const geometry: SheetGeometry = {
  rowHeight: 28,
  headHeight: 100,
  unitWidth: 120,
  columnStarts: Array.from({ length: 61 }, (_, column) => column * 80),
  rows: 1000,
};
const view = { clientWidth: 1200, clientHeight: 700 };

test('holds every cell that is seen, wherever the sheet is scrolled to', () => {
  fc.assert(
    fc.property(fc.nat(27_400), fc.nat(3720), (scrollTop, scrollLeft) => {
      const shown = sheetWindow({ ...view, scrollTop, scrollLeft }, geometry);
      expect(shown.rowsFrom * 28).toBeLessThanOrEqual(scrollTop);
      expect(shown.rowsTo * 28).toBeGreaterThanOrEqual(Math.min(28_000, scrollTop + 600));
      const rows = Array.from({ length: 10 }, (_, row) => columnsOfRow(shown, row, 60));
      for (const { columnsFrom, columnsTo } of [columnsOfHead(shown, 60), ...rows]) {
        expect(columnsFrom).toBeGreaterThanOrEqual(0);
        expect(columnsFrom * 80).toBeLessThanOrEqual(scrollLeft);
        expect(columnsTo * 80).toBeGreaterThanOrEqual(Math.min(4800, scrollLeft + 1080));
        expect(columnsTo).toBeLessThanOrEqual(60);
        expect(columnsTo - columnsFrom).toBeLessThan(37);
      }
      expect(shown.rowsTo - shown.rowsFrom).toBeLessThan(45);
    }),
  );
});

test('stays the same while little is scrolled', () => {
  const at = (scrollTop: number) => sheetWindow({ ...view, scrollTop, scrollLeft: 0 }, geometry);
  const moves = Array.from({ length: 280 }, (_, pixel) => at(5000 + pixel)).filter(
    (shown, pixel, all) => pixel > 0 && shown.rowsFrom !== all[pixel - 1]?.rowsFrom,
  );
  // Ten rows pass, two at a step.
  expect(moves.length).toBeLessThanOrEqual(5);
});

test('rows take turns when the sheet is scrolled sideways', () => {
  const spans = (scrollLeft: number) => {
    const shown = sheetWindow({ ...view, scrollTop: 0, scrollLeft }, geometry);
    return Array.from({ length: 40 }, (_, row) => columnsOfRow(shown, row, 60).columnsFrom);
  };
  let moved = 0;
  for (let scrollLeft = 1000; scrollLeft < 2280; scrollLeft += 40) {
    const [before, after] = [spans(scrollLeft), spans(scrollLeft + 40)];
    const movedNow = after.filter((from, row) => from !== before[row]).length;
    // 40 rows in seven turns.
    expect(movedNow).toBeLessThanOrEqual(6);
    moved += movedNow;
  }
  // Sixteen columns pass, eight at a step.
  expect(moved).toBe(80);
});

test('has nothing of an empty sheet', () => {
  const empty = { ...geometry, rows: 0, columnStarts: [0] };
  expect(sheetWindow({ ...view, scrollTop: 0, scrollLeft: 0 }, empty)).toEqual({
    rowsFrom: 0,
    rowsTo: 0,
    columnsFrom: 0,
    columnsTo: 0,
  });
});
