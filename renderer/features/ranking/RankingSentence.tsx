import { useTranslation } from 'react-i18next';
import { useScenarios } from '../../stores/scenario-store.ts';
import { formatPercent, formatScore } from '../../ui/format.ts';
import { notSeparableFrom, type RankedRow } from './ranking-rows.ts';

interface RankingSentenceProps {
  readonly ranked: readonly RankedRow[];
  readonly unrankedCount: number;
  readonly nameOf: (unit: RankedRow['unit']) => string;
}

/** What is known of the first place and what is not, in one sentence made from the result. */
export function RankingSentence({ ranked, unrankedCount, nameOf }: RankingSentenceProps) {
  const { t } = useTranslation('ranking');
  const threshold = useScenarios((state) => state.resolved?.method.minCoverage ?? 0);
  return (
    <p className="ranking-sentence">
      <span>{useKnown(ranked, unrankedCount, nameOf)}</span>
      {unrankedCount > 0 && threshold > 0 && (
        <span>
          {t('unknown', { unranked: unrankedCount, threshold: formatPercent(threshold) })}
        </span>
      )}
    </p>
  );
}

function useKnown(
  ranked: readonly RankedRow[],
  unrankedCount: number,
  nameOf: RankingSentenceProps['nameOf'],
): string {
  const { t } = useTranslation('ranking');
  const [leader] = ranked;
  if (leader === undefined) return t('known.none');
  const size = { total: ranked.length + unrankedCount, ranked: ranked.length };
  const first = { leader: nameOf(leader.unit), score: formatScore(leader.score) };
  if (ranked.length === 1) return t('known.single', first);
  const tied = ranked.filter(({ rank }) => rank === 1).length;
  if (tied > 1) return t('known.tied', { ...size, count: tied, score: first.score });
  const open = notSeparableFrom(leader, ranked).length;
  if (open > 0) return t('known.open', { ...size, ...first, count: open });
  const certain = ranked.every((row) => row === leader || leader.low > row.high);
  return t(certain ? 'known.certain' : 'known.likely', { ...size, ...first });
}
