export const LEAST_COLUMN_WIDTH = 56;
export const MOST_COLUMN_WIDTH = 420;

/** Lines that a name may take in the header. */
export const NAME_LINES = 3;

const PADDING = 15;
/** The corner mark of a proxy before the unit of measure. */
const MARK_WIDTH = 10;
const NARROWEST_DEFAULT = 76;
const WIDEST_DEFAULT = 172;

/** Chinese, Japanese, Korean and full-width characters are as wide as the type is high. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const WIDE_PIXELS = 12;
const NARROW_PIXELS = 6.4;

/** Width of a text in the grid's 12 px type, in pixels, near enough to lay out a header. */
export function estimateTextWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? WIDE_PIXELS : NARROW_PIXELS;
  return width;
}

/** A width in which the name stands on three lines and the unit of measure on one, within limits. */
export function defaultColumnWidth(name: string, measureLine: string): number {
  const longestPart = Math.max(0, ...name.split(/\s+/u).map(unbreakableWidth));
  // Lines never fill up: the part that does not fit goes to the next one, and takes its brackets with it.
  const raggedness = Math.max(WIDE_PIXELS, longestPart / 3);
  const wanted = Math.max(
    estimateTextWidth(name) / NAME_LINES + raggedness,
    longestPart + WIDE_PIXELS,
    estimateTextWidth(measureLine) + MARK_WIDTH,
  );
  return Math.round(Math.max(NARROWEST_DEFAULT, Math.min(WIDEST_DEFAULT, wanted + PADDING)));
}

/** Chinese breaks anywhere; a Latin word does not. */
function unbreakableWidth(word: string): number {
  const parts = word.split(new RegExp(WIDE.source, 'gu'));
  return Math.max(0, ...parts.map(estimateTextWidth));
}

export function clampColumnWidth(width: number): number {
  return Math.round(Math.max(LEAST_COLUMN_WIDTH, Math.min(MOST_COLUMN_WIDTH, width)));
}
