import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { useChartColours } from '../../charts/colours.ts';
import type { RankingToSave } from './ranking-on-screen.ts';
import { rankingPicture } from './ranking-picture.ts';
import type { RankedRow, UnrankedRow } from './ranking-rows.ts';
import { rankingTable } from './ranking-table.ts';
import type { RowLook } from './row-look.ts';
import type { Ranking } from './use-ranking.ts';
import { usePartNames } from './use-part-names.ts';

/** How to read what is on screen as a table and as a picture. */
export function useRankingToSave(
  ranking: Ranking,
  ranked: readonly RankedRow[],
  unranked: readonly UnrankedRow[],
  look: RowLook,
  nameOf: (unit: RankedRow['unit']) => string,
): RankingToSave {
  const { t } = useTranslation('ranking');
  const parts = usePartNames(ranking.breakdown);
  const colours = useChartColours();
  const scale = look.aligned ? ranking.partScale : ranking.scale;
  return useMemo(
    () => ({
      table: () =>
        rankingTable(ranked, unranked, {
          parts,
          nameOf,
          columns: {
            rank: t('column.rank'),
            low: t('table.plausibleBest'),
            high: t('table.plausibleWorst'),
            best: t('table.certainBest'),
            worst: t('table.certainWorst'),
            gained: t('column.gained'),
            name: t('column.name'),
            score: t('column.score'),
            scoreLow: t('table.scoreLow'),
            scoreHigh: t('table.scoreHigh'),
            coverage: t('column.coverage'),
          },
        }),
      picture: () =>
        rankingPicture(
          { ranked, unranked },
          look,
          scale,
          {
            parts,
            score: t('column.score'),
            bracket: t('bracket'),
            rankedAs: ({ rank, tied, unit }) =>
              t(tied ? 'picture.tied' : 'picture.ranked', { rank, name: nameOf(unit) }),
            unranked: ({ unit }) => t('picture.unranked', { name: nameOf(unit) }),
            coverage: ({ coverage }) =>
              t('picture.coverage', { coverage: formatPercent(coverage) }),
          },
          colours,
        ),
    }),
    [ranked, unranked, parts, look, scale, colours, nameOf, t],
  );
}
