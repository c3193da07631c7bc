import type { TieRule } from '../../shared/model/method.ts';
import { countAbove, countBelow } from './sorted.ts';

/**
 * Ranks within a column: the smallest value has rank 1, the largest the largest rank. Equal values share the smallest,
 * the largest or the average of the ranks they take up. NaN stays NaN.
 *
 * @param out receives the ranks; may be `column` itself.
 */
export function rankColumn(column: Float64Array, ties: TieRule, out: Float64Array): void {
  const sorted = column.filter((x) => x === x).sort();
  for (let unit = 0; unit < column.length; unit++) {
    const x = column[unit];
    if (x !== x) {
      out[unit] = NaN;
    } else if (ties === 'min') {
      out[unit] = countBelow(sorted, x) + 1;
    } else if (ties === 'max') {
      out[unit] = sorted.length - countAbove(sorted, x);
    } else {
      out[unit] = (countBelow(sorted, x) + 1 + sorted.length - countAbove(sorted, x)) / 2;
    }
  }
}
