import { useMemo } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useRankingMemory } from './ranking-memory.ts';
import { type RankedRow, rankingRows, type UnrankedRow } from './ranking-rows.ts';
import { existingUnits, inPlacesOf, onlyUnits } from './shown-rows.ts';
import { type RankingSort, sortRows } from './sort-rows.ts';
import type { Ranking } from './use-ranking.ts';

interface ShownRows {
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly UnrankedRow[];
  /** Only some of the units are shown. */
  readonly narrowed: boolean;
}

/** The rows that are shown, in their order on screen. */
export function useShownRows(
  ranking: Ranking,
  sort: RankingSort,
  nameOf: (unit: UnitCode) => string,
  compareNames: (a: string, b: string) => number,
): ShownRows {
  const { only } = useRankingMemory();
  const { held, breakdown, result } = ranking;
  const { units } = result;
  const comparing = useMemo(() => existingUnits(only, units), [only, units]);
  const heldOrder = useMemo(() => {
    if (held === null) return null;
    const { ranked } = rankingRows(held, null, breakdown, []);
    return sortRows(ranked, sort, (row) => nameOf(row.unit), compareNames).map(({ unit }) => unit);
  }, [held, breakdown, sort, nameOf, compareNames]);
  return useMemo(() => {
    const ranked =
      heldOrder === null
        ? sortRows(ranking.ranked, sort, (row) => nameOf(row.unit), compareNames)
        : inPlacesOf(ranking.ranked, heldOrder);
    return {
      ranked: onlyUnits(ranked, comparing),
      unranked: onlyUnits(ranking.unranked, comparing),
      narrowed: comparing !== null,
    };
  }, [ranking, sort, heldOrder, comparing, nameOf, compareNames]);
}
