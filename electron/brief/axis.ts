/** A value axis: its ends, and where it carries a label. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const MOST_TICKS = 6;

/** The smallest axis with round steps (1, 2 or 5 × a power of ten) that holds all the values and zero. */
export function axisFor(values: readonly number[]): Axis {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const span = high - low || 1;
  const rough = span / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10]
    .map((factor) => factor * power)
    .find((each) => each >= rough - 1e-12 * span);
  const width = step ?? 10 * power;
  const first = Math.floor(low / width + 1e-9);
  const last = Math.max(Math.ceil(high / width - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, position) =>
    Number(((first + position) * width).toPrecision(12)),
  );
  return { low: ticks[0] as number, high: ticks.at(-1) as number, step: width, ticks };
}

/** Place of a value along the axis, 0..1; values beyond the ends stand at the ends. */
export function placeOn(axis: Axis, value: number): number {
  return Math.min(1, Math.max(0, (value - axis.low) / (axis.high - axis.low)));
}
