import type { StabilityAnswer } from '../../../shared/model/weight-analysis.ts';

/** As far beyond the end of a band as shows the swap and hides nothing else: a thousandth of a point. */
const BEYOND_POINTS = 0.001;

/** Share just past the next swap on one side; null: none before the end of the slider. */
export function sharePastEnd(
  { low, high, most, parentWeight, fixed }: StabilityAnswer,
  side: 'low' | 'high',
): number | null {
  const end = side === 'low' ? low : high;
  if (fixed !== null || end.event === null) return null;
  const beyond = BEYOND_POINTS / (parentWeight > 0 ? parentWeight * 100 : 100);
  return side === 'low' ? Math.max(0, end.share - beyond) : Math.min(most, end.share + beyond);
}
