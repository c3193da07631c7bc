import type { Place, Range } from './range.ts';

/** Measures of the sheet in pixels. The head and the column of units stay in view while the rest scrolls under them. */
export interface SheetGeometry {
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly unitWidth: number;
  /** Left edge of every column, from 0, and of the end. */
  readonly columnStarts: readonly number[];
  readonly rows: number;
}

/** A box on the canvas, which is as large as the whole sheet with its head and its column of units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the canvas that is seen. */
export interface Viewport {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
}

export type SheetSpot =
  | { readonly zone: 'cell'; readonly place: Place }
  | { readonly zone: 'head'; readonly column: number }
  | { readonly zone: 'unit'; readonly row: number }
  | { readonly zone: 'corner' }
  | { readonly zone: 'outside' };

export function canvasWidth({ unitWidth, columnStarts }: SheetGeometry): number {
  return unitWidth + (columnStarts.at(-1) ?? 0);
}

export function canvasHeight({ headHeight, rowHeight, rows }: SheetGeometry): number {
  return headHeight + rowHeight * rows;
}

export function boxOf(range: Range, geometry: SheetGeometry): Box {
  const { rowHeight, headHeight, unitWidth, columnStarts } = geometry;
  const left = columnStarts[range.left] ?? 0;
  return {
    left: unitWidth + left,
    top: headHeight + range.top * rowHeight,
    width: (columnStarts[range.right + 1] ?? left) - left,
    height: (range.bottom - range.top + 1) * rowHeight,
  };
}

/** What lies at a point of the visible part, measured from its upper left corner. */
export function spotAt(x: number, y: number, view: Viewport, geometry: SheetGeometry): SheetSpot {
  const { headHeight, unitWidth } = geometry;
  if (x < 0 || y < 0) return { zone: 'outside' };
  const place = placeAt(x, y, view, geometry);
  const columnExists = place.column < geometry.columnStarts.length - 1;
  const rowExists = place.row < geometry.rows;
  if (y < headHeight) {
    if (x < unitWidth) return { zone: 'corner' };
    return columnExists ? { zone: 'head', column: place.column } : { zone: 'outside' };
  }
  if (x < unitWidth) return rowExists ? { zone: 'unit', row: place.row } : { zone: 'outside' };
  return columnExists && rowExists ? { zone: 'cell', place } : { zone: 'outside' };
}

/** The place under a point, wherever the point is: beyond an edge it is a place that does not exist. */
export function placeAt(x: number, y: number, view: Viewport, geometry: SheetGeometry): Place {
  const { rowHeight, headHeight, unitWidth, columnStarts } = geometry;
  const inColumns = x - unitWidth + view.scrollLeft;
  const after = columnStarts.findIndex((start) => start > inColumns);
  return {
    row: Math.floor((y - headHeight + view.scrollTop) / rowHeight),
    column: after < 0 ? columnStarts.length - 1 : after - 1,
  };
}

/** The least scrolling that brings a cell fully into view. */
export function scrollToReveal(
  place: Place,
  view: Viewport,
  geometry: SheetGeometry,
): { left: number; top: number } {
  const { rowHeight, headHeight, unitWidth, columnStarts } = geometry;
  const start = columnStarts[place.column] ?? 0;
  const end = columnStarts[place.column + 1] ?? start;
  return {
    left: nearest(view.scrollLeft, start, end, view.clientWidth - unitWidth),
    top: nearest(
      view.scrollTop,
      place.row * rowHeight,
      (place.row + 1) * rowHeight,
      view.clientHeight - headHeight,
    ),
  };
}

function nearest(scroll: number, start: number, end: number, room: number): number {
  if (start < scroll) return start;
  // A column wider than the window is shown from its beginning.
  return end > scroll + room ? Math.min(start, end - room) : scroll;
}
