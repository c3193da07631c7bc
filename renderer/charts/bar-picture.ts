import type { ChartColours } from './colours.ts';
import type { ChartOption } from './drawing.ts';
import type { PictureContent } from './PictureMenu.tsx';

export interface BarSpan {
  /** Number of the row, from 0. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn in one colour and has one entry in the legend. */
export interface BarSeries {
  readonly name: string;
  readonly colour: string;
  /** A hollow bar is one that is less certain; a tick stands at `from`. */
  readonly shape: 'bar' | 'hollow' | 'bracket' | 'tick';
  /** Rows with several lanes show series below each other; 0 is the upper one. */
  readonly lane?: number;
  readonly spans: readonly BarSpan[];
}

interface BarAxis {
  readonly from: number;
  readonly to: number;
  readonly name?: string;
  /** Distance of the labels; without it they stand at round numbers. */
  readonly interval?: number;
  readonly label: (value: number) => string;
}

export interface BarDrawing {
  readonly rows: readonly string[];
  /** At the right end of each row. */
  readonly texts?: readonly string[];
  readonly series: readonly BarSeries[];
  /** null: the places along the axis mean nothing by themselves. */
  readonly axis: BarAxis | null;
}

const WIDTH = 760;
const LABEL_WIDTH = 168;
const TEXT_WIDTH = 104;
const LANE = 14;
const BETWEEN_ROWS = 10;
const LEGEND_LINE = 22;
/** Entries of the legend that fit into a line, at the lengths that names of dimensions have. */
const LEGEND_ENTRIES = 5;

/** Horizontal bars that are elements of the page, drawn anew for a picture: a row each, with its label before it. */
export function barPicture(
  { rows, texts, series, axis }: BarDrawing,
  colours: ChartColours,
): PictureContent {
  const lanes = 1 + Math.max(0, ...series.map(({ lane = 0 }) => lane));
  const top = 10 + Math.ceil(series.length / LEGEND_ENTRIES) * LEGEND_LINE;
  const bottom = axis === null ? 8 : axis.name === undefined ? 28 : 46;
  const labels = {
    color: colours.text,
    overflow: 'truncate' as const,
    ellipsis: '…',
    interval: 0,
  };
  const option: ChartOption = {
    legend: {
      top: 0,
      left: 12,
      right: 12,
      data: series.map(({ name, shape, colour }) =>
        shape === 'hollow'
          ? { name, itemStyle: { color: 'none', borderColor: colour, borderWidth: 1 } }
          : { name },
      ),
    },
    grid: {
      left: LABEL_WIDTH + 16,
      right: texts === undefined ? 24 : TEXT_WIDTH + 16,
      top,
      bottom,
    },
    xAxis: {
      type: 'value',
      show: axis !== null,
      min: axis?.from ?? 0,
      max: axis?.to ?? 1,
      ...(axis?.interval === undefined ? {} : { interval: axis.interval }),
      ...(axis?.name === undefined
        ? {}
        : { name: axis.name, nameLocation: 'middle' as const, nameGap: 28 }),
      axisLabel: { formatter: axis?.label ?? String },
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: [...rows],
        axisLabel: { ...labels, width: LABEL_WIDTH },
      },
      {
        type: 'category',
        inverse: true,
        position: 'right',
        show: texts !== undefined,
        axisLine: { show: false },
        data: [...(texts ?? rows)],
        axisLabel: { ...labels, width: TEXT_WIDTH },
      },
    ],
    series: series.map(({ name, colour, shape, lane = 0, spans }) => ({
      type: 'custom' as const,
      name,
      itemStyle: { color: colour },
      encode: { x: [1, 2], y: 0 },
      data: spans.map(({ row, from, to }) => [row, from, to]),
      renderItem: renderer(shape, colour, lane, lanes),
    })),
  };
  return {
    option,
    size: { width: WIDTH, height: top + bottom + rows.length * (lanes * LANE + BETWEEN_ROWS) },
  };
}

type RenderItem = NonNullable<
  Extract<
    NonNullable<Extract<ChartOption['series'], readonly unknown[]>>[number],
    { type?: 'custom' }
  >['renderItem']
>;

function renderer(
  shape: BarSeries['shape'],
  colour: string,
  lane: number,
  lanes: number,
): RenderItem {
  return (_, api) => {
    const [left = 0, middle = 0] = api.coord([api.value(1), api.value(0)]);
    const [right = 0] = api.coord([api.value(2), api.value(0)]);
    const top = middle + (lane - lanes / 2) * LANE + 1;
    const height = LANE - 2;
    const stroke = { stroke: colour, fill: 'none', lineWidth: 1 };
    switch (shape) {
      case 'tick':
        return {
          type: 'rect',
          shape: { x: left - 1, y: top - 2, width: 2, height: height + 4 },
          style: { fill: colour },
        };
      case 'bracket':
        return {
          type: 'polyline',
          shape: {
            points: [
              [left, top],
              [left, top + 4],
              [right, top + 4],
              [right, top],
            ],
          },
          style: stroke,
        };
      case 'hollow':
      case 'bar': {
        const box = { x: Math.min(left, right), y: top, width: Math.abs(right - left), height };
        return { type: 'rect', shape: box, style: shape === 'bar' ? { fill: colour } : stroke };
      }
    }
  };
}
