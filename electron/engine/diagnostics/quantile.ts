/**
 * Quantile of type 7 (Hyndman & Fan 1996): h = (n − 1)p, linear between the order statistics ⌊h⌋ and ⌊h⌋ + 1.
 *
 * @param ascending sorted, without gaps; NaN when empty
 * @param share 0..1
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const count = ascending.length;
  if (count === 0) return NaN;
  const position = (count - 1) * share;
  const below = Math.floor(position);
  const lower = ascending[below]!;
  if (below + 1 >= count) return lower;
  return lower + (position - below) * (ascending[below + 1]! - lower);
}
