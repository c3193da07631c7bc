/** One measured figure. A ratio is measured ÷ floor, both taken in the same run. */
export interface BenchRow {
  name: string;
  value: number;
  /** Unit of measure of value, floor and budget, e.g. `ms` or `draws/s`. */
  unit: string;
  /** What the same machine does at best in the same run, e.g. a plain loop over the same memory. */
  floor?: number;
  ratio?: number;
  /** From the architecture's table; a figure in `…/s` must reach it, any other must stay below. */
  budget?: number;
}

/** Median wall time in milliseconds of `repeats` calls, after `warmUp` calls that are not counted. */
export function medianMilliseconds(work: () => void, repeats: number, warmUp = 3): number {
  for (let i = 0; i < warmUp; i++) work();
  const times = Array.from({ length: repeats }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
