import type { EvidenceMapChart, EvidenceMark } from './chart-spec.ts';
import {
  ACCENT,
  type Box,
  circle,
  INK,
  LINE,
  PAPER,
  rectangle,
  type Sheet,
  upperTriangle,
} from './sheet.ts';

const GAP = 1.2;
const FILLED = '#5b6472';
const HALF = '#b9bfc8';

export function drawEvidenceMap(chart: EvidenceMapChart): Sheet {
  const { columns, columnWidth, rowHeight, marks } = chart;
  const boxesOf = (wanted: EvidenceMark) =>
    boxes(chart, (row, column) => marks[row]?.[column] === wanted);
  const outside = boxes(chart, (row, column) => chart.outside[row]?.[column] === true);
  const proxies = boxesOf('proxy');
  return {
    width: columns * columnWidth,
    height: marks.length * rowHeight,
    // Told apart by shape as well: full, half along the diagonal, framed, empty.
    layers: [
      { path: boxesOf('exact').map(rectangle).join(''), fill: FILLED },
      { path: proxies.map(rectangle).join(''), fill: HALF },
      { path: proxies.map(upperTriangle).join(''), fill: FILLED },
      { path: boxesOf('overridden').map(rectangle).join(''), fill: ACCENT },
      {
        path: boxesOf('missing').map(rectangle).join(''),
        fill: PAPER,
        stroke: { colour: LINE, width: 0.5 },
      },
      { path: outside.map(ring).join(''), fill: PAPER, stroke: { colour: INK, width: 0.5 } },
    ],
  };
}

function boxes(
  { columns, columnWidth, rowHeight, marks }: EvidenceMapChart,
  wanted: (row: number, column: number) => boolean,
): Box[] {
  return marks.flatMap((_, row) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => wanted(row, column))
      .map((column) => ({
        left: column * columnWidth + GAP / 2,
        top: row * rowHeight + GAP / 2,
        right: (column + 1) * columnWidth - GAP / 2,
        bottom: (row + 1) * rowHeight - GAP / 2,
      })),
  );
}

function ring({ left, top, right, bottom }: Box): string {
  const radius = Math.min(right - left, bottom - top) / 4.5;
  return circle((left + right) / 2, (top + bottom) / 2, radius);
}
