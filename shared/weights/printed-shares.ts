/**
 * Shares of the weights in `total`, rounded for print so that they still sum to `total`: the largest-remainder method.
 * Each is rounded down, and the units that are left go to the largest remainders, the first of equal ones first.
 *
 * @param weights relative weights, ≥ 0; when all are zero every share is zero, for there is nothing to divide
 * @param total what the shares sum to, e.g. 100; a whole number of printed units
 * @param decimals digits after the point, 0..6
 */
export function printedShares(
  weights: readonly number[],
  total: number,
  decimals: number,
): readonly number[] {
  const scale = 10 ** decimals;
  const units = Math.round(total * scale);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);

  const exact = weights.map((weight) => (weight / sum) * units);
  // A share such as 28.999999999999996 is 29 that arithmetic has touched.
  const floors = exact.map((share) => Math.floor(share + 1e-9 * units));
  const left = units - floors.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, position) => ({ position, remainder: share - (floors[position] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position);
  for (const { position } of byRemainder.slice(0, Math.max(0, left))) {
    floors[position] = (floors[position] ?? 0) + 1;
  }
  return floors.map((share) => share / scale);
}
