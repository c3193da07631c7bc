import { useMemo } from 'react';
import { BASELINE } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { useScores, useShownScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { type RankingRows, rankingRows } from './ranking-rows.ts';
import { type ScoreScale, scoreScale } from './score-scale.ts';

export interface Ranking extends RankingRows {
  readonly result: ScoringResult;
  readonly scale: ScoreScale;
}

/** The ranking on screen: the preview of a drag under way, else the committed scores. null: not read yet. */
export function useRanking(): Ranking | null {
  const result = useShownScores();
  const reference = useReferenceScores();
  const index = useWorkbook((state) => state.index);
  const committedScale = useCommittedScale();
  return useMemo(() => {
    if (result === null || index === null) return null;
    const rows = rankingRows(
      result,
      reference,
      index.dimensions.map(({ code }) => code),
      index.indicators.map(({ code }) => code),
    );
    const own = scoreScale(rows.ranked, rows.unranked);
    // During a drag the axis only grows: bars that shrink because the axis does would mislead.
    const scale =
      committedScale === null
        ? own
        : {
            from: Math.min(own.from, committedScale.from),
            to: Math.max(own.to, committedScale.to),
          };
    return { ...rows, result, scale };
  }, [result, reference, index, committedScale]);
}

/** Scale of the committed scores while a preview is shown. */
function useCommittedScale(): ScoreScale | null {
  const committed = useScores((state) => (state.preview === null ? null : state.committed));
  return useMemo(() => {
    if (committed === null) return null;
    const { ranked, unranked } = rankingRows(committed, null, [], []);
    return scoreScale(ranked, unranked);
  }, [committed]);
}

/** What places are gained against: the baseline, or, while the baseline itself is dragged, how it was before. */
function useReferenceScores(): ScoringResult | null {
  const inBaseline = useSelection((state) => state.scenario === BASELINE);
  return useScores(({ preview, committed, baseline }) => {
    if (!inBaseline) return baseline;
    return preview === null ? null : committed;
  });
}
