/** Digits after the point of a printed score. */
const DECIMALS = 1;

/**
 * Differences rounded for print so that they sum exactly to the difference of the two printed scores: 54.0 − 50.4 is 3.6,
 * whatever the digits behind. Each is rounded down, and the units that are left go to the largest remainders, the first
 * of equal ones first (the largest-remainder method, as for printed shares).
 *
 * @param differences sum to `higher − lower` but for rounding
 * @returns in the order given, each less than two printed units from its exact value
 */
export function printedDifferences(
  differences: readonly number[],
  higher: number,
  lower: number,
): number[] {
  const scale = 10 ** DECIMALS;
  // The scores as they are printed: toFixed rounds as Intl does for these digits.
  const total =
    Math.round(Number(higher.toFixed(DECIMALS)) * scale) -
    Math.round(Number(lower.toFixed(DECIMALS)) * scale);
  const exact = differences.map((each) => each * scale);
  // A whole number that arithmetic has touched stays that number.
  const floors = exact.map((each) => Math.floor(each + 1e-9));
  let left = total - floors.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((each, at) => ({ at, remainder: each - floors[at]! }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  // An indicator that adds the same to both, as one that both lack, prints as 0 while another can take the unit.
  const takers = byRemainder.filter(({ at }) => differences[at] !== 0);
  const queue = takers.length > 0 ? takers : byRemainder;
  for (let turn = 0; left !== 0 && queue.length > 0; turn++) {
    const step = Math.sign(left);
    const place = step > 0 ? turn % queue.length : queue.length - 1 - (turn % queue.length);
    floors[queue[place]!.at]! += step;
    left -= step;
  }
  return floors.map((each) => each / scale + 0);
}
