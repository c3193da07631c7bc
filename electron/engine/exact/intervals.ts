/**
 * Intervals of the quantities that the scores are not linear in: 0 is the unit's own score (its level), then the
 * stand-ins of `RegionForms` in their order.
 */
export interface Intervals {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Two parts that meet at a value found for the quantity, unless that is close to an end: then in the middle. */
export function splitIntervals(
  { low, high }: Intervals,
  quantity: number,
  value: number,
): readonly [Intervals, Intervals] {
  const margin = (high[quantity] - low[quantity]) / 8;
  const isInside = value > low[quantity] + margin && value < high[quantity] - margin;
  const at = isInside ? value : (low[quantity] + high[quantity]) / 2;
  const lowered = high.slice();
  lowered[quantity] = at;
  const raised = low.slice();
  raised[quantity] = at;
  return [
    { low, high: lowered },
    { low: raised, high },
  ];
}
