import type { CorrelationMatrix } from './correlation-matrix.ts';

/** Two columns that nearly say the same count double. */
const REDUNDANT_ABOVE = 0.92;
/** Two oriented columns that work against each other cancel out in a mean. */
const OPPOSED_BELOW = -0.4;

export interface CorrelationFlag {
  readonly one: number;
  readonly other: number;
  readonly correlation: number;
  /** Units that have both values: a correlation over few says little. */
  readonly pairs: number;
  readonly kind: 'redundant' | 'opposed';
}

/**
 * Pairs of columns to look at: redundant |r| > 0.92, opposed r < −0.4 (strongest first). A pair at r < −0.92 is one of
 * oriented columns in full conflict and is listed as opposed. Source: OECD/JRC 10-step guide, step 5.
 */
export function correlationFlags(matrix: CorrelationMatrix): readonly CorrelationFlag[] {
  const flags: CorrelationFlag[] = [];
  for (let one = 0; one < matrix.size; one++) {
    for (let other = one + 1; other < matrix.size; other++) {
      const at = one * matrix.size + other;
      const correlation = matrix.values[at];
      const pairs = matrix.pairs[at];
      if (correlation < OPPOSED_BELOW) {
        flags.push({ one, other, correlation, pairs, kind: 'opposed' });
      } else if (correlation > REDUNDANT_ABOVE) {
        flags.push({ one, other, correlation, pairs, kind: 'redundant' });
      }
    }
  }
  return flags.sort(
    (left, right) =>
      Math.abs(right.correlation) - Math.abs(left.correlation) ||
      left.one - right.one ||
      left.other - right.other,
  );
}
