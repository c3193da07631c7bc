import { z } from 'zod';
import type { ScoringResult } from './result.ts';

/**
 * Whether what is unknown can turn the order of two units around. `certain`: the lowest score of the one exceeds the
 * highest of the other. `plausible`: their rank intervals over the draws do not overlap. `none`: they do.
 */
export const Separation = z.enum(['certain', 'plausible', 'none']);
export type Separation = z.infer<typeof Separation>;

/** Separation of the unit at position `above` of the result from the one at `below`, which has the worse rank. */
export function separation(result: ScoringResult, above: number, below: number): Separation {
  if ((result.scoreLow[above] ?? NaN) > (result.scoreHigh[below] ?? NaN)) return 'certain';
  const { plausible } = result;
  if (plausible === null) return 'none';
  const worstOfHigher = plausible.high[above] ?? 0;
  const bestOfLower = plausible.low[below] ?? 0;
  return worstOfHigher > 0 && bestOfLower > 0 && worstOfHigher < bestOfLower ? 'plausible' : 'none';
}
