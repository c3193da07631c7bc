import type { Columns } from '../columns.ts';

export interface Importance {
  /** Correlation of each column with the weighted mean; NaN without spread. */
  readonly correlation: Float64Array;
  /** correlation² / Σ correlation²: the share of influence a node really has; NaN when no correlation is defined. */
  readonly share: Float64Array;
}

/**
 * Importance of the columns for their weighted arithmetic mean, as squared correlation (first-order sensitivity under
 * linear dependence). Gaps: the mean of a unit runs over the columns it has, a correlation over the units that have the
 * column. Source: Paruolo, Saisana & Saltelli 2013; Becker, Saisana, Paruolo & Vandecasteele 2017.
 */
export function importance(columns: Columns, weights: ArrayLike<number>): Importance {
  const correlation = correlationsWithMean(columns, weightedMean(columns, weights).means);
  return { correlation, share: squaredShares(correlation) };
}

/** Correlation of every column with a series, over the units that have both. */
export function correlationsWithMean(columns: Columns, means: Float64Array): Float64Array {
  const rows = columns.units.length;
  return Float64Array.from(columns.nodes, (_, column) => {
    const { xx, xy, yy } = coMoments(columns.values, column * rows, means);
    // 0/0 without spread.
    return xy / Math.sqrt(xx * yy);
  });
}

/** Squares as shares of their sum; an undefined correlation has no influence (share 0). */
export function squaredShares(correlation: Float64Array): Float64Array {
  const squares = correlation.map((value) => (Number.isNaN(value) ? 0 : value * value));
  const sum = squares.reduce((total, square) => total + square, 0);
  return squares.map((square) => square / sum);
}

/** Mean of each unit over the columns it has, and the weight of those columns; NaN and 0 where it has none. */
export function weightedMean(columns: Columns, weights: ArrayLike<number>) {
  const rows = columns.units.length;
  const means = new Float64Array(rows);
  const present = new Float64Array(rows);
  columns.nodes.forEach((_, column) => {
    const weight = weights[column]!;
    for (let row = 0; row < rows; row++) {
      const value = columns.values[column * rows + row];
      if (value !== value) continue;
      means[row] += weight * value;
      present[row] += weight;
    }
  });
  // 0/0 where a unit has none.
  for (let row = 0; row < rows; row++) means[row] /= present[row];
  return { means, present };
}

/** Sums of squares and products of the deviations over the rows where both are present. */
export function coMoments(values: Float64Array, from: number, series: Float64Array) {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let row = 0; row < series.length; row++) {
    const x = values[from + row];
    const y = series[row];
    if (x !== x || y !== y) continue;
    count++;
    sumX += x;
    sumY += y;
  }
  const meanX = sumX / count;
  const meanY = sumY / count;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let row = 0; row < series.length; row++) {
    const x = values[from + row];
    const y = series[row];
    if (x !== x || y !== y) continue;
    xx += (x - meanX) * (x - meanX);
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) * (y - meanY);
  }
  return { meanX, meanY, xx, xy, yy };
}
