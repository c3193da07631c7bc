import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTable } from '../../ui/data-table.ts';
import type { RankedRow, UnrankedRow } from './ranking-rows.ts';
import { rankingTable } from './ranking-table.ts';
import type { Ranking } from './use-ranking.ts';
import { usePartNames } from './use-part-names.ts';

/** How to read what is on screen as a table; made only when it is asked for. */
export function useRankingTable(
  ranking: Ranking,
  ranked: readonly RankedRow[],
  unranked: readonly UnrankedRow[],
  nameOf: (unit: RankedRow['unit']) => string,
): () => DataTable {
  const { t } = useTranslation('ranking');
  const parts = usePartNames(ranking.breakdown);
  return useMemo(
    () => () =>
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
    [ranked, unranked, parts, nameOf, t],
  );
}
