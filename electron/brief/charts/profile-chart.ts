import type { CustomSeriesOption } from 'echarts/charts';
import type { ProfileChart } from './chart-spec.ts';
import { BARE, type DrawnChart, gridAxis, hiddenAxis, INK, px } from './canvas.ts';

const BAR_SHARE = 0.42;
const TICK_SHARE = 0.72;
const TRACK = '#f1efea';

export function drawProfile(chart: ProfileChart): DrawnChart {
  const { axis, rows, rowHeight, width } = chart;
  return {
    width,
    height: rows.length * rowHeight,
    option: {
      ...BARE,
      xAxis: gridAxis(axis),
      yAxis: hiddenAxis(0, rows.length),
      series: [rowSeries(chart)],
    },
  };
}

function rowSeries({ rows, rowHeight, axis }: ProfileChart): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: rows.map((_, row) => [row]),
    renderItem: (parameters, api) => {
      const row = rows[parameters.dataIndex];
      if (row === undefined) return;
      const at = (value: number) => api.coord([value, 0])[0] ?? 0;
      const middle = px((parameters.dataIndex + 0.5) * rowHeight);
      const height = px(rowHeight * BAR_SHARE);
      const bar = (from: number, to: number, fill: string) => ({
        type: 'rect' as const,
        shape: {
          x: Math.min(at(from), at(to)),
          y: middle - height / 2,
          width: Math.abs(at(to) - at(from)),
          height,
        },
        style: { fill },
      });
      const tick = px(rowHeight * TICK_SHARE);
      return {
        type: 'group',
        children: [
          bar(axis.low, axis.high, TRACK),
          ...(row.value === null ? [] : [bar(0, row.value, row.colour)]),
          ...(row.median === null
            ? []
            : [
                {
                  type: 'line' as const,
                  shape: {
                    x1: at(row.median),
                    y1: middle - tick / 2,
                    x2: at(row.median),
                    y2: middle + tick / 2,
                  },
                  style: { stroke: INK, lineWidth: px(0.9) },
                },
              ]),
        ],
      };
    },
  };
}
