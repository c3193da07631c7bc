import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import {
  formatMeanRank,
  formatPercent,
  formatScore,
  formatValue,
} from '../../../../shared/text/numbers.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { uncertainty } from '../analysis/analyses.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import '../robustness.css';
import { DrawsNote } from './DrawsNote.tsx';
import { heatMapHeight, heatMapOption } from './heat-map.ts';
import {
  binnedShares,
  countSteady,
  likeliestRank,
  type RankBin,
  rankBins,
  rankRows,
} from './rank-table.ts';
import { RowFilter } from './RowFilter.tsx';
import { shownRows } from './shown-rows.ts';
import { strongestTint } from './tint.ts';

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
  const colours = useChartColours();
  const selected = useSelection((state) => state.unit);
  const strongest = strongestTint(colours.text, colours.sequential);
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => rankRows(result), [result]);
  const bins = useMemo(() => rankBins(result.units.length), [result]);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected),
    [rows, filter, names, selected],
  );
  const option = useMemo(
    () =>
      heatMapOption({
        columns: bins.map(binName),
        columnsName: t('acceptability.ranks'),
        rows: shown.map((row) => ({
          name: names.unit(row.unit),
          remark: t('acceptability.row', {
            mean: formatScore(row.mean),
            low: formatMeanRank(row.rank5),
            high: formatMeanRank(row.rank95),
          }),
          cells: binnedShares(row.shares, bins),
          marked: bins.findIndex(({ from, to }) => from <= row.nominal && row.nominal <= to),
          selected: row.unit === selected,
        })),
        colourOf: (share) => colours.sequential(share * strongest),
        textOf: (share) => (share === 0 ? '' : formatPercent(share)),
        hint: (row, column, share) =>
          t('acceptability.cell', { unit: row, rank: column, share: formatPercent(share) }),
        colours,
      }),
    [bins, shown, names, selected, colours, strongest, t],
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
      <p className="result-summary">{summary}</p>
      <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={rows.length} />
      <div className="result-chart">
        <Chart
          title={t('acceptability.title')}
          summary={summary}
          option={option}
          table={table}
          height={heatMapHeight(shown.length)}
          onSelect={({ dataIndex }) => {
            const row = shown[Math.floor(dataIndex / bins.length)];
            if (row !== undefined) selectUnit(row.unit);
          }}
        />
      </div>
    </div>
  );
}

function binName({ from, to }: RankBin): string {
  return from === to ? formatValue(from) : `${formatValue(from)}–${formatValue(to)}`;
}
