import { Button } from '@blueprintjs/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRankInterval } from '../../../shared/text/numbers.ts';
import { showView } from '../../stores/layout-store.ts';
import { useScores } from '../../stores/score-store.ts';
import { rankingRows } from './ranking-rows.ts';
import { openGroups } from './separable-groups.ts';
import type { Ranking } from './use-ranking.ts';
import { Prose } from '../../ui/Prose.tsx';

/** As many groups as a line holds. */
const MOST_GROUPS = 6;

/**
 * What the lines of the rank intervals mean, and which ranks are not separable, in words. During a drag these are the
 * groups of the committed scores: a preview draws no intervals of its own.
 */
export const OpenGroupsNote = memo(function OpenGroupsNote({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const committed = useScores((state) => state.committed);
  const old = committed !== ranking.result;
  const { breakdown } = ranking;
  const groups = useMemo(() => {
    if (committed === null) return [];
    return openGroups(rankingRows(committed, null, breakdown, []).ranked, committed);
  }, [committed, breakdown]);
  const listed = groups
    .slice(0, MOST_GROUPS)
    .map(({ from, to }) => formatRankInterval(from, to))
    .join(t('listComma'));
  if (committed !== null && committed.plausible === null) return <NotDrawn />;
  return (
    <p className="ranking-groups" data-old={old || undefined}>
      <span className="rank-span-key" data-line="plausible" aria-hidden="true" />
      <span>
        <Prose>{t('spanKey.plausible')}</Prose>
      </span>
      <span className="rank-span-key" data-line="certain" aria-hidden="true" />
      <span>{t('spanKey.certain')}</span>
      <span className="ranking-groups-text">
        <Prose>
          {groups.length === 0
            ? t('groups.none')
            : groups.length > MOST_GROUPS
              ? t('groups.many', { groups: listed, count: groups.length })
              : t('groups.some', { groups: listed, count: groups.length })}
        </Prose>
      </span>
    </p>
  );
});

/** Above a limit the draws behind the intervals would take too long to come with every score. */
function NotDrawn() {
  const { t } = useTranslation('ranking');
  return (
    <p className="ranking-groups">
      <span className="rank-span-key" data-line="certain" aria-hidden="true" />
      <span>{t('spanKey.certain')}</span>
      <span className="ranking-groups-text">{t('groups.notDrawn')}</span>
      <Button
        size="small"
        variant="minimal"
        text={t('groups.draw')}
        onClick={() => showView('robustness')}
      />
    </p>
  );
}
