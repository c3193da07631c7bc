import type { RankedRow } from './ranking-rows.ts';

/** What the ranked rows are ordered by; a number: the contribution of that part of the breakdown. */
export type SortKey = 'rank' | 'name' | 'coverage' | 'gained' | number;

export interface RankingSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export const BY_RANK: RankingSort = { key: 'rank', descending: false };

/** A copy in the order asked for; equal rows stay in the order of their ranks. */
export function sortRows(
  rows: readonly RankedRow[],
  { key, descending }: RankingSort,
  nameOf: (row: RankedRow) => string,
  compareNames: (a: string, b: string) => number,
): readonly RankedRow[] {
  const direction = descending ? -1 : 1;
  if (key === 'rank' && !descending) return rows;
  if (key === 'name')
    return rows.toSorted((a, b) => direction * compareNames(nameOf(a), nameOf(b)));
  return rows.toSorted((a, b) => direction * (sortValue(a, key) - sortValue(b, key)));
}

function sortValue(row: RankedRow, key: Exclude<SortKey, 'name'>): number {
  if (key === 'rank') return row.rank;
  if (key === 'coverage') return row.coverage;
  if (key === 'gained') return row.gained === 'new' ? Infinity : (row.gained ?? 0);
  return row.parts?.find(({ part }) => part === key)?.contribution ?? 0;
}
