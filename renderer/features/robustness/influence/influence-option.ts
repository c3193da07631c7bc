import type { CustomSeriesOption } from 'echarts/charts';
import { formatValue } from '../../../../shared/text/numbers.ts';
import type { ChartColours } from '../../../charts/colours.ts';
import type { ChartOption } from '../../../charts/drawing.ts';
import type { Index, InfluenceRow } from './influence-rows.ts';

interface InfluenceWords {
  readonly inputs: readonly string[];
  readonly first: string;
  readonly total: string;
  readonly hint: (input: string, kind: string, index: Index) => string;
}

const BAND = 56;
const BAR = 14;

export function influenceHeight(rows: number): number {
  return 76 + rows * BAND;
}

/** Two bars an input, first and total order, each with the interval of its estimate. */
export function influenceOption(
  rows: readonly InfluenceRow[],
  words: InfluenceWords,
  colours: ChartColours,
): ChartOption {
  const kinds = [
    { name: words.first, colour: colours.accentSoft, of: (row: InfluenceRow) => row.first },
    { name: words.total, colour: colours.accent, of: (row: InfluenceRow) => row.total },
  ];
  const bar =
    (offset: number, colour: string): NonNullable<CustomSeriesOption['renderItem']> =>
    (_, api) => {
      const row = Number(api.value(1));
      const [zero = 0, middle = 0] = api.coord([0, row]);
      const x = (value: number) => api.coord([value, row])[0] ?? zero;
      const end = x(Number(api.value(0)));
      const [low, high] = [x(Number(api.value(2))), x(Number(api.value(3)))];
      const y = middle + offset;
      const whisker = { stroke: colours.text, lineWidth: 1 };
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: whisker,
      });
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: {
              x: Math.min(zero, end),
              y: y - BAR / 2,
              width: Math.abs(end - zero),
              height: BAR,
            },
            style: { fill: colour },
          },
          line(low, y, high, y),
          line(low, y - 4, low, y + 4),
          line(high, y - 4, high, y + 4),
        ],
      };
    };
  return {
    legend: { top: 0, left: 96 },
    grid: { left: 96, right: 20, top: 28, bottom: 32 },
    tooltip: {
      trigger: 'item',
      formatter: (item) => {
        const { seriesIndex, dataIndex } = Array.isArray(item) ? item[0]! : item;
        const row = rows[dataIndex];
        const kind = kinds[seriesIndex ?? 0];
        if (row === undefined || kind === undefined) return '';
        return words.hint(words.inputs[dataIndex] ?? '', kind.name, kind.of(row));
      },
    },
    // Estimates may leave 0..1; the axis then goes one step further.
    xAxis: {
      type: 'value',
      interval: 0.2,
      min: ({ min }) => Math.min(0, Math.floor(min * 5) / 5),
      max: ({ max }) => Math.max(1, Math.ceil(max * 5) / 5),
      axisLabel: { formatter: formatValue },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...words.inputs],
      axisLabel: { color: colours.text, width: 84, overflow: 'truncate', ellipsis: '…' },
    },
    series: kinds.map(({ name, colour, of }, at) => ({
      type: 'custom',
      name,
      itemStyle: { color: colour },
      encode: { x: [0, 2, 3], y: 1 },
      data: rows.map((row, place) => {
        const { value, low, high } = of(row);
        return [value, place, low, high];
      }),
      renderItem: bar(at === 0 ? -BAR / 2 - 1 : BAR / 2 + 1, colour),
    })),
  };
}
