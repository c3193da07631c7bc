import { ScoreSorter } from './score-sorter.ts';

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

/** The units that take part, with their scores in ascending order. */
export interface ScoreOrder {
  readonly unitCount: number;
  readonly ascending: Float64Array;
  /** The unit of each of them. */
  readonly units: Int32Array;
  readonly tolerance: number;
}

/**
 * @param scores U, NaN = missing.
 * @param isRanked U, 1 for the units that take part; without it every unit with a score does.
 */
export function orderScores(scores: Float64Array, isRanked?: Uint8Array): ScoreOrder {
  const present = new Float64Array(scores.length);
  const unitOf = new Int32Array(scores.length);
  let count = 0;
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit];
    if (score !== score || (isRanked !== undefined && isRanked[unit] === 0)) continue;
    present[count] = score;
    unitOf[count++] = unit;
  }
  const part = present.subarray(0, count);
  const sorter = new ScoreSorter(count);
  sorter.sort(part);
  const { ascending, places } = sorter;
  if (count < scores.length) {
    for (let at = 0; at < count; at++) places[at] = unitOf[places[at]];
  }
  return { unitCount: scores.length, ascending, units: places, tolerance: tieTolerance(part) };
}

/**
 * Rank = 1 + the number of units whose score is higher by more than the tolerance.
 *
 * @returns U, 1-based; 0 = not ranked.
 */
export function ranksOf({ unitCount, ascending, units, tolerance }: ScoreOrder): Int32Array {
  const ranks = new Int32Array(unitCount);
  fillRanks(ascending, units, tolerance, ranks);
  return ranks;
}

/** The same into an array of one's own, for simulations: `ranks[units[i]]` for the i-th of the ascending scores. */
export function fillRanks(
  ascending: Float64Array,
  units: Int32Array,
  tolerance: number,
  ranks: Int32Array,
): void {
  // From the highest down; `above` is the first score that no longer exceeds this one by more than the tolerance.
  let above = ascending.length;
  for (let at = ascending.length - 1; at >= 0; at--) {
    const limit = ascending[at] + tolerance;
    while (above > 0 && ascending[above - 1] > limit) above--;
    ranks[units[at]] = 1 + ascending.length - above;
  }
}

/** @see orderScores and ranksOf */
export function rankScores(scores: Float64Array, isRanked?: Uint8Array): Int32Array {
  return ranksOf(orderScores(scores, isRanked));
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
 *
 * @param lows the same units as `highs`, by their lowest scores.
 */
export function rankBounds(lows: ScoreOrder, highs: ScoreOrder): RankBounds {
  const count = lows.ascending.length;
  const tolerance = Math.max(lows.tolerance, highs.tolerance);
  const best = new Int32Array(lows.unitCount);
  const worst = new Int32Array(lows.unitCount);
  // From the highest down, so that each pointer only moves down too.
  let above = count;
  for (let at = count - 1; at >= 0; at--) {
    const limit = highs.ascending[at] + tolerance;
    while (above > 0 && lows.ascending[above - 1] > limit) above--;
    best[highs.units[at]] = 1 + count - above;
  }
  let reaching = count;
  for (let at = count - 1; at >= 0; at--) {
    const limit = lows.ascending[at] - tolerance;
    while (reaching > 0 && highs.ascending[reaching - 1] >= limit) reaching--;
    worst[lows.units[at]] = count - reaching;
  }
  return { best, worst };
}
