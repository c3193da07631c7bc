import type { CustomSeriesOption } from 'echarts/charts';
import type { RankSlopeChart } from './chart-spec.ts';
import { ACCENT, BARE, type DrawnChart, hiddenAxis, LINE_STRONG, px } from './canvas.ts';

const DOT = 1.8;

export function drawRankSlope(chart: RankSlopeChart): DrawnChart {
  const { places, rowHeight, width } = chart;
  return {
    width,
    height: places * rowHeight,
    option: {
      ...BARE,
      xAxis: hiddenAxis(0, 1),
      yAxis: hiddenAxis(0, places),
      series: [lineSeries(chart)],
    },
  };
}

function lineSeries({ lines, rowHeight, width }: RankSlopeChart): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: lines.map((_, line) => [line]),
    renderItem: ({ dataIndex }) => {
      const line = lines[dataIndex];
      if (line === undefined) return;
      const colour = line.moved ? ACCENT : LINE_STRONG;
      const [left, right] = [px(DOT), px(width - DOT)];
      const from = px((line.from + 0.5) * rowHeight);
      const to = px((line.to + 0.5) * rowHeight);
      const dot = (cx: number, cy: number) => ({
        type: 'circle' as const,
        shape: { cx, cy, r: px(DOT) },
        style: { fill: colour },
      });
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: left, y1: from, x2: right, y2: to },
            style: { stroke: colour, lineWidth: px(line.moved ? 1.2 : 0.7) },
          },
          dot(left, from),
          dot(right, to),
        ],
      };
    },
  };
}
