import type { RankSlopeChart } from './chart-spec.ts';
import { ACCENT, circle, type Layer, line, LINE_STRONG, type Sheet } from './sheet.ts';

const DOT = 1.8;

export function drawRankSlope(chart: RankSlopeChart): Sheet {
  const { places, rowHeight, width } = chart;
  // Who moved lies above who stayed.
  return {
    width,
    height: places * rowHeight,
    layers: [...slopes(chart, false), ...slopes(chart, true)],
  };
}

function slopes({ lines, rowHeight, width }: RankSlopeChart, moved: boolean): Layer[] {
  const colour = moved ? ACCENT : LINE_STRONG;
  const [left, right] = [DOT, width - DOT];
  const ends = lines
    .filter((each) => each.moved === moved)
    .map(({ from, to }) => [(from + 0.5) * rowHeight, (to + 0.5) * rowHeight] as const);
  return [
    {
      path: ends.map(([from, to]) => line(left, from, right, to)).join(''),
      stroke: { colour, width: moved ? 1.2 : 0.7 },
    },
    {
      path: ends.map(([from, to]) => circle(left, from, DOT) + circle(right, to, DOT)).join(''),
      fill: colour,
    },
  ];
}
