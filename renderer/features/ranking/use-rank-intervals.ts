import { useMemo } from 'react';
import { useScores } from '../../stores/score-store.ts';
import type { RowInterval } from './RankedRowView.tsx';
import type { RankedRow } from './ranking-rows.ts';

/** Rank intervals to print. A preview has none of its own by draws; the committed ones stay, marked as old. */
export function useRankIntervals(): (row: RankedRow) => RowInterval {
  const committed = useScores((state) => state.committed);
  return useMemo(() => {
    const place = new Map(committed?.units.map((unit, at) => [unit, at]) ?? []);
    // Kept, so that a row whose interval did not change is not drawn again.
    const kept = new Map<string, RowInterval>();
    const keep = (best: number, worst: number, drawn: boolean, old: boolean): RowInterval => {
      const key = `${best} ${worst} ${drawn} ${old}`;
      const known = kept.get(key) ?? { best, worst, drawn, old };
      kept.set(key, known);
      return known;
    };
    return (row) => {
      if (row.plausible !== null) return keep(row.plausible.low, row.plausible.high, true, false);
      const at = place.get(row.unit);
      const low = at === undefined ? undefined : committed?.plausible?.low[at];
      const high = at === undefined ? undefined : committed?.plausible?.high[at];
      return low === undefined || high === undefined || low === 0
        ? keep(row.best, row.worst, false, false)
        : keep(low, high, true, true);
    };
  }, [committed]);
}
