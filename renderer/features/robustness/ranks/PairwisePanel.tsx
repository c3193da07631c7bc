import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import { formatPercent } from '../../../../shared/text/numbers.ts';
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
import { countInseparable, rankRows } from './rank-table.ts';
import { RowFilter } from './RowFilter.tsx';
import { shownRows } from './shown-rows.ts';
import { strongestTint } from './tint.ts';
import { Prose } from '../../../ui/Prose.tsx';

/** How often each unit stands before each other: a matrix in the order of the mean ranks. */
export function PairwisePanel() {
  const { t } = useTranslation('robustness');
  const { kept, running } = useAnalysis(uncertainty);
  if (kept === null) return <NoResult title={t('pairwise.title')}>{t('pairwise.empty')}</NoResult>;
  if (kept.result.units.length < 2) {
    return <NoResult title={t('pairwise.title')}>{t('oneRanked')}</NoResult>;
  }
  return (
    <div className="panel robustness-result" aria-busy={running !== null}>
      <WinningMatrix result={kept.result} />
      <DrawsNote kept={kept} />
    </div>
  );
}

/** A matrix of more units is no picture; a filter finds the others. */
const MOST_UNITS = 40;

function WinningMatrix({ result }: { result: UncertaintyResult }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const selected = useSelection((state) => state.unit);
  // One strength for both sides of the scale: equal distances from one half look alike.
  const strongest = Math.min(
    strongestTint(colours.text, colours.diverging),
    strongestTint(colours.text, (strength) => colours.diverging(-strength)),
  );
  const [filter, setFilter] = useState('');
  const count = result.units.length;
  const rows = useMemo(() => rankRows(result), [result]);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected, MOST_UNITS),
    [rows, filter, names, selected],
  );
  const option = useMemo(() => {
    const wins = (a: number, b: number) =>
      a === b ? NaN : (result.pairwiseWinning[a * count + b] ?? NaN);
    return heatMapOption({
      columns: shown.map(({ unit }) => names.unit(unit)),
      columnsName: t('pairwise.columns'),
      rows: shown.map((row) => ({
        name: names.unit(row.unit),
        remark: '',
        cells: shown.map((other) => wins(row.at, other.at)),
        marked: -1,
        selected: row.unit === selected,
      })),
      colourOf: (share) => colours.diverging((2 * share - 1) * strongest),
      textOf: formatPercent,
      hint: (unit, other, share) =>
        Number.isNaN(share)
          ? unit
          : t('pairwise.cell', { unit, other, share: formatPercent(share) }),
      colours,
    });
  }, [result, count, shown, names, selected, colours, strongest, t]);
  const table = useMemo<DataTable>(
    () => ({
      columns: [t('table.unit'), ...rows.map(({ unit }) => names.unit(unit))],
      rows: rows.map((row) => [
        names.unit(row.unit),
        ...rows.map((other) => result.pairwiseWinning[row.at * count + other.at] ?? null),
      ]),
    }),
    [result, count, rows, names, t],
  );
  const summary = t('pairwise.summary', {
    count: countInseparable(result, rows),
    pairs: rows.length - 1,
  });
  return (
    <div className="result-body">
      <p className="result-summary">
        <Prose>{summary}</Prose>
      </p>
      <RowFilter
        filter={filter}
        onChange={setFilter}
        shown={shown.length}
        total={rows.length}
        most={MOST_UNITS}
      />
      <Chart
        title={t('pairwise.title')}
        summary={summary}
        option={option}
        table={table}
        height={heatMapHeight(shown.length)}
        onSelect={({ dataIndex }) => {
          const row = shown[Math.floor(dataIndex / shown.length)];
          if (row !== undefined) selectUnit(row.unit);
        }}
      />
    </div>
  );
}
