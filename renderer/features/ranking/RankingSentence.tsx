import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { separation } from '../../../shared/model/separation.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { formatScore, formatSharePercent } from '../../../shared/text/numbers.ts';
import { remember } from './ranking-memory.ts';
import { notSeparableFrom, type RankedRow } from './ranking-rows.ts';
import type { Ranking } from './use-ranking.ts';

interface RankingSentenceProps {
  readonly ranking: Ranking;
  readonly nameOf: (unit: RankedRow['unit']) => string;
  /** Number of units on screen when only some are compared; null: all. */
  readonly shown: number | null;
}

/** What is known of the first place and what is not, in one sentence made from the result. */
export const RankingSentence = memo(function RankingSentence({
  ranking,
  nameOf,
  shown,
}: RankingSentenceProps) {
  const { t } = useTranslation('ranking');
  const belowThreshold = ranking.unranked.filter(({ incomparable }) => !incomparable).length;
  const threshold = useScenarios((state) => state.resolved?.method.minCoverage ?? 0);
  return (
    <p className="ranking-sentence">
      <span>{useKnown(ranking, nameOf)}</span>
      {belowThreshold > 0 && threshold > 0 && (
        <span>
          {t('unknown', { unranked: belowThreshold, threshold: formatSharePercent(threshold) })}
        </span>
      )}
      {shown !== null && (
        <span className="ranking-narrowed">
          {t('narrowed', { shown, total: ranking.result.units.length })}{' '}
          <button type="button" onClick={() => remember({ only: null })}>
            {t('filter.all')}
          </button>
        </span>
      )}
    </p>
  );
});

function useKnown(
  { ranked, unranked, result }: Ranking,
  nameOf: RankingSentenceProps['nameOf'],
): string {
  const { t } = useTranslation('ranking');
  const [leader] = ranked;
  if (leader === undefined) {
    if (!unranked.some(({ incomparable }) => incomparable)) return t('known.none');
    return t(unranked.length === 1 ? 'known.noneOne' : 'known.noneAlike');
  }
  const size = { total: ranked.length + unranked.length, ranked: ranked.length };
  const first = { leader: nameOf(leader.unit), score: formatScore(leader.score) };
  if (ranked.length === 1) return t('known.single', first);
  const tied = ranked.filter(({ rank }) => rank === 1).length;
  if (tied > 1) return t('known.tied', { ...size, count: tied, score: first.score });
  const open = notSeparableFrom(leader, ranked, result).length;
  if (open > 0) return t('known.open', { ...size, ...first, count: open });
  const certain = ranked.every(
    (row) => row === leader || separation(result, leader.position, row.position) === 'certain',
  );
  return t(certain ? 'known.certain' : 'known.likely', { ...size, ...first });
}
