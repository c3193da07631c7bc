import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import { formatMeanRank, formatPercent, formatScore } from '../../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { uncertainty } from '../analysis/analyses.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import '../robustness.css';
import { DrawsNote } from './DrawsNote.tsx';
import { RankHeatMap } from './RankHeatMap.tsx';
import { countSteady, likeliestRank, type RankRow, rankRows } from './rank-table.ts';
import { RowFilter } from './RowFilter.tsx';
import { shownRows } from './shown-rows.ts';
import { Prose } from '../../../ui/Prose.tsx';

/** How often each unit has each rank: a heat map of units and ranks, ordered by mean rank. */
export function RankAcceptabilityPanel() {
  const { t } = useTranslation('robustness');
  const { kept, running } = useAnalysis(uncertainty);
  if (kept === null) {
    return <NoResult title={t('acceptability.title')}>{t('acceptability.empty')}</NoResult>;
  }
  return (
    <div className="panel robustness-result" aria-busy={running !== null}>
      <HeatMap result={kept.result} />
      <DrawsNote kept={kept} />
    </div>
  );
}

function HeatMap({ result }: { result: UncertaintyResult }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const selected = useSelection((state) => state.unit);
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => rankRows(result), [result]);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected),
    [rows, filter, names, selected],
  );
  const meanOf = useCallback(
    (row: RankRow) =>
      t('acceptability.row', {
        mean: formatScore(row.mean),
        low: formatMeanRank(row.rank5),
        high: formatMeanRank(row.rank95),
      }),
    [t],
  );
  const hintOf = useCallback(
    (unit: string, rank: string, share: string) => t('acceptability.cell', { unit, rank, share }),
    [t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [
        t('table.unit'),
        t('table.nominal'),
        t('table.mean'),
        t('table.median'),
        t('table.rank5'),
        t('table.rank95'),
        ...result.units.map((_, at) => t('table.atRank', { rank: at + 1 })),
      ],
      rows: rows.map((row) => [
        names.unit(row.unit),
        row.nominal,
        row.mean,
        row.median,
        row.rank5,
        row.rank95,
        ...row.shares,
      ]),
    }),
    [result, rows, names, t],
  );
  const [first] = rows;
  const likeliest = first === undefined ? null : likeliestRank(first);
  const summary =
    first === undefined || likeliest === null
      ? t('acceptability.title')
      : t('acceptability.summary', {
          unit: names.unit(first.unit),
          rank: likeliest.rank,
          share: formatPercent(likeliest.share),
          steady: countSteady(rows),
          total: rows.length,
        });
  return (
    <div className="result-body">
      <p className="result-summary">
        <Prose>{summary}</Prose>
      </p>
      <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={rows.length} />
      <RankHeatMap
        title={t('acceptability.title')}
        summary={summary}
        rows={shown}
        ranks={rows.length}
        remarkOf={meanOf}
        hintOf={hintOf}
        table={table}
      />
    </div>
  );
}
