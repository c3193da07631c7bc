import type { NodeCode } from '../../../shared/model/ids.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';

/** The values of one indicator through the stages of a method, in the order of the scored units. */
export interface IndicatorColumns {
  readonly raw: Float64Array;
  readonly treated: Float64Array;
  readonly normalised: Float64Array;
}

/** null: the indicator takes no part. */
export function columnsOf(preview: MethodPreview, indicator: NodeCode): IndicatorColumns | null {
  const { scores, indicators, raw, treated } = preview;
  const [row, node] = [indicators.indexOf(indicator), scores.nodes.indexOf(indicator)];
  if (row < 0 || node < 0) return null;
  const width = scores.units.length;
  const at = (matrix: Float64Array, place: number) =>
    matrix.subarray(place * width, (place + 1) * width);
  return { raw: at(raw, row), treated: at(treated, row), normalised: at(scores.values, node) };
}

export interface Spread {
  readonly count: number;
  /** NaN without values. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function spreadOf(values: Float64Array): Spread {
  const ascending = values.filter((value) => !Number.isNaN(value)).sort();
  const count = ascending.length;
  const middle = count >> 1;
  const upper = ascending[middle] ?? NaN;
  return {
    count,
    low: ascending[0] ?? NaN,
    median: count % 2 === 1 ? upper : ((ascending[middle - 1] ?? NaN) + upper) / 2,
    high: ascending.at(-1) ?? NaN,
  };
}
