/**
 * Counts of the present values in equal bins from the smallest to the largest. Empty for a column with fewer than two
 * different values, which has no distribution to show.
 */
export function histogram(values: readonly number[], bins: number): number[] {
  const present = values.filter((value) => !Number.isNaN(value));
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of present) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  if (!(highest > lowest)) return [];
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of present) {
    const share = (value - lowest) / (highest - lowest);
    const bin = Math.min(bins - 1, Math.floor(share * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
