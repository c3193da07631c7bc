import type { RankedRow } from './ranking-rows.ts';
import { placeOn, type ScoreScale } from './score-scale.ts';

/** Where a part of a score is drawn. */
export interface PartSpan {
  /** Place in the breakdown. */
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** Thinner than a pixel of the widest screen. */
const INVISIBLE = 0.02;

/** In points: positive parts stack to the right of zero, negative ones to the left. None for a score without parts. */
export function stackedSpans({ parts }: RankedRow): readonly PartSpan[] {
  let right = 0;
  let left = 0;
  return visible(parts).map(({ part, contribution }) => {
    const from = contribution > 0 ? right : left;
    const to = from + contribution;
    if (contribution > 0) right = to;
    else left = to;
    return { part, from, to };
  });
}

/** Share of a column that stays free to the next one. */
const GAP = 0.1;

/** Every part from its own zero, in a column of its own; as shares, 0..1, of all columns together. */
export function alignedSpans(
  { parts }: RankedRow,
  scale: ScoreScale,
  columns: number,
): readonly PartSpan[] {
  const place = (part: number, value: number) =>
    (part + (1 - GAP) * placeOn(scale, value)) / columns;
  return visible(parts).map(({ part, contribution }) => ({
    part,
    from: place(part, 0),
    to: place(part, contribution),
  }));
}

function visible(parts: RankedRow['parts']): NonNullable<RankedRow['parts']> {
  return (parts ?? []).filter(({ contribution }) => Math.abs(contribution) > INVISIBLE);
}
