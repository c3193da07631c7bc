import type { CustomSeriesOption } from 'echarts/charts';
import type { ContributionChart } from './chart-spec.ts';
import { BARE, type DrawnChart, gridAxis, INK, LINE_STRONG, PAPER, px } from './canvas.ts';

/** Share of the row that the bar takes; the interval's line runs below it. */
const BAR_SHARE = 0.46;
const BRACKET_AT = 0.86;

export function drawContributions(chart: ContributionChart): DrawnChart {
  const { axis, rows, colours, rowHeight, width } = chart;
  const categories = rows.map((_, row) => `${row}`);
  return {
    width,
    height: rows.length * rowHeight,
    option: {
      ...BARE,
      xAxis: gridAxis(axis),
      yAxis: { type: 'category', inverse: true, data: categories, show: false },
      series: [
        ...colours.map((colour, part) => ({
          type: 'bar' as const,
          stack: 'score',
          silent: true,
          barWidth: px(rowHeight * BAR_SHARE),
          // A hairline of paper keeps neighbours apart where their greys are near.
          itemStyle: { color: colour, borderColor: PAPER, borderWidth: px(0.4) },
          data: rows.map((row) => row.parts[part] ?? 0),
        })),
        bracketSeries(chart),
        zeroLine(chart),
      ],
    },
  };
}

function bracketSeries({ rows, rowHeight }: ContributionChart): CustomSeriesOption {
  const half = px(1.3);
  return {
    type: 'custom',
    silent: true,
    encode: { x: [1, 2], y: 0 },
    data: rows.map((row, position) => [position, row.low, row.high]),
    renderItem: (_, api) => {
      const [left, middle] = api.coord([api.value(1), api.value(0)]);
      const [right] = api.coord([api.value(2), api.value(0)]);
      if (left === undefined || middle === undefined || right === undefined) return;
      if (Number.isNaN(left) || Number.isNaN(right)) return;
      const y = middle + px(rowHeight * (BRACKET_AT - 0.5));
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: INK, lineWidth: px(0.5) },
      });
      return {
        type: 'group',
        children: [
          line(left, y, right, y),
          line(left, y - half, left, y + half),
          line(right, y - half, right, y + half),
        ],
      };
    },
  };
}

function zeroLine({ rows, rowHeight }: ContributionChart): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: [[0, 0]],
    renderItem: (_, api) => {
      const [x] = api.coord([0, 0]);
      if (x === undefined) return;
      return {
        type: 'line',
        shape: { x1: x, y1: 0, x2: x, y2: px(rows.length * rowHeight) },
        style: { stroke: LINE_STRONG, lineWidth: px(0.6) },
      };
    },
  };
}
