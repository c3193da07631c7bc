/** Where the rows stand: the ranked ones, a heading, and the ones that are not ranked. */
export interface RowLayout {
  readonly height: number;
  readonly headingTop: number;
  topOfRanked(place: number): number;
  topOfUnranked(place: number): number;
  /** Half-open ranges of the places that are seen. */
  seen(top: number, height: number): { ranked: Range; unranked: Range };
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface RowHeights {
  readonly ranked: number;
  readonly unranked: number;
  readonly heading: number;
}

/** Rows beyond the edges that are kept, so that quick scrolling and gliding rows find them there. */
const BEYOND = 4;

export function layOutRows(
  rankedCount: number,
  unrankedCount: number,
  heights: RowHeights,
): RowLayout {
  const headingTop = rankedCount * heights.ranked;
  const unrankedTop = headingTop + (unrankedCount > 0 ? heights.heading : 0);
  const range = (from: number, to: number, rowHeight: number, count: number): Range => ({
    from: Math.min(count, Math.max(0, Math.floor(from / rowHeight) - BEYOND)),
    to: Math.min(count, Math.max(0, Math.ceil(to / rowHeight) + BEYOND)),
  });
  return {
    height: unrankedTop + unrankedCount * heights.unranked,
    headingTop,
    topOfRanked: (place) => place * heights.ranked,
    topOfUnranked: (place) => unrankedTop + place * heights.unranked,
    seen: (top, height) => ({
      ranked: range(top, top + height, heights.ranked, rankedCount),
      unranked: range(
        top - unrankedTop,
        top + height - unrankedTop,
        heights.unranked,
        unrankedCount,
      ),
    }),
  };
}
