import type { Running } from './analysis.ts';

/** Before this much is done, an estimate is a guess. */
const LEAST_FRACTION = 0.02;
const LEAST_MS = 500;

/** Whole seconds until the end if it goes on as it has; null: too early to say. */
export function secondsLeft({ fraction, startedAt }: Running, now: number): number | null {
  const elapsed = now - startedAt;
  if (fraction < LEAST_FRACTION || elapsed < LEAST_MS) return null;
  return Math.ceil((elapsed * (1 - fraction)) / fraction / 1000);
}
