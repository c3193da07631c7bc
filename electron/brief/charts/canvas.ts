import type { BarSeriesOption, CustomSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Axis } from '../axis.ts';

export type ChartOption = ComposeOption<BarSeriesOption | CustomSeriesOption | GridComponentOption>;

/** Pixels for a point: ECharts puts lines on whole pixels, which on paper would be too coarse. */
export const PIXELS_PER_POINT = 4;

/** What a renderer needs to know of a chart: the option and the size of the sheet in points. */
export interface DrawnChart {
  readonly option: ChartOption;
  readonly width: number;
  readonly height: number;
}

export const LINE = '#d9d6cf';
export const LINE_STRONG = '#a7a49c';
export const INK = '#3a3936';
export const ACCENT = '#1f57b5';
export const PAPER = '#ffffff';

/** Points as pixels. */
export function px(points: number): number {
  return points * PIXELS_PER_POINT;
}

/** No axis, no margin: the whole sheet is the plane, and nothing moves. */
export const BARE = {
  animation: false,
  grid: { left: 0, right: 0, top: 0, bottom: 0 },
} as const;

/** Hidden axis that only gives positions. */
export function hiddenAxis(low: number, high: number) {
  return {
    type: 'value' as const,
    min: low,
    max: high,
    show: false,
  };
}

/** Value axis of which only the grid lines show; its numbers are written by the page. */
export function gridAxis(axis: Axis) {
  return {
    type: 'value' as const,
    min: axis.low,
    max: axis.high,
    interval: axis.step,
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: LINE, width: px(0.4) } },
  };
}
