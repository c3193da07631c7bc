/** Mean absolute difference of two rankings over the units that both rank; NaN of none. 0 = not ranked. */
export function meanRankChange(a: Int32Array, b: Int32Array): number {
  let sum = 0;
  let both = 0;
  for (let unit = 0; unit < a.length; unit++) {
    if (a[unit] === 0 || b[unit] === 0) continue;
    sum += Math.abs(a[unit] - b[unit]);
    both++;
  }
  return sum / both;
}
