import { useMemo } from 'react';
import { BASELINE } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { type Breakdown, breakdownOf } from './breakdown.ts';
import { useHeldScores } from './held-scores.ts';
import { useRankingMemory } from './ranking-memory.ts';
import { type RankingRows, rankingRows } from './ranking-rows.ts';
import { partScale, type ScoreScale, scoreScale, wider } from './score-scale.ts';

interface Scales {
  /** Of the scores and their intervals. */
  readonly scale: ScoreScale;
  /** Of each column of the aligned bars. */
  readonly partScale: ScoreScale;
}

export interface Ranking extends RankingRows, Scales {
  readonly result: ScoringResult;
  readonly breakdown: Breakdown;
  /** The scores by whose order the rows keep their places; null: they follow their ranks. */
  readonly held: ScoringResult | null;
}

/**
 * The ranking by scores that are on screen: the preview of a drag under way, else the committed ones.
 *
 * @returns null: not read yet
 */
export function useRanking(result: ScoringResult | null): Ranking | null {
  const held = useHeldScores();
  const committed = useScores((state) => state.committed);
  /** What the scores were before the drag that these are a step of; null: they are of no drag. */
  const before = result === committed ? null : committed;
  const reference = useReferenceScores(held, before);
  const index = useWorkbook((state) => state.index);
  const breakdown = useBreakdown();
  const scalesBefore = useScales(before, breakdown);
  return useMemo(() => {
    if (result === null || index === null || breakdown === null) return null;
    const rows = rankingRows(
      result,
      reference,
      breakdown,
      index.indicators.map(({ code }) => code),
    );
    const own = scalesOf(rows);
    // During a drag the axes only grow: bars that shrink because the axis does would mislead.
    const scales =
      scalesBefore === null
        ? own
        : {
            scale: wider(own.scale, scalesBefore.scale),
            partScale: wider(own.partScale, scalesBefore.partScale),
          };
    return { ...rows, ...scales, result, breakdown, held };
  }, [result, reference, held, index, breakdown, scalesBefore]);
}

function scalesOf(rows: RankingRows): Scales {
  return { scale: scoreScale(rows.ranked, rows.unranked), partScale: partScale(rows.ranked) };
}

/** What the bars are divided into. The nodes that are scored are those of the committed scores. */
function useBreakdown(): Breakdown | null {
  const index = useWorkbook((state) => state.index);
  const nodes = useScores((state) => state.committed?.nodes);
  const { opened } = useRankingMemory();
  return useMemo(() => {
    if (index === null || nodes === undefined) return null;
    const scored = new Set(nodes);
    return breakdownOf(index, opened, (node) => scored.has(node));
  }, [index, nodes, opened]);
}

function useScales(result: ScoringResult | null, breakdown: Breakdown | null): Scales | null {
  return useMemo(
    () =>
      result === null || breakdown === null
        ? null
        : scalesOf(rankingRows(result, null, breakdown, [])),
    [result, breakdown],
  );
}

/**
 * What places are gained against: the scores that hold the order, else the baseline, or, while the baseline itself is
 * dragged, how it was `before`.
 */
function useReferenceScores(
  held: ScoringResult | null,
  before: ScoringResult | null,
): ScoringResult | null {
  const inBaseline = useSelection((state) => state.scenario === BASELINE);
  const baseline = useScores((state) => state.baseline);
  if (held !== null) return held;
  return inBaseline ? before : baseline;
}
