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
  if (kind === 'pearson' && isComplete(columns)) {
    return correlationOfProducts(columns, crossProducts(columns));
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

/** Two columns meet four at once: eight products for six values read. */
function addBlock(
  products: Float64Array,
  deviations: Float64Array,
  size: number,
  length: number,
): void {
  let one = 0;
  for (; one + 2 <= size; one += 2) {
    const x = one * BLOCK;
    let other = one;
    for (; other + 4 <= size; other += 4) {
      const y = other * BLOCK;
      let sum00 = 0;
      let sum01 = 0;
      let sum02 = 0;
      let sum03 = 0;
      let sum10 = 0;
      let sum11 = 0;
      let sum12 = 0;
      let sum13 = 0;
      for (let row = 0; row < length; row++) {
        const x0 = deviations[x + row];
        const x1 = deviations[x + BLOCK + row];
        const y0 = deviations[y + row];
        const y1 = deviations[y + BLOCK + row];
        const y2 = deviations[y + 2 * BLOCK + row];
        const y3 = deviations[y + 3 * BLOCK + row];
        sum00 += x0 * y0;
        sum01 += x0 * y1;
        sum02 += x0 * y2;
        sum03 += x0 * y3;
        sum10 += x1 * y0;
        sum11 += x1 * y1;
        sum12 += x1 * y2;
        sum13 += x1 * y3;
      }
      const at = one * size + other;
      products[at] += sum00;
      products[at + 1] += sum01;
      products[at + 2] += sum02;
      products[at + 3] += sum03;
      products[at + size] += sum10;
      products[at + size + 1] += sum11;
      products[at + size + 2] += sum12;
      products[at + size + 3] += sum13;
    }
    for (; other < size; other++) {
      addPair(products, deviations, size, length, one, other);
      addPair(products, deviations, size, length, one + 1, other);
    }
  }
  if (one < size) addPair(products, deviations, size, length, one, one);
}

function addPair(
  products: Float64Array,
  deviations: Float64Array,
  size: number,
  length: number,
  one: number,
  other: number,
): void {
  const x = one * BLOCK;
  const y = other * BLOCK;
  let sum = 0;
  for (let row = 0; row < length; row++) sum += deviations[x + row] * deviations[y + row];
  products[one * size + other] += sum;
}

/** Is every value there? */
export function isComplete({ values }: Columns): boolean {
  for (let at = 0; at < values.length; at++) if (values[at] !== values[at]) return false;
  return true;
}

/** @param products as `crossProducts` makes them of the same columns. */
export function correlationOfProducts(columns: Columns, products: Float64Array): CorrelationMatrix {
  const size = columns.nodes.length;
  const values = new Float64Array(size * size);
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
  return { size, values, pairs: new Int32Array(size * size).fill(columns.units.length) };
}

function isConstantColumn(columns: Columns, column: number): boolean {
  const rows = columns.units.length;
  const first = columns.values[column * rows];
  for (let at = column * rows + 1; at < (column + 1) * rows; at++) {
    if (columns.values[at] !== first) return false;
  }
  return true;
}
