import {
  BarChart,
  type BarSeriesOption,
  BoxplotChart,
  type BoxplotSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECharts, init, use as register } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartColours } from './colours.ts';

/*
 * The only file that imports ECharts when it runs. `Chart` loads it when the first chart is shown: it is a third of a
 * megabyte that the first screen does without.
 */

register([
  BarChart,
  BoxplotChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
  SVGRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | BoxplotSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export function drawOn(element: HTMLElement, colours: ChartColours): ECharts {
  return init(element, themeOf(colours), { renderer: 'canvas' });
}

/** Nothing moves by itself; a tooltip of HTML would need inline styles, which the page's policy forbids. */
export function completed(option: ChartOption): ChartOption {
  const tooltip = Array.isArray(option.tooltip) ? option.tooltip[0] : option.tooltip;
  return {
    ...option,
    animation: false,
    ...(tooltip === undefined
      ? {}
      : { tooltip: { confine: true, ...tooltip, renderMode: 'richText' as const } }),
  };
}

const TITLE_HEIGHT = 40;
/** Pixels of a picture for one of the screen: sharp in a document. */
const PICTURE_SCALE = 3;

interface Picture {
  readonly title: string;
  readonly option: ChartOption;
  readonly size: ChartSize;
  readonly colours: ChartColours;
}

/** The chart with its title as SVG text. */
export function svgPicture({ title, option, size, colours }: Picture): string {
  const { width, height } = size;
  const chart = init(null, themeOf(colours), { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(completed(option));
    const drawn = chart.renderToSVGString().replace('<svg ', `<svg y="${TITLE_HEIGHT}" `);
    const total = height + TITLE_HEIGHT;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}">`,
      `<rect width="${width}" height="${total}" fill="${colours.panel}"/>`,
      `<text x="16" y="26" font-size="14" font-weight="600" font-family="${forMarkup(colours.fontFamily)}" fill="${colours.text}">${forMarkup(title)}</text>`,
      drawn,
      '</svg>',
    ].join('\n');
  } finally {
    chart.dispose();
  }
}

/** The same as PNG. */
export async function pngPicture({
  title,
  option,
  size,
  colours,
}: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = size;
  const place = document.createElement('canvas');
  const chart = init(place, themeOf(colours), { renderer: 'canvas', width, height });
  try {
    // All at once: what a large chart paints over many frames would be missing.
    chart.setOption({ ...completed(option), progressive: 0 });
    const drawn = chart.renderToCanvas({ pixelRatio: PICTURE_SCALE });
    const sheet = document.createElement('canvas');
    sheet.width = width * PICTURE_SCALE;
    sheet.height = (height + TITLE_HEIGHT) * PICTURE_SCALE;
    const pen = sheet.getContext('2d');
    if (pen === null) throw new Error('no canvas to draw on');
    pen.fillStyle = colours.panel;
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.fillStyle = colours.text;
    pen.font = `600 ${14 * PICTURE_SCALE}px ${colours.fontFamily}`;
    pen.fillText(title, 16 * PICTURE_SCALE, 26 * PICTURE_SCALE);
    pen.drawImage(drawn, 0, TITLE_HEIGHT * PICTURE_SCALE);
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the picture is too large to be drawn');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    chart.dispose();
  }
}

function forMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function themeOf(colours: ChartColours): object {
  const axis = {
    axisLine: { lineStyle: { color: colours.hairline } },
    axisTick: { show: false },
    axisLabel: { color: colours.muted, fontSize: 12 },
    splitLine: { lineStyle: { color: colours.hairline } },
    nameTextStyle: { color: colours.muted, fontSize: 12 },
  };
  return {
    backgroundColor: 'transparent',
    color: colours.dimensions,
    textStyle: { fontFamily: colours.fontFamily, fontSize: 12, color: colours.text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    legend: { textStyle: { color: colours.text }, icon: 'rect', itemWidth: 10, itemHeight: 10 },
    tooltip: {
      backgroundColor: colours.panel,
      borderColor: colours.hairline,
      borderWidth: 1,
      textStyle: { color: colours.text, fontSize: 12, fontFamily: colours.fontFamily },
    },
  };
}
