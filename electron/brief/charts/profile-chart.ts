import type { ProfileChart } from './chart-spec.ts';
import { along, gridLines, INK, type Layer, line, rectangle, type Sheet } from './sheet.ts';

const BAR_SHARE = 0.42;
const TICK_SHARE = 0.72;
const TRACK = '#f1efea';

export function drawProfile(chart: ProfileChart): Sheet {
  const { axis, rows, rowHeight, width } = chart;
  const height = rows.length * rowHeight;
  const x = (value: number) => along(axis, width, value);
  const bar = (row: number, from: number, to: number) => {
    const middle = (row + 0.5) * rowHeight;
    return rectangle({
      left: Math.min(x(from), x(to)),
      top: middle - (rowHeight * BAR_SHARE) / 2,
      right: Math.max(x(from), x(to)),
      bottom: middle + (rowHeight * BAR_SHARE) / 2,
    });
  };
  const tick = (row: number, value: number) => {
    const middle = (row + 0.5) * rowHeight;
    const half = (rowHeight * TICK_SHARE) / 2;
    return line(x(value), middle - half, x(value), middle + half);
  };
  return {
    width,
    height,
    layers: [
      gridLines(axis, width, height),
      { path: rows.map((_, row) => bar(row, axis.low, axis.high)).join(''), fill: TRACK },
      ...rows.map(({ colour, value }, row): Layer => ({
        path: value === null ? '' : bar(row, 0, value),
        fill: colour,
      })),
      {
        path: rows.map(({ median }, row) => (median === null ? '' : tick(row, median))).join(''),
        stroke: { colour: INK, width: 0.9 },
      },
    ],
  };
}
