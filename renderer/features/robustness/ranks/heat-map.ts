import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartColours } from '../../../charts/colours.ts';
import type { ChartOption } from '../../../charts/drawing.ts';

interface HeatRow {
  readonly name: string;
  /** Beside the name, small; may be empty. */
  readonly remark: string;
  /** 0..1, one for each column; NaN: nothing to show. */
  readonly cells: readonly number[];
  /** Column that gets a frame; −1: none. */
  readonly marked: number;
  readonly selected: boolean;
}

interface HeatMap {
  readonly columns: readonly string[];
  readonly columnsName: string;
  readonly rows: readonly HeatRow[];
  /** Colour of a cell by its share 0..1. */
  readonly colourOf: (share: number) => string;
  /** What stands in a cell that is wide enough. */
  readonly textOf: (share: number) => string;
  readonly hint: (row: string, column: string, share: number) => string;
  readonly colours: ChartColours;
}

const ROW_HEIGHT = 28;
const HEAD = 44;
const FOOT = 8;
const NAMES = 190;
/** Narrower cells hold no number. */
const LEAST_WIDTH_FOR_TEXT = 32;
export function heatMapHeight(rows: number): number {
  return HEAD + rows * ROW_HEIGHT + FOOT;
}

/** Cells of rows and columns, coloured by a share, with the number in them where it fits. */
export function heatMapOption(map: HeatMap): ChartOption {
  const { columns, rows, colourOf, textOf, hint, colours } = map;
  const data = rows.flatMap(({ cells }, row) =>
    cells.map((share, column): [number, number, number] => [column, row, share]),
  );

  const renderCell: NonNullable<CustomSeriesOption['renderItem']> = (_, api) => {
    const column = Number(api.value(0));
    const row = Number(api.value(1));
    const share = Number(api.value(2));
    const [x = 0, y = 0] = api.coord([column, row]);
    const [width = 0, height = 0] = (api.size?.([1, 1]) ?? []) as number[];
    const frame = { x: x - width / 2, y: y - height / 2, width, height };
    const marked = rows[row]?.marked === column;
    const text = width < LEAST_WIDTH_FOR_TEXT || Number.isNaN(share) ? '' : textOf(share);
    return {
      type: 'rect' as const,
      shape: {
        x: frame.x + 0.5,
        y: frame.y + 0.5,
        width: Math.max(0, frame.width - 1),
        height: Math.max(0, frame.height - 1),
      },
      style: {
        fill: Number.isNaN(share) ? colours.panel : colourOf(share),
        stroke: marked ? colours.text : colours.hairline,
        lineWidth: marked ? 1.5 : 0.5,
      },
      z2: marked ? 2 : 1,
      textContent: {
        type: 'text' as const,
        style: { text, fill: colours.text, fontSize: 12, fontFamily: colours.fontFamily },
      },
      textConfig: { position: 'inside' as const },
    };
  };

  return {
    grid: { left: NAMES, right: 8, top: HEAD, bottom: FOOT },
    tooltip: {
      trigger: 'item',
      formatter: (item) => {
        const [column, row, share] = ((Array.isArray(item) ? item[0] : item)?.value ??
          []) as number[];
        return hint(rows[row ?? 0]?.name ?? '', columns[column ?? 0] ?? '', share ?? NaN);
      },
    },
    xAxis: {
      type: 'category',
      data: [...columns],
      position: 'top',
      name: map.columnsName,
      nameLocation: 'middle',
      nameGap: 24,
      axisLine: { show: false },
      axisLabel: { interval: 0, hideOverlap: true, width: 80, overflow: 'truncate', ellipsis: '…' },
    },
    yAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        width: NAMES - 16,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 0,
        align: 'left',
        margin: NAMES - 8,
        formatter: (name: string, at: number) => {
          const row = rows[at];
          const style = row?.selected === true ? 'selected' : 'name';
          return row === undefined ? name : `{${style}|${name}}  {remark|${row.remark}}`;
        },
        rich: {
          name: { color: colours.text },
          selected: { color: colours.accent, fontWeight: 600 },
          remark: { color: colours.muted, fontSize: 11 },
        },
      },
    },
    series: [{ type: 'custom', data, renderItem: renderCell, encode: { x: 0, y: 1 } }],
  };
}
