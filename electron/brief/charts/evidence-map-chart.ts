import type { CustomSeriesOption } from 'echarts';
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
      xAxis: hiddenAxis(0, columns),
      yAxis: hiddenAxis(0, marks.length),
      series: [cellSeries(chart)],
    },
  };
}

function cellSeries(chart: EvidenceMapChart): CustomSeriesOption {
  const { columns, columnWidth, rowHeight } = chart;
  return {
    type: 'custom',
    silent: true,
    data: chart.marks.flatMap((row) => row).map((_, cell) => [cell]),
    renderItem: ({ dataIndex }) => {
      const [row, column] = [Math.floor(dataIndex / columns), dataIndex % columns];
      const mark = chart.marks[row]?.[column];
      if (mark === undefined) return;
      const box = {
        x: px(column * columnWidth + GAP / 2),
        y: px(row * rowHeight + GAP / 2),
        width: px(columnWidth - GAP),
        height: px(rowHeight - GAP),
      };
      return {
        type: 'group',
        children: [
          ...drawMark(mark, box),
          ...(chart.outside[row]?.[column] === true ? [drawOutside(box)] : []),
        ],
      };
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Told apart by shape as well: full, half along the diagonal, framed, empty. */
function drawMark(mark: EvidenceMark, box: Box) {
  const square = (style: object) => ({ type: 'rect' as const, shape: box, style });
  switch (mark) {
    case 'exact':
      return [square({ fill: FILLED })];
    case 'proxy':
      return [
        square({ fill: HALF }),
        {
          type: 'polygon' as const,
          shape: {
            points: [
              [box.x, box.y],
              [box.x + box.width, box.y],
              [box.x, box.y + box.height],
            ],
          },
          style: { fill: FILLED },
        },
      ];
    case 'overridden':
      return [square({ fill: ACCENT })];
    case 'missing':
      return [square({ fill: PAPER, stroke: LINE, lineWidth: px(0.5) })];
  }
}

function drawOutside(box: Box) {
  return {
    type: 'circle' as const,
    shape: {
      cx: box.x + box.width / 2,
      cy: box.y + box.height / 2,
      r: Math.min(box.width, box.height) / 4.5,
    },
    style: { fill: PAPER, stroke: INK, lineWidth: px(0.5) },
  };
}
