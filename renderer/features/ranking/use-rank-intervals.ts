import { useMemo } from 'react';
import { useScores } from '../../stores/score-store.ts';
import type { RankedRow } from './ranking-rows.ts';

/** A rank interval to show; its parts are properties of a row's own, so that an equal one draws nothing anew. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
  /** Over the draws; otherwise these are the certain bounds. */
  readonly intervalIsDrawn: boolean;
  /** The committed one, while weights are being dragged. */
  readonly intervalIsOld: boolean;
}

/** Rank intervals to show. A preview has none of its own by draws; the committed ones stay, marked as old. */
export function useRankIntervals(): (row: RankedRow) => RankInterval {
  const committed = useScores((state) => state.committed);
  return useMemo(() => {
    const place = new Map(committed?.units.map((unit, at) => [unit, at]) ?? []);
    return (row) => {
      if (row.plausible !== null) {
        const { low: best, high: worst } = row.plausible;
        return { best, worst, intervalIsDrawn: true, intervalIsOld: false };
      }
      const at = place.get(row.unit);
      const best = at === undefined ? undefined : committed?.plausible?.low[at];
      const worst = at === undefined ? undefined : committed?.plausible?.high[at];
      return best === undefined || worst === undefined || best === 0
        ? { best: row.best, worst: row.worst, intervalIsDrawn: false, intervalIsOld: false }
        : { best, worst, intervalIsDrawn: true, intervalIsOld: true };
    };
  }, [committed]);
}
