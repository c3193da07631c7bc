import { AppError } from '../../../shared/contract/errors.ts';
import type { Columns } from '../columns.ts';
import { weightsToShares } from './weights-to-shares.ts';

export interface EntropyWeights {
  /** e of each column, 0..1; 1 = all values equal, nothing to tell units apart. */
  readonly entropy: Float64Array;
  /** Sum to 1. */
  readonly weights: Float64Array;
}

/**
 * Entropy weights: p = x/Σx, e = −Σ p ln p / ln m over the m present values of a column (0 ln 0 = 0), w ∝ 1 − e.
 * Source: Shannon 1948; Hwang & Yoon 1981. Values must be oriented (larger is better) and not negative, usually 0..1.
 *
 * With Σ p ln p = (Σ x ln x)/Σx − ln Σx one logarithm per value is enough.
 * @throws AppError `E_INPUT`: reason `column-empty` (no value), `column-one-value` (ln m = 0), `value-negative`
 * (names unit and value), `column-zero` (Σx = 0), `weights-sum-zero` (all columns constant).
 */
export function entropyWeights(columns: Columns): EntropyWeights {
  const rows = columns.units.length;
  const entropy = new Float64Array(columns.nodes.length);
  columns.nodes.forEach((node, column) => {
    const { sum, sumOfLogs, present, negativeRow } = logSums(
      columns.values,
      column * rows,
      (column + 1) * rows,
    );
    if (negativeRow >= 0) {
      const value = columns.values[column * rows + negativeRow];
      const unit = columns.units[negativeRow];
      throw new AppError(
        'E_INPUT',
        `Entropy weights need values of 0 or more: "${node}" of "${unit}" is ${value}. Use values scaled to 0..1`,
        { reason: 'value-negative', node, unit, expected: '≥ 0', found: String(value) },
      );
    }
    if (present < 2 || sum === 0) {
      const reason =
        present === 0 ? 'column-empty' : present === 1 ? 'column-one-value' : 'column-zero';
      const found =
        present === 0 ? 'no value' : present === 1 ? 'one value' : `0 in all ${present} units`;
      throw new AppError(
        'E_INPUT',
        `Entropy weights need at least two values that are not all 0, but "${node}" has ${found}`,
        { reason, node, found, parameters: { units: present } },
      );
    }
    entropy[column] = (Math.log(sum) - sumOfLogs / sum) / Math.log(present);
  });
  // Rounding can lift the entropy of a constant column by an ulp over 1.
  const divergence = entropy.map((each) => Math.max(0, 1 - each));
  return { entropy, weights: weightsToShares(columns.nodes, divergence) };
}

function logSums(values: Float64Array, from: number, to: number) {
  let sum = 0;
  let sumOfLogs = 0;
  let present = 0;
  for (let at = from; at < to; at++) {
    const value = values[at];
    if (value > 0) {
      sum += value;
      sumOfLogs += value * Math.log(value);
      present++;
    } else if (value === 0) {
      present++;
    } else if (value < 0) {
      return { sum, sumOfLogs, present, negativeRow: at - from };
    }
  }
  return { sum, sumOfLogs, present, negativeRow: -1 };
}
