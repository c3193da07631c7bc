import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
  MISSING_MARK,
} from '../../../shared/text/numbers.ts';
import { alignedSpans, stackedSpans } from './part-spans.ts';
import { fill, type Pen, widthOf, write, writeFitted } from './pen.ts';
import { gainedMark, hasInterval, type RankedRow } from './ranking-rows.ts';
import type { RowLook } from './row-look.ts';
import type { Box, RowMeasures, TextCell } from './row-measures.ts';
import { placeOn, type ScoreScale } from './score-scale.ts';
import type { RankInterval } from './use-rank-intervals.ts';

/** What distinguishes one unit from the others. */
export type RowMark = 'selected' | 'rival' | 'hovered' | null;

/** A ranked row as it is painted; `RankedRowView` lays out the same. */
export interface PaintedRow {
  readonly row: RankedRow;
  readonly name: string;
  readonly interval: RankInterval;
  readonly mark: RowMark;
}

/** How all rows are painted alike. */
export interface PaintedLook {
  readonly measures: RowMeasures;
  readonly look: RowLook;
  readonly scale: ScoreScale;
  /** Stands for the places gained by a unit that was not ranked before. */
  readonly newMark: string;
}

/** What is dimmed because it is of before the drag. */
const OLD_OPACITY = 0.6;
/** A hairline of the surface parts the segments. */
const HAIRLINE = 1;

/** Paints one row, its upper edge at `top`, over whatever is there. */
export function paintRow(pen: Pen, painted: PaintedRow, how: PaintedLook, top: number): void {
  const { row, interval } = painted;
  const { measures, look } = how;
  paintGround(pen, painted.mark, measures, top);
  if (measures.rankSpan !== null && look.ranks !== null)
    paintRankSpan(pen, row, interval, look.ranks, measures.rankSpan, top);
  if (look.aligned) paintAligned(pen, row, how, top);
  else paintStack(pen, row, how, top);
  // By font: to change it costs as much as to write.
  writeFitted(pen, measures.name, top, painted.name);
  write(pen, measures.rank, top, row.tied ? `${row.rank}=` : `${row.rank}`);
  paintScore(pen, row, measures, top);
  paintInterval(pen, interval, measures.interval, top);
  paintGained(pen, row, how, top);
  paintCoverage(pen, row, measures, top);
}

function paintGround(pen: Pen, mark: RowMark, { width, height }: RowMeasures, top: number): void {
  const ground =
    mark === null
      ? 'var(--surface)'
      : mark === 'hovered'
        ? 'var(--surface-hover)'
        : 'var(--surface-selected)';
  fill(pen, ground, 0, top, width, top + height);
  fill(pen, 'var(--line)', 0, top + height - 1, width, top + height);
  if (mark === 'selected') fill(pen, 'var(--accent)', 0, top, 2, top + height - 1);
  if (mark === 'rival') fill(pen, 'var(--worse)', 0, top, 2, top + height - 1);
}

function paintInterval(pen: Pen, interval: RankInterval, cell: TextCell, top: number): void {
  const { best, worst, intervalIsOld } = interval;
  if (best === worst) return;
  pen.context.globalAlpha = intervalIsOld ? OLD_OPACITY : 1;
  write(pen, cell, top, formatRankInterval(best, worst));
  pen.context.globalAlpha = 1;
}

/** See `RankSpan`. */
function paintRankSpan(
  pen: Pen,
  row: RankedRow,
  { best, worst, intervalIsDrawn, intervalIsOld }: RankInterval,
  ranks: number,
  box: Box,
  top: number,
): void {
  const middle = top + box.top + box.height / 2;
  const line = (from: number, to: number, thickness: number, colour: string) =>
    fill(
      pen,
      colour,
      box.left + ((from - 1) / ranks) * box.width,
      middle - thickness / 2,
      box.left + Math.min(1, to / ranks) * box.width,
      middle + thickness / 2,
    );
  line(row.best, row.worst, 1, 'var(--text-faint)');
  if (intervalIsDrawn)
    line(best, worst, 5, intervalIsOld ? 'var(--accent-soft)' : 'var(--rank-plausible)');
  const mark = box.left + ((row.rank - 0.5) / ranks) * box.width;
  fill(pen, 'var(--text)', mark - 1.5, top + box.top, mark + 1.5, top + box.top + box.height);
}

function paintGained(
  pen: Pen,
  { gained }: RankedRow,
  { measures, newMark }: PaintedLook,
  top: number,
): void {
  if (gained === null || gained === 0) return;
  const isUp = gained === 'new' || gained > 0;
  const colour = pen.ink(isUp ? 'var(--better)' : 'var(--worse)');
  write(pen, { ...measures.gained, colour }, top, gainedMark(gained, newMark));
}

/** See `StackedBar`. */
function paintStack(pen: Pen, row: RankedRow, how: PaintedLook, top: number): void {
  const { measures, scale, look } = how;
  const { stack } = measures;
  const spans =
    row.parts === null ? [{ part: -1, from: 0, to: row.score }] : stackedSpans(row).toReversed();
  for (const { part, from, to } of spans)
    paintSegment(pen, colourOf(look, part), placeOn(scale, from), placeOn(scale, to), stack, top);
  if (measures.bracket === null || !hasInterval(row)) return;
  const { bracket } = measures;
  const at = (score: number) => bracket.left + placeOn(scale, score) * bracket.width;
  const [left, right] = [at(row.low), at(row.high)];
  const [upper, lower] = [top + bracket.top, top + bracket.top + bracket.height];
  fill(pen, 'var(--text-muted)', left, upper, left + 1, lower);
  fill(pen, 'var(--text-muted)', right - 1, upper, right, lower);
  fill(pen, 'var(--text-muted)', left, lower - 1, right, lower);
}

/** See `AlignedBars`. */
function paintAligned(pen: Pen, row: RankedRow, how: PaintedLook, top: number): void {
  const { measures, scale, look } = how;
  const { stack, interval } = measures;
  const columns = look.breakdown.parts.length;
  for (const { part, from, to } of alignedSpans(row, scale, columns).toReversed())
    paintSegment(pen, colourOf(look, part), from, to, stack, top);
  for (const { part, missing } of row.parts ?? []) {
    const left = stack.left + (part / columns) * stack.width;
    // Written as the rank interval is, which stands on the same line.
    if (missing) write(pen, { ...interval, left }, top, MISSING_MARK);
  }
}

/** @param from and `to`: shares of the box's width, in either order */
function paintSegment(
  pen: Pen,
  colour: string,
  from: number,
  to: number,
  { left, top: inRow, width, height }: Box,
  top: number,
): void {
  const [start, end] = [left + Math.min(from, to) * width, left + Math.max(from, to) * width];
  const [upper, lower] = [top + inRow, top + inRow + height];
  const hairline = Math.max(start, end - HAIRLINE);
  fill(pen, colour, start, upper, hairline, lower);
  fill(pen, 'var(--surface)', hairline, upper, end, lower);
}

function colourOf(look: RowLook, part: number): string {
  return look.breakdown.parts[part]?.colour ?? 'var(--text-faint)';
}

function paintScore(pen: Pen, row: RankedRow, measures: RowMeasures, top: number): void {
  const { score, scoreInterval } = measures;
  const interval = hasInterval(row) ? formatScoreInterval(row.low, row.high) : '';
  const width =
    scoreInterval === null
      ? 0
      : Math.max(scoreInterval.leastWidth, widthOf(pen, scoreInterval.font, interval));
  const right = score.right - width - (scoreInterval?.gap ?? 0);
  const text = formatScore(row.score);
  write(pen, { ...score, left: right - widthOf(pen, score.font, text) }, top, text);
  if (scoreInterval !== null)
    write(pen, { ...scoreInterval, left: score.right - width }, top, interval);
}

function paintCoverage(pen: Pen, row: RankedRow, measures: RowMeasures, top: number): void {
  const { coverageBar, coverage } = measures;
  if (coverageBar !== null) {
    const { left, width, height } = coverageBar;
    const upper = top + coverageBar.top;
    fill(pen, 'var(--line)', left, upper, left + width, upper + height);
    fill(pen, 'var(--text-faint)', left, upper, left + row.coverage * width, upper + height);
  }
  if (coverage !== null) write(pen, coverage, top, formatPercent(row.coverage));
}
