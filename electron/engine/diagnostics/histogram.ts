/** Counts of values in bins of equal width; bin b holds from ≤ x < next, the last bin also its upper edge. */
export interface Histogram {
  /** Bins + 1, ascending. */
  readonly edges: Float64Array;
  readonly counts: Int32Array;
}

/**
 * Histogram with ⌈log₂ n⌉ + 1 bins between the lowest and the highest value (Sturges 1926); one bin when all are equal.
 *
 * @param ascending sorted, without gaps
 */
export function histogram(ascending: Float64Array): Histogram {
  const count = ascending.length;
  if (count === 0) return { edges: new Float64Array(0), counts: new Int32Array(0) };
  const lowest = ascending[0];
  const highest = ascending[count - 1];
  if (lowest === highest) {
    return { edges: Float64Array.of(lowest, highest), counts: Int32Array.of(count) };
  }
  const bins = Math.ceil(Math.log2(count)) + 1;
  const edges = Float64Array.from(
    { length: bins + 1 },
    (_, edge) => (lowest * (bins - edge) + highest * edge) / bins,
  );
  const counts = new Int32Array(bins);
  let bin = 0;
  for (let index = 0; index < count; index++) {
    while (bin < bins - 1 && ascending[index] >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  return { edges, counts };
}
