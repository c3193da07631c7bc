import type { Axis } from '../axis.ts';

/** A chart ready to be written: its size in points and its layers, the lowest first. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
}

/**
 * All shapes of one look, as one path. An element for each of thousands of shapes would cost the typesetter more than the
 * rest of the page.
 */
export interface Layer {
  /** Path data in points; an empty one is left out. */
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: { readonly colour: string; readonly width: number };
}

export const LINE = '#d9d6cf';
export const LINE_STRONG = '#a7a49c';
export const INK = '#3a3936';
export const ACCENT = '#1f57b5';
export const PAPER = '#ffffff';

export function writeSvg({ width, height, layers }: Sheet): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} fill="none">`,
    ...layers.filter(({ path }) => path !== '').map(writeLayer),
    '</svg>',
  ].join('\n');
}

function writeLayer({ path, fill, stroke }: Layer): string {
  const attributes = [
    `d="${path}"`,
    ...(fill === undefined ? [] : [`fill="${fill}"`]),
    ...(stroke === undefined ? [] : [`stroke="${stroke.colour}" stroke-width="${stroke.width}"`]),
  ];
  return `<path ${attributes.join(' ')}/>`;
}

/** Thousandths of a point are finer than any printer. */
function at(...points: readonly number[]): string {
  return points.map((point) => Math.round(point * 1000) / 1000).join(' ');
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function rectangle({ left, top, right, bottom }: Box): string {
  return `M${at(left, top)}H${at(right)}V${at(bottom)}H${at(left)}Z`;
}

export function upperTriangle({ left, top, right, bottom }: Box): string {
  return `M${at(left, top)}H${at(right)}L${at(left, bottom)}Z`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${at(x1, y1)}L${at(x2, y2)}`;
}

export function circle(x: number, y: number, radius: number): string {
  const half = (dx: number) => `a${at(radius, radius)} 0 1 0 ${at(dx)} 0`;
  return `M${at(x - radius, y)}${half(2 * radius)}${half(-2 * radius)}Z`;
}

/** Lines across the sheet at the ticks of a value axis; its numbers are written by the page. */
export function gridLines(axis: Axis, width: number, height: number): Layer {
  return {
    path: axis.ticks
      .map((tick) => along(axis, width, tick))
      .map((x) => line(x, 0, x, height))
      .join(''),
    stroke: { colour: LINE, width: 0.4 },
  };
}

/** Place of a value along an axis that is as wide as the sheet. */
export function along({ low, high }: Axis, width: number, value: number): number {
  return ((value - low) / (high - low)) * width;
}
