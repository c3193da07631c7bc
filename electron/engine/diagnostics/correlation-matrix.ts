import type { CorrelationKind } from '../../../shared/model/diagnosis.ts';
import type { Columns } from '../columns.ts';
import { kendallCorrelation } from './kendall-correlation.ts';
import { pearsonCorrelation, withinUnit } from './pearson-correlation.ts';
import { spearmanCorrelation } from './spearman-correlation.ts';

/** Symmetric, row-major, size × size; the diagonal is 1; NaN where fewer than two common values or no spread. */
export interface CorrelationMatrix {
  readonly size: number;
  readonly values: Float64Array;
  /** How many units have both values. */
  readonly pairs: Int32Array;
}

const CORRELATION = {
  pearson: pearsonCorrelation,
  spearman: spearmanCorrelation,
  kendall: kendallCorrelation,
};

/** Correlations of all pairs of columns, each over the units that have both values (pairwise complete). */
export function correlationMatrix(columns: Columns, kind: CorrelationKind): CorrelationMatrix {
  const size = columns.nodes.length;
  const rows = columns.units.length;
  const values = new Float64Array(size * size);
  const pairs = new Int32Array(size * size);
  if (kind === 'pearson' && !columns.values.some(Number.isNaN)) {
    pairs.fill(rows);
    fillPearsonComplete(columns, values);
    return { size, values, pairs };
  }
  const correlation = CORRELATION[kind];
  const xs = new Float64Array(rows);
  const ys = new Float64Array(rows);
  for (let one = 0; one < size; one++) {
    for (let other = one; other < size; other++) {
      let count = 0;
      for (let row = 0; row < rows; row++) {
        const x = columns.values[one * rows + row];
        const y = columns.values[other * rows + row];
        if (x === x && y === y) {
          xs[count] = x;
          ys[count] = y;
          count++;
        }
      }
      pairs[one * size + other] = pairs[other * size + one] = count;
      const result = correlation(xs.subarray(0, count), ys.subarray(0, count));
      values[one * size + other] = values[other * size + one] = one === other ? 1 : result;
    }
  }
  return { size, values, pairs };
}

/** Rows of one block of all columns stay in the processor's cache while every pair is multiplied. */
const BLOCK = 512;

/** Σ dx·dy of all pairs of columns without gaps, d = deviation from the column's mean; row-major, symmetric. */
export function crossProducts(columns: Columns): Float64Array {
  const size = columns.nodes.length;
  const rows = columns.units.length;
  const { values } = columns;
  const means = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    let sum = 0;
    for (let at = column * rows; at < (column + 1) * rows; at++) sum += values[at];
    means[column] = sum / rows;
  }
  const products = new Float64Array(size * size);
  const deviations = new Float64Array(size * BLOCK);
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start);
    for (let column = 0; column < size; column++) {
      const from = column * rows + start;
      const to = column * BLOCK;
      const mean = means[column];
      for (let row = 0; row < length; row++) deviations[to + row] = values[from + row] - mean;
    }
    addBlock(products, deviations, size, length);
  }
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) {
      products[one * size + other] = products[other * size + one];
    }
  }
  return products;
}

/** Four columns are met at once, so that each value read is used four times. */
function addBlock(
  products: Float64Array,
  deviations: Float64Array,
  size: number,
  length: number,
): void {
  for (let one = 0; one < size; one++) {
    const x = one * BLOCK;
    let other = one;
    for (; other + 4 <= size; other += 4) {
      const y = other * BLOCK;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let row = 0; row < length; row++) {
        const deviation = deviations[x + row];
        sum0 += deviation * deviations[y + row];
        sum1 += deviation * deviations[y + BLOCK + row];
        sum2 += deviation * deviations[y + 2 * BLOCK + row];
        sum3 += deviation * deviations[y + 3 * BLOCK + row];
      }
      const at = one * size + other;
      products[at] += sum0;
      products[at + 1] += sum1;
      products[at + 2] += sum2;
      products[at + 3] += sum3;
    }
    for (; other < size; other++) {
      const y = other * BLOCK;
      let sum = 0;
      for (let row = 0; row < length; row++) sum += deviations[x + row] * deviations[y + row];
      products[one * size + other] += sum;
    }
  }
}

function fillPearsonComplete(columns: Columns, values: Float64Array): void {
  const size = columns.nodes.length;
  const products = crossProducts(columns);
  const constant = columns.nodes.map((_, column) => isConstantColumn(columns, column));
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) {
      const at = one * size + other;
      if (one === other) values[at] = 1;
      else if (constant[one] || constant[other]) values[at] = NaN;
      else {
        const scale = Math.sqrt(products[one * size + one] * products[other * size + other]);
        values[at] = withinUnit(products[at] / scale);
      }
    }
  }
}

function isConstantColumn(columns: Columns, column: number): boolean {
  const rows = columns.units.length;
  const first = columns.values[column * rows];
  for (let at = column * rows + 1; at < (column + 1) * rows; at++) {
    if (columns.values[at] !== first) return false;
  }
  return true;
}
