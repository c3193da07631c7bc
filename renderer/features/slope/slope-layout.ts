import type { SlopeLine, Standing } from './slope-lines.ts';

/** What the height of a line's end says. */
export type SlopeScale = 'rank' | 'score';

/** One end of a line, in pixels from the top: of the line, and of the label beside it. */
export interface SlopeEnd {
  readonly y: number;
  readonly labelY: number;
}

export interface SlopeLayout {
  /** In the order of the lines. */
  readonly before: readonly SlopeEnd[];
  readonly after: readonly SlopeEnd[];
  /** Room between labels. Less than a text is high: not every label can be drawn (`labelHeights`). */
  readonly gap: number;
  /** Height at which units without a rank end. */
  readonly unranked: { readonly before: number | null; readonly after: number | null };
}

const LABEL_GAP = 16;
/** Labels nearer to each other than this overlap. */
const LABEL_HEIGHT = 13;

/** Places of all ends between `top` and `bottom`. Units without a rank on a side end below the others. */
export function layOutSlope(
  lines: readonly SlopeLine[],
  scale: SlopeScale,
  top: number,
  bottom: number,
): SlopeLayout {
  const sides = {
    before: lines.map(({ before }) => before),
    after: lines.map(({ after }) => after),
  };
  const rows = Math.max(rowsOf(sides.before), rowsOf(sides.after));
  const gap = Math.min(LABEL_GAP * 2.5, (bottom - top) / Math.max(1, rows - 1));
  const scores = [...sides.before, ...sides.after].map(({ score }) => score);
  const place = (side: readonly Standing[]) =>
    scale === 'rank'
      ? byRank(side, top, gap)
      : byScore(side, scores.filter(Number.isFinite), top, bottom, gap);
  const [before, after] = [place(sides.before), place(sides.after)];
  const firstUnranked = (side: readonly Standing[], ends: readonly SlopeEnd[]) =>
    ends[side.findIndex((each) => !isRanked(each))]?.y ?? null;
  return {
    before,
    after,
    gap,
    unranked: {
      before: firstUnranked(sides.before, before),
      after: firstUnranked(sides.after, after),
    },
  };
}

const isRanked = ({ rank }: Standing) => rank > 0;

/** Ranked units, a gap, and one row for each unit without a rank. */
function rowsOf(side: readonly Standing[]): number {
  const unranked = side.filter((each) => !isRanked(each)).length;
  return side.length + (unranked > 0 ? 1 : 0);
}

/** Tied units stand below each other, so that every label can be read. */
function byRank(side: readonly Standing[], top: number, gap: number): readonly SlopeEnd[] {
  const order = side.map((_, at) => at).toSorted((a, b) => orderOf(side[a]) - orderOf(side[b]));
  const ends = Array.from({ length: side.length }, () => ({ y: NaN, labelY: NaN }));
  const ranked = side.filter(isRanked).length;
  for (const [row, at] of order.entries()) {
    const y = top + (row < ranked ? row : row + 1) * gap;
    ends[at] = { y, labelY: y };
  }
  return ends;
}

function orderOf(standing: Standing | undefined): number {
  return standing === undefined || standing.rank === 0 ? Infinity : standing.rank;
}

/** The best score of both sides at the top, the worst at the bottom; labels that would overlap move apart. */
function byScore(
  side: readonly Standing[],
  scores: readonly number[],
  top: number,
  bottom: number,
  gap: number,
): readonly SlopeEnd[] {
  const [best, worst] = [Math.max(...scores), Math.min(...scores)];
  const unranked = side.filter((each) => !isRanked(each)).length;
  const labelGap = Math.min(LABEL_GAP, gap);
  const end = bottom - (unranked > 0 ? (unranked + 1) * labelGap : 0);
  const yOf = (score: number) =>
    best === worst ? top : top + ((best - score) / (best - worst)) * (end - top);
  // A row stays free for the heading of those without a rank.
  let below = end + labelGap;
  const ys = side.map((standing) => {
    if (isRanked(standing)) return yOf(standing.score);
    below += labelGap;
    return below;
  });
  const labels = spreadApart(ys, labelGap, top, bottom);
  return ys.map((y, at) => ({ y, labelY: labels[at] ?? y }));
}

/**
 * The nearest places to the wanted ones, in the same order, that keep a distance and, where there is room, stay within
 * the ends: first pushed down from the top, then up from the bottom.
 */
export function spreadApart(
  wanted: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = [...wanted];
  let least = top;
  for (const at of order) {
    places[at] = Math.max(places[at] ?? least, least);
    least = (places[at] ?? least) + distance;
  }
  let most = bottom;
  for (const at of order.toReversed()) {
    places[at] = Math.min(places[at] ?? most, most);
    most = (places[at] ?? most) - distance;
  }
  return places;
}

/**
 * Where the labels of one side stand; null where there is no room for one. The marked ends always have theirs, moved apart
 * from each other; of the rest those, from the top, that overlap no other.
 */
export function labelHeights(
  ends: readonly SlopeEnd[],
  marked: readonly number[],
  top: number,
  bottom: number,
): readonly (number | null)[] {
  const heights = ends.map((): number | null => null);
  const wanted = marked.map((at) => ends[at]?.labelY ?? top);
  const taken = spreadApart(wanted, LABEL_GAP, top, bottom);
  for (const [place, at] of marked.entries()) heights[at] = taken[place] ?? null;
  const others = ends
    .map(({ labelY }, at) => ({ labelY, at }))
    .filter(({ at }) => !marked.includes(at))
    .toSorted((a, b) => a.labelY - b.labelY);
  let last = -Infinity;
  for (const { labelY, at } of others) {
    if (labelY - last < LABEL_HEIGHT) continue;
    if (taken.some((other) => Math.abs(labelY - other) < LABEL_HEIGHT)) continue;
    heights[at] = labelY;
    last = labelY;
  }
  return heights;
}
