/** Statistics of one column; NaN cells are missing and left out. */

export interface ColumnRange {
  /** Number of values present. */
  readonly count: number;
  /** NaN when nothing is present. */
  readonly min: number;
  readonly max: number;
}

export function columnRange(column: Float64Array): ColumnRange {
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let at = 0; at < column.length; at++) {
    const x = column[at];
    if (x !== x) continue;
    count++;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return count === 0 ? { count, min: NaN, max: NaN } : { count, min, max };
}

/** Arithmetic mean; NaN of an empty column. Two passes, so that a large common offset costs no digits. */
export function columnMean(column: Float64Array): number {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < column.length; at++) {
    const x = column[at];
    if (x !== x) continue;
    count++;
    sum += x;
  }
  if (count === 0) return NaN;
  const mean = sum / count;
  let residue = 0;
  for (let at = 0; at < column.length; at++) {
    const x = column[at];
    if (x === x) residue += x - mean;
  }
  return mean + residue / count;
}

/** Sample standard deviation, divisor n − 1; NaN for fewer than two values. */
export function columnStandardDeviation(column: Float64Array): number {
  const mean = columnMean(column);
  let count = 0;
  let squares = 0;
  for (let at = 0; at < column.length; at++) {
    const x = column[at];
    if (x !== x) continue;
    count++;
    squares += (x - mean) * (x - mean);
  }
  return count < 2 ? NaN : Math.sqrt(squares / (count - 1));
}

/** Median: the middle value, or the mean of the two middle ones; NaN of an empty column. */
export function columnMedian(column: Float64Array): number {
  const present = column.filter((x) => x === x).sort();
  const half = present.length >> 1;
  if (present.length === 0) return NaN;
  return present.length % 2 === 1 ? present[half] : (present[half - 1] + present[half]) / 2;
}
