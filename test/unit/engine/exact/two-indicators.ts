import * as fc from 'fast-check';

/** Tables of two indicators, in which everything can be told on paper. s: weight of the first one. */

/** null: missing; one of the two is there. */
export type Row = readonly [number | null, number | null];

export function scoreAt([a, b]: Row, s: number): number {
  if (a === null) return b!;
  if (b === null) return a;
  return s * a + (1 - s) * b;
}

/** The weight at which two units have the same score; NaN: nowhere, or everywhere. */
export function levelAt(one: Row, other: Row): number {
  const atNone = scoreAt(one, 0) - scoreAt(other, 0);
  const atAll = scoreAt(one, 1) - scoreAt(other, 1);
  return atNone / (atNone - atAll);
}

/** @param gaps how many cells of ten are missing. All values differ: no two units tie at the ends, no three draw level at once, where a bound may stay unproved. */
export function rowsOf(gaps: number, [least, most] = [2, 7]): fc.Arbitrary<Row[]> {
  return fc.integer({ min: least, max: most }).chain((count) => {
    const length = { minLength: 2 * count, maxLength: 2 * count };
    return fc
      .record({
        values: fc.uniqueArray(fc.integer({ min: 0, max: 9973 }), length),
        chances: fc.array(fc.nat(9), length),
      })
      .map(({ values, chances }) =>
        Array.from({ length: count }, (_, unit): Row => {
          const isGap = (at: number) => chances[2 * unit + at]! < gaps;
          const cell = (at: number) => (isGap(at) ? null : values[2 * unit + at]!);
          return isGap(0) && isGap(1) ? [values[2 * unit]!, null] : [cell(0), cell(1)];
        }),
      );
  });
}
