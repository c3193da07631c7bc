/** A cell by its place among the rows and columns shown, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A block of cells; all four ends belong to it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns are shown. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export function rangeBetween(one: Place, other: Place): Range {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function rangeHeight(range: Range): number {
  return range.bottom - range.top + 1;
}

export function rangeWidth(range: Range): number {
  return range.right - range.left + 1;
}

export function isSingleCell(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right;
}

export function isInRange({ row, column }: Place, range: Range): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** All places of a block, row by row. */
export function placesOf(range: Range): Place[] {
  const places: Place[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) places.push({ row, column });
  }
  return places;
}

/** The nearest place that exists. */
export function clampPlace({ row, column }: Place, extent: Extent): Place {
  return {
    row: Math.max(0, Math.min(extent.rows - 1, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  };
}

/**
 * The next place in reading order inside a block, around its end: Tab walks along the rows, Enter down the columns.
 */
export function nextInRange(
  place: Place,
  range: Range,
  along: 'row' | 'column',
  step: 1 | -1,
): Place {
  const height = rangeHeight(range);
  const width = rangeWidth(range);
  const [row, column] = [place.row - range.top, place.column - range.left];
  const count = height * width;
  const number = along === 'row' ? row * width + column : column * height + row;
  const next = (number + step + count) % count;
  return along === 'row'
    ? { row: range.top + Math.floor(next / width), column: range.left + (next % width) }
    : { row: range.top + (next % height), column: range.left + Math.floor(next / height) };
}

/**
 * Where Ctrl with an arrow leads: from a filled cell to the last filled one before a gap, from the edge of a filled
 * stretch or from a gap to the next filled cell, and to the end where there is none.
 */
export function edgeOfData(
  from: Place,
  step: { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 },
  extent: Extent,
  isFilled: (place: Place) => boolean,
): Place {
  const after = ({ row, column }: Place): Place => ({
    row: row + step.rows,
    column: column + step.columns,
  });
  const exists = ({ row, column }: Place) =>
    row >= 0 && row < extent.rows && column >= 0 && column < extent.columns;
  let place = from;
  let next = after(place);
  if (!exists(next)) return from;
  const throughData = isFilled(place) && isFilled(next);
  while (exists(next)) {
    if (throughData && !isFilled(next)) return place;
    place = next;
    if (!throughData && isFilled(place)) return place;
    next = after(place);
  }
  return place;
}
