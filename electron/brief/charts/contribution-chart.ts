import type { ContributionChart } from './chart-spec.ts';
import {
  along,
  gridLines,
  INK,
  type Layer,
  line,
  LINE_STRONG,
  PAPER,
  rectangle,
  type Sheet,
} from './sheet.ts';

/** Share of the row that the bar takes; the interval's line runs below it. */
const BAR_SHARE = 0.46;
const BRACKET_AT = 0.86;
const BRACKET_HALF = 1.3;

export function drawContributions(chart: ContributionChart): Sheet {
  const { axis, rows, rowHeight, width } = chart;
  const height = rows.length * rowHeight;
  const zero = along(axis, width, 0);
  return {
    width,
    height,
    layers: [
      gridLines(axis, width, height),
      ...bars(chart),
      { path: brackets(chart), stroke: { colour: INK, width: 0.5 } },
      { path: line(zero, 0, zero, height), stroke: { colour: LINE_STRONG, width: 0.6 } },
    ],
  };
}

/** The parts of a bar stand end to end: what adds to the right of zero, what takes away to its left. */
function bars({ axis, rows, colours, rowHeight, width }: ContributionChart): Layer[] {
  const paths = colours.map(() => '');
  rows.forEach(({ parts }, row) => {
    const top = (row + (1 - BAR_SHARE) / 2) * rowHeight;
    const bottom = top + rowHeight * BAR_SHARE;
    let [lowest, highest] = [0, 0];
    parts.forEach((part, at) => {
      if (!Number.isFinite(part) || part === 0) return;
      const [from, to] = part > 0 ? [highest, highest + part] : [lowest + part, lowest];
      const [left, right] = [along(axis, width, from), along(axis, width, to)];
      paths[at] += rectangle({ left, top, right, bottom });
      if (part > 0) highest = to;
      else lowest = from;
    });
  });
  // A hairline of paper keeps neighbours apart where their greys are near.
  const stroke = { colour: PAPER, width: 0.4 };
  return colours.map((fill, at) => ({ path: paths[at] ?? '', fill, stroke }));
}

/** A line from the lowest to the highest score that the gaps of the unit allow. */
function brackets({ axis, rows, rowHeight, width }: ContributionChart): string {
  return rows
    .map(({ low, high }, row) => {
      if (Number.isNaN(low) || Number.isNaN(high)) return '';
      const [left, right] = [along(axis, width, low), along(axis, width, high)];
      const y = (row + BRACKET_AT) * rowHeight;
      const end = (x: number) => line(x, y - BRACKET_HALF, x, y + BRACKET_HALF);
      return line(left, y, right, y) + end(left) + end(right);
    })
    .join('');
}
