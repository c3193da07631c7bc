import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MultiverseRequest,
  MultiverseResult,
} from '../../../../shared/model/one-at-a-time.ts';
import { formatPercent, formatRankInterval } from '../../../../shared/text/numbers.ts';
import { methodChoicesInWords } from '../../../../shared/text/uncertainty-in-words.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { multiverse } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { useScenarioName } from '../analysis/use-statement.ts';
import { heatMapHeight, heatMapOption } from '../ranks/heat-map.ts';
import { binnedShares, rankBins } from '../ranks/rank-table.ts';
import { RowFilter } from '../ranks/RowFilter.tsx';
import { shownRows } from '../ranks/shown-rows.ts';
import { strongestTint } from '../ranks/tint.ts';
import { combinationsOf, multiverseRows } from './multiverse-rows.ts';
import { Movers } from './Movers.tsx';
import { useMoverWords } from './use-mover-words.ts';

/** How often each unit has each rank over all combinations, and which choice moves it most. */
export function MultiverseRanks({ kept }: { kept: Kept<MultiverseRequest, MultiverseResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const scenario = useScenarioName();
  const selected = useSelection((state) => state.unit);
  const strongest = strongestTint(colours.text, colours.sequential);
  const [filter, setFilter] = useState('');
  const { result, engine } = kept;
  const rows = useMemo(() => multiverseRows(result), [result]);
  const combinations = combinationsOf(result);
  const bins = useMemo(() => rankBins(rows.length), [rows]);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected),
    [rows, filter, names, selected],
  );
  const moverInWords = useMoverWords(result);
  const option = useMemo(
    () =>
      heatMapOption({
        columns: bins.map(({ from, to }) => formatRankInterval(from, to)),
        columnsName: t('acceptability.ranks'),
        rows: shown.map((row) => ({
          name: names.unit(row.unit),
          remark: formatRankInterval(row.best, row.worst),
          cells: binnedShares(row.shares, bins),
          marked: bins.findIndex(({ from, to }) => from <= row.nominal && row.nominal <= to),
          selected: row.unit === selected,
        })),
        colourOf: (share) => colours.sequential(share * strongest),
        textOf: (share) => (share === 0 ? '' : formatPercent(share)),
        hint: (unit, rank, share) =>
          t('multiverse.cell', { unit, rank, share: formatPercent(share) }),
        colours,
      }),
    [bins, shown, names, selected, colours, strongest, t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [
        t('table.unit'),
        t('table.nominal'),
        t('multiverse.best'),
        t('table.median'),
        t('multiverse.worst'),
        t('multiverse.mover'),
        ...bins.map(({ from, to }) => t('table.atRank', { rank: formatRankInterval(from, to) })),
      ],
      rows: rows.map((row) => [
        names.unit(row.unit),
        row.nominal || null,
        row.best,
        row.median,
        row.worst,
        moverInWords(row),
        ...binnedShares(row.shares, bins),
      ]),
    }),
    [bins, rows, names, moverInWords, t],
  );
  const steady = rows.filter(({ best, worst }) => best === worst).length;
  const summary = t('multiverse.summary', { count: combinations, steady, total: rows.length });
  return (
    <>
      <div className="result-body">
        <p className="result-summary">{summary}</p>
        <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={rows.length} />
        <Chart
          title={t('multiverse.title')}
          summary={summary}
          option={option}
          table={table}
          height={heatMapHeight(shown.length)}
          onSelect={({ dataIndex }) => {
            const row = shown[Math.floor(dataIndex / bins.length)];
            if (row !== undefined) selectUnit(row.unit);
          }}
        />
        <Movers rows={shown} inWords={moverInWords} />
      </div>
      <ResultNote
        analysis={multiverse}
        kept={kept}
        statement={t('multiverse.statement', {
          count: combinations,
          scenario,
          engine,
          choices: methodChoicesInWords(result.choices, names).join(t('statement.separator')),
        })}
      />
    </>
  );
}
