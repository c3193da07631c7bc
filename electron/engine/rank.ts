import { countAbove, countBelow } from './sorted.ts';

/**
 * Ranks: descending, ties share the smallest rank ("1, 2, 2, 4"), missing and left-out units have rank 0.
 * Two scores are equal when they differ by at most 1e-9 of the largest absolute score: weighted sums of the same numbers
 * in another order differ by rounding, and rounding must not decide a rank.
 */

/** Difference up to which two of the scores count as equal: 1e-9 × the largest absolute score present. */
export function tieTolerance(scores: Float64Array): number {
  let largest = 0;
  for (let unit = 0; unit < scores.length; unit++) {
    const size = Math.abs(scores[unit]);
    if (size > largest) largest = size;
  }
  return 1e-9 * largest;
}

/**
 * Rank = 1 + the number of units whose score is higher by more than the tolerance.
 *
 * @param scores U, NaN = missing.
 * @param isRanked U, 1 for the units that take part; without it every unit with a score does.
 * @returns U, 1-based; 0 = not ranked.
 */
export function rankScores(scores: Float64Array, isRanked?: Uint8Array): Int32Array {
  const part = rankedScores(scores, isRanked);
  const tolerance = tieTolerance(part);
  const sorted = part.sort();
  const ranks = new Int32Array(scores.length);
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit];
    if (score !== score || (isRanked !== undefined && isRanked[unit] === 0)) continue;
    ranks[unit] = 1 + countAbove(sorted, score + tolerance);
  }
  return ranks;
}

export interface RankBounds {
  /** U: 0 = not ranked. */
  readonly best: Int32Array;
  readonly worst: Int32Array;
}

/**
 * Certain bounds of each rank among the ranked units, from score intervals that hold the truth:
 * best = 1 + units whose lowest score exceeds this unit's highest; worst = units, itself included, whose highest score
 * reaches this unit's lowest.
 */
export function rankBounds(
  low: Float64Array,
  high: Float64Array,
  isRanked: Uint8Array,
): RankBounds {
  const lows = rankedScores(low, isRanked);
  const highs = rankedScores(high, isRanked);
  const tolerance = Math.max(tieTolerance(lows), tieTolerance(highs));
  lows.sort();
  highs.sort();
  const best = new Int32Array(low.length);
  const worst = new Int32Array(low.length);
  for (let unit = 0; unit < low.length; unit++) {
    if (isRanked[unit] === 0) continue;
    best[unit] = 1 + countAbove(lows, high[unit] + tolerance);
    worst[unit] = highs.length - countBelow(highs, low[unit] - tolerance);
  }
  return { best, worst };
}

function rankedScores(scores: Float64Array, isRanked?: Uint8Array): Float64Array {
  const part = new Float64Array(scores.length);
  let count = 0;
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit];
    if (score !== score || (isRanked !== undefined && isRanked[unit] === 0)) continue;
    part[count++] = score;
  }
  return part.subarray(0, count);
}
