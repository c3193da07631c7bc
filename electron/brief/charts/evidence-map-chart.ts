import type { CustomSeriesOption } from 'echarts/charts';
import type { EvidenceMapChart, EvidenceMark } from './chart-spec.ts';
import { ACCENT, BARE, type DrawnChart, hiddenAxis, INK, LINE, PAPER, px } from './canvas.ts';

const GAP = 1.2;
const FILLED = '#5b6472';
const HALF = '#b9bfc8';

export function drawEvidenceMap(chart: EvidenceMapChart): DrawnChart {
  const { columns, columnWidth, rowHeight, marks } = chart;
  return {
    width: columns * columnWidth,
    height: marks.length * rowHeight,
    option: {
      ...BARE,
      xAxis: hiddenAxis(0, 1),
      yAxis: hiddenAxis(0, 1),
      series: [cellSeries(chart)],
    },
  };
}

/** All cells of one look are one path: a shape for each of thousands of cells would cost a second. */
function cellSeries(chart: EvidenceMapChart): CustomSeriesOption {
  const boxesOf = (wanted: EvidenceMark) =>
    boxes(chart, (row, column) => chart.marks[row]?.[column] === wanted);
  const outside = boxes(chart, (row, column) => chart.outside[row]?.[column] === true);
  const proxies = boxesOf('proxy');
  // Told apart by shape as well: full, half along the diagonal, framed, empty.
  const looks: readonly (readonly [path: string, style: object])[] = [
    [boxesOf('exact').map(square).join(''), { fill: FILLED }],
    [proxies.map(square).join(''), { fill: HALF }],
    [proxies.map(upperTriangle).join(''), { fill: FILLED }],
    [boxesOf('overridden').map(square).join(''), { fill: ACCENT }],
    [boxesOf('missing').map(square).join(''), { fill: PAPER, stroke: LINE, lineWidth: px(0.5) }],
    [outside.map(ring).join(''), { fill: PAPER, stroke: INK, lineWidth: px(0.5) }],
  ];
  return {
    type: 'custom',
    silent: true,
    data: [[0]],
    renderItem: () => ({
      type: 'group',
      children: looks
        .filter(([path]) => path !== '')
        .map(([pathData, style]) => ({ type: 'path', shape: { pathData }, style })),
    }),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxes(
  { columns, columnWidth, rowHeight, marks }: EvidenceMapChart,
  wanted: (row: number, column: number) => boolean,
): Box[] {
  return marks.flatMap((_, row) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => wanted(row, column))
      .map((column) => ({
        left: px(column * columnWidth + GAP / 2),
        top: px(row * rowHeight + GAP / 2),
        right: px((column + 1) * columnWidth - GAP / 2),
        bottom: px((row + 1) * rowHeight - GAP / 2),
      })),
  );
}

function square({ left, top, right, bottom }: Box): string {
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}

function upperTriangle({ left, top, right, bottom }: Box): string {
  return `M${left} ${top}H${right}L${left} ${bottom}Z`;
}

function ring({ left, top, right, bottom }: Box): string {
  const radius = Math.min(right - left, bottom - top) / 4.5;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}
