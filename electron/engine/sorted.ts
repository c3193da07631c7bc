/** Counts in ascending numbers, by bisection. */

/** How many are > limit. */
export function countAbove(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] > limit) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}

/** How many are < limit. */
export function countBelow(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
