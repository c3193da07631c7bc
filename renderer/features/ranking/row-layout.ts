/** Where the rows stand: the ranked ones, a heading, and the ones that are not ranked. */
export interface RowLayout {
  readonly height: number;
  readonly headingTop: number;
  topOfRanked(place: number): number;
  topOfUnranked(place: number): number;
  /** Half-open ranges of the places that are seen, and of as many `beyond` them at either end. */
  seen(top: number, height: number, beyond: number): { ranked: Range; unranked: Range };
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

export function layOutRows(
  rankedCount: number,
  unrankedCount: number,
  heights: RowHeights,
): RowLayout {
  const headingTop = rankedCount * heights.ranked;
  const unrankedTop = headingTop + (unrankedCount > 0 ? heights.heading : 0);
  return {
    height: unrankedTop + unrankedCount * heights.unranked,
    headingTop,
    topOfRanked: (place) => place * heights.ranked,
    topOfUnranked: (place) => unrankedTop + place * heights.unranked,
    seen(top, height, beyond) {
      const range = (start: number, rowHeight: number, count: number): Range => ({
        from: Math.min(count, Math.max(0, Math.floor(start / rowHeight) - beyond)),
        to: Math.min(count, Math.max(0, Math.ceil((start + height) / rowHeight) + beyond)),
      });
      return {
        ranked: range(top, heights.ranked, rankedCount),
        unranked: range(top - unrankedTop, heights.unranked, unrankedCount),
      };
    },
  };
}
