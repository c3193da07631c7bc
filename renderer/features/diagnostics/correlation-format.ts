import { MISSING_MARK } from '../../../shared/text/numbers.ts';

/** Fewer common units than this say little about a correlation: it is hatched, and its number of units shown. */
export const LEAST_COMMON_UNITS = 5;

/** Two decimals with a true minus: `0.92`, `−0.40`. */
export function formatCorrelation(correlation: number): string {
  if (Number.isNaN(correlation)) return MISSING_MARK;
  return correlation.toFixed(2).replace('-0.00', '0.00').replace('-', '−');
}
