import type { SobolIndices } from '../../../shared/model/sensitivity.ts';
import { quantile } from '../diagnostics/quantile.ts';
import { RandomStream } from '../random.ts';

const RESAMPLES = 500;

/** What one row of the design adds to the sums that the indices are made of, for one output. */
interface RowTerms {
  /** N: f(A)² + f(B)², centred. */
  readonly square: Float64Array;
  /** N: f(A) + f(B), centred. */
  readonly sum: Float64Array;
  /** d arrays of N: f(B) · (f(AB) − f(A)), centred. */
  readonly first: readonly Float64Array[];
  /** d arrays of N: (f(A) − f(AB))². */
  readonly total: readonly Float64Array[];
}

/**
 * First-order indices by Saltelli et al. 2010, mean of f(B)·(f(AB) − f(A)) ÷ V, with outputs centred on their mean, which
 * takes most of the noise away; total indices by Jansen 1999, mean of (f(A) − f(AB))² ÷ 2V. AB is A with one column of B. V is
 * the variance of all f(A) and f(B). Intervals: rows are drawn again with replacement, 5 % and 95 % quantiles.
 *
 * @param outputs N × (d + 2): row r has f(A), f(B), then f(AB) for each input.
 */
export function sobolIndices(outputs: Float64Array, inputs: number, seed: number): SobolIndices {
  const width = inputs + 2;
  const rows = outputs.length / width;
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += outputs[row * width] + outputs[row * width + 1];
  mean /= 2 * rows;
  const terms = rowTerms(outputs, inputs, mean);

  const once = new Int32Array(rows).fill(1);
  const whole = indicesOf(terms, once);
  const resampled = Array.from({ length: RESAMPLES }, (_, resample) =>
    indicesOf(terms, drawnRows(rows, new RandomStream(seed, 'bootstrap', resample))),
  );
  const bound = (kind: 'first' | 'total', share: number) =>
    Float64Array.from({ length: inputs }, (_, input) =>
      quantile(Float64Array.from(resampled, (each) => each[kind][input]).sort(), share),
    );
  return {
    first: whole.first,
    firstLow: bound('first', 0.05),
    firstHigh: bound('first', 0.95),
    total: whole.total,
    totalLow: bound('total', 0.05),
    totalHigh: bound('total', 0.95),
    mean,
    variance: whole.variance,
  };
}

function rowTerms(outputs: Float64Array, inputs: number, mean: number): RowTerms {
  const width = inputs + 2;
  const rows = outputs.length / width;
  const perInput = () => Array.from({ length: inputs }, () => new Float64Array(rows));
  const terms = {
    square: new Float64Array(rows),
    sum: new Float64Array(rows),
    first: perInput(),
    total: perInput(),
  };
  for (let row = 0; row < rows; row++) {
    const a = outputs[row * width] - mean;
    const b = outputs[row * width + 1] - mean;
    terms.square[row] = a * a + b * b;
    terms.sum[row] = a + b;
    for (let input = 0; input < inputs; input++) {
      const mixed = outputs[row * width + 2 + input] - mean;
      terms.first[input][row] = b * (mixed - a);
      terms.total[input][row] = (a - mixed) ** 2;
    }
  }
  return terms;
}

/** @param times how often each row counts; they sum to the number of rows. */
function indicesOf(
  { square, sum, first, total }: RowTerms,
  times: Int32Array,
): { first: Float64Array; total: Float64Array; variance: number } {
  const rows = times.length;
  const centre = weighted(sum, times) / (2 * rows);
  const variance = weighted(square, times) / (2 * rows) - centre * centre;
  // A variance of rounding errors is none: the output never varies, and nothing can explain it.
  const divisor = variance > 1e-14 ? variance : NaN;
  return {
    first: Float64Array.from(first, (terms) => weighted(terms, times) / rows / divisor),
    total: Float64Array.from(total, (terms) => weighted(terms, times) / (2 * rows) / divisor),
    variance,
  };
}

function weighted(terms: Float64Array, times: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < times.length; row++) sum += times[row] * terms[row];
  return sum;
}

function drawnRows(rows: number, stream: RandomStream): Int32Array {
  const times = new Int32Array(rows);
  for (let draw = 0; draw < rows; draw++) times[Math.floor(stream.uniform() * rows)]++;
  return times;
}
