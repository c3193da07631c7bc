import type { SheetGeometry, Viewport } from './sheet-geometry.ts';

/** From the first column up to, not including, the last. */
export interface ColumnSpan {
  readonly columnsFrom: number;
  readonly columnsTo: number;
}

/** The rows that exist in the document, from the first up to the last, and the columns that each of them has at least. */
export interface SheetWindow extends ColumnSpan {
  readonly rowsFrom: number;
  readonly rowsTo: number;
}

/**
 * The window moves in steps, so that slow scrolling draws nothing in most frames; in short ones, because with longer ones
 * quick scrolling misses a frame at each.
 */
const ROW_STEP = 2;
/**
 * A row that gets or loses columns is laid out and painted as a whole: longer steps. Rows take turns, so that a frame
 * has the steps of few of them.
 */
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

/** The columns that the head has in the document. */
export function columnsOfHead(shown: SheetWindow, columnCount: number): ColumnSpan {
  return inSteps(shown, 0, columnCount);
}

/** The columns that one row has in the document. The head's turn is no row's. */
export function columnsOfRow(shown: SheetWindow, row: number, columnCount: number): ColumnSpan {
  return inSteps(shown, 1 + (row % (COLUMN_STEP - 1)), columnCount);
}

/** @param turn columns by which the steps are put off */
function inSteps(
  { columnsFrom, columnsTo }: ColumnSpan,
  turn: number,
  columnCount: number,
): ColumnSpan {
  return {
    columnsFrom: clamp(floorTo(columnsFrom - turn, COLUMN_STEP) + turn, columnCount),
    columnsTo: clamp(ceilTo(columnsTo - turn, COLUMN_STEP) + turn, columnCount),
  };
}

function columnsInView(view: Viewport, { columnStarts, unitWidth }: SheetGeometry): ColumnSpan {
  const count = columnStarts.length - 1;
  if (count <= FEW_COLUMNS) return { columnsFrom: 0, columnsTo: count };
  const from = view.scrollLeft - PIXELS_BEYOND;
  const to = view.scrollLeft + view.clientWidth - unitWidth + PIXELS_BEYOND;
  const afterFirst = columnStarts.findIndex((start) => start > from);
  const afterLast = columnStarts.findIndex((start) => start >= to);
  return {
    columnsFrom: clamp(afterFirst - 1, count),
    columnsTo: afterLast < 0 ? count : afterLast,
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
