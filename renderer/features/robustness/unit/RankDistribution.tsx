import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatMeanRank,
  formatPercent,
  formatSharePercent,
} from '../../../../shared/text/numbers.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { type ChartColours, useChartColours } from '../../../charts/colours.ts';
import type { ChartOption } from '../../../charts/drawing.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { drawnRanks, type RankRow } from '../ranks/rank-table.ts';

/** Share of the draws at each rank, with the median and the 5–95 % between them. */
export function RankDistribution({ row }: { row: RankRow }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const median = t('unit.median', { rank: formatMeanRank(row.median) });
  const option = useMemo(
    () =>
      distributionOption(row, colours, {
        median,
        rank: t('acceptability.ranks'),
        hint: (rank, share) => t('unit.bar', { rank, share: formatPercent(share) }),
      }),
    [row, colours, median, t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [t('acceptability.ranks'), t('unit.share')],
      rows: Array.from(row.shares, (share, at) => [at + 1, share]),
    }),
    [row, t],
  );
  return (
    <Chart
      title={t('unit.distribution', { unit: names.unit(row.unit) })}
      summary={t('unit.distributionSummary', {
        unit: names.unit(row.unit),
        median: formatMeanRank(row.median),
        low: formatMeanRank(row.rank5),
        high: formatMeanRank(row.rank95),
      })}
      option={option}
      table={table}
      height={170}
    />
  );
}

interface DistributionWords {
  readonly median: string;
  readonly rank: string;
  readonly hint: (rank: string, share: number) => string;
}

/** Bars within 5–95 % stand out; the rank without uncertainty has the accent. */
export function distributionOption(
  row: RankRow,
  colours: ChartColours,
  words: DistributionWords,
): ChartOption {
  const { nominal, median, rank5, rank95 } = row;
  const { from, to } = drawnRanks([row], row.shares.length);
  const shares = row.shares.subarray(from - 1, to);
  return {
    grid: { left: 44, right: 12, top: 24, bottom: 36 },
    tooltip: {
      trigger: 'item',
      formatter: (item) => {
        const { name, value } = Array.isArray(item) ? item[0]! : item;
        return words.hint(name ?? '', Number(value));
      },
    },
    xAxis: {
      type: 'category',
      data: Array.from(shares, (_, at) => String(from + at)),
      name: words.rank,
      nameLocation: 'middle',
      nameGap: 22,
    },
    // With many ranks the steps of the axis are parts of a percent.
    yAxis: { type: 'value', axisLabel: { formatter: formatSharePercent } },
    series: [
      {
        type: 'bar',
        barCategoryGap: '18%',
        data: Array.from(shares, (share, at) => {
          const rank = from + at;
          const inside = rank >= Math.floor(rank5) && rank <= Math.ceil(rank95);
          const colour = rank === nominal ? colours.accent : colours.accentSoft;
          return {
            value: share,
            itemStyle: { color: inside ? colour : colours.hairline },
          };
        }),
        ...(Number.isNaN(median)
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: colours.text, type: 'dashed', width: 1 },
                label: { formatter: words.median, color: colours.text, fontSize: 11 },
                data: [{ xAxis: Math.round(median) - from }],
              },
            }),
      },
    ],
  };
}
