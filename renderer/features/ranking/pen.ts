import { colourNow } from '../../charts/colours.ts';
import type { TextCell } from './row-measures.ts';

/** Writes and fills on a canvas as the page does: in whole pixels of the screen, with digits of one width. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  /** Pixels of the screen for one of the style sheet. */
  readonly ratio: number;
  /** Stands for the theme whose colours it writes in. */
  readonly colours: object;
  /** A colour of the style sheet as it is shown now. */
  readonly ink: (colour: string) => string;
  readonly fonts: Map<string, Font>;
  /** The one that is set; null: whatever the canvas began with. */
  font: string | null;
}

interface Font {
  /** null: all digits are of one width as they are. */
  readonly digitWidth: number | null;
  /** What is left of texts that are wider than their cell, by text and width. */
  readonly fitted: Map<string, string>;
}

const ELLIPSIS = '…';

const inks = new WeakMap<object, Map<string, string>>();

/** @param colours what stands for the theme: colours of the style sheet are read once for each */
export function createPen(context: CanvasRenderingContext2D, ratio: number, colours: object): Pen {
  const known = inks.get(colours) ?? new Map<string, string>();
  inks.set(colours, known);
  return {
    context,
    ratio,
    colours,
    ink(colour) {
      const before = known.get(colour);
      if (before !== undefined) return before;
      const shown = colourNow(colour);
      known.set(colour, shown);
      return shown;
    },
    fonts: new Map(),
    font: null,
  };
}

/** Fills a box whose edges are drawn to the nearest pixels of the screen, as those of elements are. */
export function fill(
  pen: Pen,
  colour: string,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  const { context, ratio } = pen;
  const [x, y] = [Math.round(left * ratio), Math.round(top * ratio)];
  const [width, height] = [Math.round(right * ratio) - x, Math.round(bottom * ratio) - y];
  if (width <= 0 || height <= 0) return;
  context.fillStyle = pen.ink(colour);
  context.fillRect(x / ratio, y / ratio, width / ratio, height / ratio);
}

/** Writes a text from the left edge of its cell. */
export function write(pen: Pen, cell: TextCell, top: number, text: string): void {
  const { context } = pen;
  const { digitWidth } = fontOf(pen, cell.font);
  context.fillStyle = cell.colour;
  const baseline = top + cell.baseline;
  let { left } = cell;
  if (digitWidth === null) return context.fillText(text, left, baseline);
  for (const sign of text) {
    const own = context.measureText(sign).width;
    const width = isDigit(sign) ? digitWidth : own;
    context.fillText(sign, left + (width - own) / 2, baseline);
    left += width;
  }
}

/** The same; a text that is wider than its cell ends in an ellipsis. */
export function writeFitted(pen: Pen, cell: TextCell, top: number, text: string): void {
  const { fitted } = fontOf(pen, cell.font);
  const width = cell.right - cell.left;
  const key = `${width} ${text}`;
  let known = fitted.get(key);
  if (known === undefined) {
    known = fit(pen, cell.font, text, width);
    fitted.set(key, known);
  }
  write(pen, cell, top, known);
}

/** Width of a text, in pixels of the style sheet. */
export function widthOf(pen: Pen, font: string, text: string): number {
  const { context } = pen;
  const { digitWidth } = fontOf(pen, font);
  if (digitWidth === null) return context.measureText(text).width;
  return [...text].reduce(
    (sum, sign) => sum + (isDigit(sign) ? digitWidth : context.measureText(sign).width),
    0,
  );
}

function fit(pen: Pen, font: string, text: string, width: number): string {
  if (widthOf(pen, font, text) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(pen, font, signs.join('') + ELLIPSIS) > width) signs.pop();
  return signs.join('') + ELLIPSIS;
}

/** Sets the font, which costs as much as writing a word, if it is another one. */
function fontOf(pen: Pen, font: string): Font {
  const { context, fonts } = pen;
  if (pen.font !== font) context.font = font;
  pen.font = font;
  const known = fonts.get(font);
  if (known !== undefined) return known;
  // A canvas cannot ask a font for its digits of one width.
  const widths = [...'0123456789'].map((digit) => context.measureText(digit).width);
  const widest = Math.max(...widths);
  const made = { digitWidth: Math.min(...widths) === widest ? null : widest, fitted: new Map() };
  fonts.set(font, made);
  return made;
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}
