import type { SheetGeometry, Viewport } from './sheet-geometry.ts';

/** The rows and columns that exist in the document: from the first up to, not including, the last. */
export interface SheetWindow {
  readonly rowsFrom: number;
  readonly rowsTo: number;
  readonly columnsFrom: number;
  readonly columnsTo: number;
}

/**
 * The window moves in steps, so that slow scrolling draws nothing in most frames; in short ones, because with longer ones
 * quick scrolling misses a frame at each.
 */
const ROW_STEP = 2;
/** A move sideways draws every row in view anew: longer steps. */
const COLUMN_STEP = 8;
/** Rows and pixels beyond the edges that are kept, so that quick scrolling finds them there. */
const ROWS_BEYOND = 6;
const PIXELS_BEYOND = 240;
/** Up to here all columns exist all the time. */
const FEW_COLUMNS = 32;

export function sheetWindow(view: Viewport, geometry: SheetGeometry): SheetWindow {
  const { rowHeight, headHeight, rows } = geometry;
  const rowsInView = Math.ceil(Math.max(0, view.clientHeight - headHeight) / rowHeight) + 1;
  // Always the same number, so that rows which leave the window can become the ones that enter it.
  const rowCount = Math.min(rows, ceilTo(rowsInView + 2 * ROWS_BEYOND + ROW_STEP, ROW_STEP));
  const firstRow = floorTo(Math.floor(view.scrollTop / rowHeight) - ROWS_BEYOND, ROW_STEP);
  const rowsFrom = clamp(firstRow, rows - rowCount);
  return { rowsFrom, rowsTo: rowsFrom + rowCount, ...columnsInView(view, geometry) };
}

function columnsInView(
  view: Viewport,
  { columnStarts, unitWidth }: SheetGeometry,
): Pick<SheetWindow, 'columnsFrom' | 'columnsTo'> {
  const count = columnStarts.length - 1;
  if (count <= FEW_COLUMNS) return { columnsFrom: 0, columnsTo: count };
  const from = view.scrollLeft - PIXELS_BEYOND;
  const to = view.scrollLeft + view.clientWidth - unitWidth + PIXELS_BEYOND;
  const afterFirst = columnStarts.findIndex((start) => start > from);
  const afterLast = columnStarts.findIndex((start) => start >= to);
  return {
    columnsFrom: clamp(floorTo(afterFirst - 1, COLUMN_STEP), count),
    columnsTo: afterLast < 0 ? count : clamp(ceilTo(afterLast, COLUMN_STEP), count),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

function ceilTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
