import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import { formatPercent, formatRankInterval } from '../../../../shared/text/numbers.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { heatMapHeight, heatMapOption } from './heat-map.ts';
import { binnedShares, rankColumns } from './rank-table.ts';
import { strongestTint } from './tint.ts';

interface RankShares {
  readonly unit: UnitCode;
  /** Framed in the picture; 0: not ranked. */
  readonly nominal: number;
  /** Share of the cases at rank 1, 2, … */
  readonly shares: Float64Array;
}

interface RankHeatMapProps<Row extends RankShares> {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly Row[];
  /** How many ranks there are, of which those that the rows have are drawn. */
  readonly ranks: number;
  /** Small, beside the unit's name. */
  readonly remarkOf: (row: Row) => string;
  readonly hintOf: (unit: string, rank: string, share: string) => string;
  readonly table: DataTable;
}

/** How often each unit has each rank: units by ranks, coloured by the share; a click selects the unit. */
export function RankHeatMap<Row extends RankShares>(props: RankHeatMapProps<Row>) {
  const { title, summary, rows, ranks, remarkOf, hintOf, table } = props;
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const selected = useSelection((state) => state.unit);
  const strongest = strongestTint(colours.text, colours.sequential);
  const columns = useMemo(() => rankColumns(rows, ranks), [rows, ranks]);
  const option = useMemo(
    () =>
      heatMapOption({
        columns: columns.map(({ from, to }) => formatRankInterval(from, to)),
        columnsName: t('acceptability.ranks'),
        rows: rows.map((row) => ({
          name: names.unit(row.unit),
          remark: remarkOf(row),
          cells: binnedShares(row.shares, columns),
          marked: columns.findIndex(({ from, to }) => from <= row.nominal && row.nominal <= to),
          selected: row.unit === selected,
        })),
        // Where a column holds one of many ranks, or several, most shares are small: the root tells them apart.
        colourOf: (share) =>
          colours.sequential((columns.length < ranks ? Math.sqrt(share) : share) * strongest),
        textOf: (share) => (share === 0 ? '' : formatPercent(share)),
        hint: (unit, rank, share) => hintOf(unit, rank, formatPercent(share)),
        colours,
      }),
    [columns, rows, ranks, remarkOf, hintOf, names, selected, colours, strongest, t],
  );
  return (
    <Chart
      title={title}
      summary={summary}
      option={option}
      table={table}
      height={heatMapHeight(rows.length)}
      onSelect={({ dataIndex }) => {
        const row = rows[Math.floor(dataIndex / columns.length)];
        if (row !== undefined) selectUnit(row.unit);
      }}
    />
  );
}
