import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartColours } from './colours.ts';
import type { ChartOption } from './drawing.ts';

export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** null: hatched; very low cells stay empty. */
  readonly fill: string | null;
  /** Written into the cell where it fits. */
  readonly text: string;
}

export interface MatrixDrawing {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly MatrixCell[];
  /** Rows and columns before which a dimension begins. */
  readonly rowStarts: ReadonlySet<number>;
  readonly columnStarts: ReadonlySet<number>;
  /** Widest label of a row, in pixels. */
  readonly labelWidth: number;
  readonly tooltip: (cell: MatrixCell) => string;
}

/** Text below this size of a cell could not be read. */
const LEAST_FOR_TEXT = { width: 22, height: 13 };
/** In lower cells there is no room for hatching, nor for a gap between them: they stay empty. */
const LEAST_FOR_HATCHING = 6;

/** A matrix of small cells with labels left and on top and lines between dimensions, for `Chart`. */
export function matrixOption(drawing: MatrixDrawing, colours: ChartColours): ChartOption {
  const { rows, columns, cells, labelWidth, tooltip } = drawing;
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
  };
  return {
    grid: { left: labelWidth + 12, right: 4, top: 40, bottom: 4 },
    tooltip: {
      formatter: (point) => {
        const cell = Array.isArray(point) ? undefined : cells[point.dataIndex];
        return cell === undefined ? '' : tooltip(cell);
      },
    },
    xAxis: {
      ...axis,
      data: [...columns],
      position: 'top',
      axisLabel: { color: colours.muted, fontSize: 11, interval: 'auto', lineHeight: 14 },
    },
    yAxis: {
      ...axis,
      data: [...rows],
      inverse: true,
      axisLabel: {
        color: colours.text,
        fontSize: 11,
        width: labelWidth,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 'auto',
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: cellRenderer(drawing, colours),
        // Small rectangles: as many of them as a frame can paint, or a large map takes seconds to appear.
        progressive: 4000,
        data: cells.map(({ column, row }) => [column, row]),
        encode: { x: 0, y: 1 },
      },
    ],
  };
}

function cellRenderer(
  { cells, rowStarts, columnStarts }: MatrixDrawing,
  colours: ChartColours,
): NonNullable<CustomSeriesOption['renderItem']> {
  return ({ dataIndex }, api) => {
    const cell = cells[dataIndex];
    if (cell === undefined) return null;
    const [centreX = 0, centreY = 0] = api.coord([cell.column, cell.row]);
    const size = api.size?.([1, 1]);
    const [width = 0, height = 0] = Array.isArray(size) ? size : [size, size];
    const [x, y] = [centreX - width / 2, centreY - height / 2];
    const isLow = height < LEAST_FOR_HATCHING;
    const box = isLow
      ? { x: x + 0.5, y, width: width - 1, height }
      : { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
    const fits =
      cell.text !== '' && width >= LEAST_FOR_TEXT.width && height >= LEAST_FOR_TEXT.height;
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: box, style: { fill: cell.fill ?? colours.panel } },
        ...(cell.fill === null && !isLow ? hatching(box, colours) : []),
        ...(columnStarts.has(cell.column) ? [line(x, y, x, y + height, colours)] : []),
        ...(rowStarts.has(cell.row) ? [line(x, y, x + width, y, colours)] : []),
        ...(fits
          ? [
              {
                type: 'text' as const,
                style: {
                  text: cell.text,
                  x: centreX,
                  y: centreY,
                  align: 'center' as const,
                  verticalAlign: 'middle' as const,
                  fill: colours.text,
                  font: `10px ${colours.fontFamily}`,
                },
              },
            ]
          : []),
      ],
    };
  };
}

const HATCH_GAP = 6;

/** Diagonal lines from the lower left to the upper right, cut off at the box. */
function hatching(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  colours: ChartColours,
) {
  const count = Math.floor((width + height) / HATCH_GAP);
  return Array.from({ length: count }, (_, at) => {
    const offset = (at + 0.5) * HATCH_GAP;
    const [left, right] = [Math.max(0, offset - height), Math.min(width, offset)];
    return {
      type: 'line' as const,
      shape: { x1: x + left, y1: y + offset - left, x2: x + right, y2: y + offset - right },
      style: { stroke: colours.hatch, lineWidth: 1 },
      silent: true,
    };
  });
}

function line(x1: number, y1: number, x2: number, y2: number, colours: ChartColours) {
  return {
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: colours.text, lineWidth: 1 },
    silent: true,
  };
}
