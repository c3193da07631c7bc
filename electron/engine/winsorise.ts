import { columnRange, columnShape } from './column-statistics.ts';

export interface OutlierRule {
  readonly skewLimit: number;
  readonly kurtosisLimit: number;
}

/** A column is treated iff |skew| ≥ limit and excess kurtosis ≥ limit: long-tailed to one side and heavy in the tail. */
export function hasOutliers(
  column: Float64Array,
  { skewLimit, kurtosisLimit }: OutlierRule,
): boolean {
  const { skew, kurtosis } = columnShape(column);
  return Math.abs(skew) >= skewLimit && kurtosis >= kurtosisLimit;
}

export interface Winsorised {
  /** The column after treatment; NaN stays. */
  readonly column: Float64Array;
  /** Positions of the points that were moved, ascending. */
  readonly moved: readonly number[];
}

/**
 * Moves outlying points to the next value inward, one end at a time, until `isDone` or `most` points have been moved: with
 * skew ≥ 0 all points at the maximum become the next lower distinct value, else all at the minimum the next higher.
 * Points that share a value move together, so the count may pass `most`. The count is that of the points standing at the
 * last treated maximum and at the last treated minimum, as in COINr.
 */
export function winsorise(
  column: Float64Array,
  most: number,
  isDone: (column: Float64Array) => boolean,
): Winsorised {
  const treated = column.slice();
  let atTop: number[] = [];
  let atBottom: number[] = [];
  while (atTop.length + atBottom.length < most && !isDone(treated)) {
    const { min, max } = columnRange(treated);
    if (!(min < max)) break;
    if (columnShape(treated).skew < 0) {
      atBottom = moveAll(treated, min, nextAbove(treated, min));
    } else {
      atTop = moveAll(treated, max, nextBelow(treated, max));
    }
  }
  const moved = [...new Set([...atTop, ...atBottom])].toSorted((a, b) => a - b);
  return { column: treated, moved };
}

function moveAll(column: Float64Array, from: number, to: number): number[] {
  const moved: number[] = [];
  for (let at = 0; at < column.length; at++) {
    if (column[at] !== from) continue;
    column[at] = to;
    moved.push(at);
  }
  return moved;
}

function nextBelow(column: Float64Array, limit: number): number {
  let next = -Infinity;
  for (const x of column) if (x < limit && x > next) next = x;
  return next;
}

function nextAbove(column: Float64Array, limit: number): number {
  let next = Infinity;
  for (const x of column) if (x > limit && x < next) next = x;
  return next;
}
