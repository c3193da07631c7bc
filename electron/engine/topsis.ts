/**
 * TOPSIS: closeness to the ideal. With r = x/√Σx² and v = w·r of every leaf below a node, d⁺ and d⁻ are the Euclidean
 * distances of a unit's v to the best and to the worst observed v of every leaf, and its closeness is d⁻/(d⁺ + d⁻).
 * Hwang & Yoon, *Multiple Attribute Decision Making* (1981).
 */

/** What the observed values of one leaf fix: its norm √Σx² and its worst and best value. */
export interface LeafFrame {
  readonly norm: number;
  readonly worst: number;
  readonly best: number;
}

export function leafFrame(column: Float64Array): LeafFrame {
  let squares = 0;
  let worst = Infinity;
  let best = -Infinity;
  for (let unit = 0; unit < column.length; unit++) {
    const x = column[unit];
    if (x !== x) continue;
    squares += x * x;
    if (x < worst) worst = x;
    if (x > best) best = x;
  }
  return { norm: Math.sqrt(squares), worst, best };
}

const BLOCK = 1024;
const toIdeal = new Float64Array(BLOCK);
const toWorst = new Float64Array(BLOCK);

/**
 * Closeness of every unit. A missing leaf is left out of both distances; a leaf that is 0 for every unit says nothing. A value
 * beyond the frame (a filled gap) counts as the frame's end.
 *
 * @param columns one column of length U per leaf, more is better; NaN = missing.
 * @param frames what the observed values fix, per leaf.
 * @param weights per leaf, any scale.
 * @param isWhole nothing is missing and nothing lies beyond the frames, so that no cell need be looked at.
 * @param out U, receives 0..1; NaN where nothing is present or ideal and worst coincide.
 */
export function topsis(
  columns: readonly Float64Array[],
  frames: readonly LeafFrame[],
  weights: ArrayLike<number>,
  isWhole: boolean,
  out: Float64Array,
): void {
  for (let from = 0; from < out.length; from += BLOCK) {
    const size = Math.min(BLOCK, out.length - from);
    toIdeal.fill(0, 0, size);
    toWorst.fill(0, 0, size);
    columns.forEach((column, leaf) => {
      const { norm, worst, best } = frames[leaf] as LeafFrame;
      if (!(norm > 0)) return;
      const weight = (weights[leaf] as number) / norm;
      const ends = { worst, best, weight };
      if (isWhole) addDistances(column, from, size, ends);
      else addKnownDistances(column, from, size, ends);
    });
    for (let at = 0; at < size; at++) {
      const distance = Math.sqrt(toWorst[at]);
      out[from + at] = distance / (Math.sqrt(toIdeal[at]) + distance);
    }
  }
}

interface WeightedEnds {
  readonly worst: number;
  readonly best: number;
  readonly weight: number;
}

function addDistances(
  column: Float64Array,
  from: number,
  size: number,
  { worst, best, weight }: WeightedEnds,
): void {
  for (let at = 0; at < size; at++) {
    const x = column[from + at];
    const up = weight * (best - x);
    const down = weight * (x - worst);
    toIdeal[at] += up * up;
    toWorst[at] += down * down;
  }
}

function addKnownDistances(
  column: Float64Array,
  from: number,
  size: number,
  { worst, best, weight }: WeightedEnds,
): void {
  for (let at = 0; at < size; at++) {
    const x = column[from + at];
    if (x !== x) continue;
    const within = x < worst ? worst : x > best ? best : x;
    const up = weight * (best - within);
    const down = weight * (within - worst);
    toIdeal[at] += up * up;
    toWorst[at] += down * down;
  }
}
