import type { Columns } from '../columns.ts';

/**
 * Cronbach's α of k columns: k² · mean of the off-diagonal covariances / sum of all covariances, each covariance over the
 * units that have both values (pairwise complete, n − 1). Source: Cronbach 1951; OECD/JRC Handbook 2008, section 4.
 *
 * @returns null for fewer than two columns, or where a covariance rests on fewer than two units, or all are 0.
 */
export function cronbachAlpha(columns: Columns): number | null {
  const size = columns.nodes.length;
  if (size < 2) return null;
  let offDiagonal = 0;
  let total = 0;
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) {
      const value = covariance(columns, one, other);
      if (Number.isNaN(value)) return null;
      total += value;
      if (one !== other) offDiagonal += value;
    }
  }
  if (total === 0) return null;
  const mean = offDiagonal / (size * (size - 1));
  return (size * size * mean) / total;
}

/** NaN with fewer than two common values. */
function covariance(columns: Columns, one: number, other: number): number {
  const rows = columns.units.length;
  const { values } = columns;
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let row = 0; row < rows; row++) {
    const x = values[one * rows + row];
    const y = values[other * rows + row];
    if (x !== x || y !== y) continue;
    count++;
    sumX += x;
    sumY += y;
  }
  if (count < 2) return NaN;
  const meanX = sumX / count;
  const meanY = sumY / count;
  let products = 0;
  for (let row = 0; row < rows; row++) {
    const x = values[one * rows + row];
    const y = values[other * rows + row];
    if (x === x && y === y) products += (x - meanX) * (y - meanY);
  }
  return products / (count - 1);
}
