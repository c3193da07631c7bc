/*
 * What the style sheet says of a row, read from one in the document: rows that are painted look as those that are laid out,
 * and only the style sheet says how.
 */

/** A cell with one line of text; pixels from the upper left corner of the row. */
export interface TextCell {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** As a canvas takes it. */
  readonly font: string;
  readonly colour: string;
}

/** Pixels from the upper left corner of the row. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** null: the panel is too narrow for the cell, or it is not asked for. */
export interface RowMeasures {
  readonly width: number;
  readonly height: number;
  readonly rank: TextCell;
  readonly interval: TextCell;
  readonly rankSpan: Box | null;
  readonly gained: TextCell;
  readonly name: TextCell;
  readonly stack: Box;
  readonly bracket: Box | null;
  readonly score: TextCell;
  readonly scoreInterval: ScoreIntervalCell | null;
  readonly coverageBar: Box | null;
  readonly coverage: TextCell | null;
}

/** It stands at the right end, as wide as its text, but never less; the score ends before it. */
export interface ScoreIntervalCell extends TextCell {
  readonly leastWidth: number;
  /** Between the score and it. */
  readonly gap: number;
}

/** @param row an element of a ranked row, laid out */
export function measureRow(row: HTMLElement): RowMeasures {
  const corner = row.getBoundingClientRect();
  const find = (selector: string) => row.querySelector<HTMLElement>(selector);
  const box = (element: HTMLElement | null): Box | null => {
    const { left, top, width, height } = element?.getBoundingClientRect() ?? corner;
    if (element === null || width === 0) return null;
    return { left: left - corner.left, top: top - corner.top, width, height };
  };
  const text = (selector: string): TextCell => textCell(row, corner, find(selector));
  const score = text('.ranking-score strong');
  const scoreCell = find('.ranking-score');
  const interval = find('.ranking-score > span');
  const coverage = find('.ranking-coverage');
  return {
    width: corner.width,
    height: corner.height,
    rank: text('.ranking-rank'),
    interval: text('.ranking-interval'),
    rankSpan: box(find('.rank-span > span')),
    gained: text('.ranking-gained'),
    name: text('.ranking-name'),
    stack: box(find('.contribution-stack')) ?? { left: 0, top: 0, width: 0, height: 0 },
    bracket: box(find('.score-bracket')),
    score: { ...score, right: (scoreCell ?? row).getBoundingClientRect().right - corner.left },
    scoreInterval:
      interval === null || scoreCell === null || isLeftOut(interval)
        ? null
        : {
            ...text('.ranking-score > span'),
            baseline: score.baseline,
            leastWidth: Number.parseFloat(getComputedStyle(interval).minWidth),
            gap: Number.parseFloat(getComputedStyle(scoreCell).columnGap),
          },
    coverageBar: box(find('.coverage-bar')),
    coverage: coverage === null || isLeftOut(coverage) ? null : text('.ranking-coverage'),
  };
}

function isLeftOut(element: HTMLElement): boolean {
  return getComputedStyle(element).display === 'none';
}

function textCell(row: HTMLElement, corner: DOMRect, element: HTMLElement | null): TextCell {
  const cell = element ?? row;
  const { left, right } = cell.getBoundingClientRect();
  const { fontStyle, fontWeight, fontSize, fontFamily, color } = getComputedStyle(cell);
  // The shorthand is empty where it cannot hold all, as it cannot the digits of one width.
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return {
    left: left - corner.left,
    right: right - corner.left,
    baseline: baselineOf(cell, font) - corner.top,
    font,
    colour: color,
  };
}

/** Where the text of a cell stands; in one without text, where it would, in the middle. */
function baselineOf(cell: HTMLElement, font: string): number {
  const { ascent, descent } = extentOf(font);
  const text = document.createRange();
  text.selectNodeContents(cell);
  const { top, bottom } =
    cell.textContent === '' ? cell.getBoundingClientRect() : text.getBoundingClientRect();
  return (top + bottom + ascent - descent) / 2;
}

/** Above and below the baseline, in whole pixels, as lines are laid out. */
function extentOf(font: string): { readonly ascent: number; readonly descent: number } {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return { ascent: 0, descent: 0 };
  context.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('');
  return { ascent: Math.round(fontBoundingBoxAscent), descent: Math.round(fontBoundingBoxDescent) };
}
