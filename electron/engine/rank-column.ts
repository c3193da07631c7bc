import type { TieRule } from '../../shared/model/method.ts';
import { orderScores } from './rank.ts';

/**
 * Ranks within a column: the smallest value has rank 1, the largest the largest rank. Equal values share the smallest,
 * the largest or the average of the ranks they take up. NaN stays NaN.
 *
 * @param out receives the ranks; may be `column` itself.
 */
export function rankColumn(column: Float64Array, ties: TieRule, out: Float64Array): void {
  const { ascending, units } = orderScores(column);
  out.fill(NaN);
  let first = 0;
  while (first < ascending.length) {
    let last = first;
    while (last + 1 < ascending.length && ascending[last + 1] === ascending[first]) last++;
    const rank = ties === 'min' ? first + 1 : ties === 'max' ? last + 1 : (first + last) / 2 + 1;
    for (let at = first; at <= last; at++) out[units[at]] = rank;
    first = last + 1;
  }
}
