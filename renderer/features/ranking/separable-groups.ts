import type { ScoringResult } from '../../../shared/model/result.ts';
import { separation } from '../../../shared/model/separation.ts';
import type { RankedRow } from './ranking-rows.ts';

/** Ranks, from the first to the last, whose order among each other is open. */
export interface OpenGroup {
  readonly from: number;
  readonly to: number;
}

/**
 * The longest runs of neighbouring rows in which no two are separable; runs may overlap, because being not separable is
 * not passed on. `rows` in order of rank.
 */
export function openGroups(
  rows: readonly RankedRow[],
  result: ScoringResult,
): readonly OpenGroup[] {
  const isOpen = (above: RankedRow, below: RankedRow) =>
    separation(result, above.position, below.position) === 'none';
  const groups: OpenGroup[] = [];
  let first = 0;
  for (const [last, row] of rows.entries()) {
    const start = first;
    // The run ends before `row` when it can be told apart from any member; then begin after the last such member.
    for (let member = last - 1; member >= first; member--) {
      const other = rows[member];
      if (other !== undefined && !isOpen(other, row)) {
        first = member + 1;
        break;
      }
    }
    if (first > start) addRun(groups, rows, start, last - 1);
  }
  addRun(groups, rows, first, rows.length - 1);
  return groups;
}

function addRun(
  groups: OpenGroup[],
  rows: readonly RankedRow[],
  first: number,
  last: number,
): void {
  const [from, to] = [rows[first]?.rank, rows[last]?.rank];
  if (from !== undefined && to !== undefined && last > first) groups.push({ from, to });
}
