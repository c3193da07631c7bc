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
    // NaN is neither smaller nor larger.
    if (x < min) min = x;
    if (x > max) max = x;
    count += Number(x === x);
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

export interface ColumnShape {
  /** Bias-corrected skewness (type 2); NaN for fewer than three values or no spread. */
  readonly skew: number;
  /** Bias-corrected excess kurtosis (type 2); NaN for fewer than four values or no spread. */
  readonly kurtosis: number;
}

/**
 * With d = x − mean: skew = √(n(n−1))/(n−2) · √n·Σd³/(Σd²)^1.5,
 * excess kurtosis = (n−1)/((n−2)(n−3)) · ((n+1)(n·Σd⁴/(Σd²)² − 3) + 6).
 * Joanes & Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998).
 */
export function columnShape(column: Float64Array): ColumnShape {
  const mean = columnMean(column);
  let n = 0;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let at = 0; at < column.length; at++) {
    const x = column[at];
    if (x !== x) continue;
    n++;
    const d = x - mean;
    const square = d * d;
    squares += square;
    cubes += square * d;
    fourths += square * square;
  }
  return {
    skew:
      n < 3 ? NaN : ((Math.sqrt(n * (n - 1)) / (n - 2)) * Math.sqrt(n) * cubes) / squares ** 1.5,
    kurtosis:
      n < 4
        ? NaN
        : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * ((n * fourths) / squares ** 2 - 3) + 6),
  };
}
