import type { Running } from './analysis.ts';

/** Before this much is done, an estimate is a guess. */
const LEAST_FRACTION = 0.02;
const LEAST_MS = 500;

/** Whole seconds until the end if it goes on as it has; null: too early to say. */
export function secondsLeft({
  fraction,
  elapsedMs,
}: Pick<Running, 'fraction' | 'elapsedMs'>): number | null {
  if (fraction < LEAST_FRACTION || elapsedMs < LEAST_MS) return null;
  return Math.ceil((elapsedMs * (1 - fraction)) / fraction / 1000);
}
