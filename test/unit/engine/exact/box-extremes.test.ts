import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { leastOverSimplexBox, meanRange } from '../../../../electron/engine/exact/box-extremes.ts';
import { examples } from '../../../support/examples.ts';

const of = (...values: number[]) => Float64Array.of(...values);

describe('the least of a linear function over weights in a box that sum to 1', () => {
  test('what the lower bounds leave goes to the cheapest first', () => {
    // 0.3 are bound and cost 0.6; of the other 0.7 the second takes 0.3 at 1, the third 0.4 at 2.
    const least = leastOverSimplexBox(of(3, 1, 2), of(0.1, 0.1, 0.1), of(0.5, 0.4, 1));
    expect(least).toBeCloseTo(0.6 + 0.3 + 0.8, 14);
    expect(leastOverSimplexBox(of(-2, 5), of(0, 0), of(1, 1))).toBe(-2);
    expect(leastOverSimplexBox(of(-2, 5), of(0.25, 0.75), of(0.25, 0.75))).toBe(3.25);
  });

  test('the cheapest may be listed last, and what has no room is left over', () => {
    // 0.4 at 1, 0.4 at 2, and the last 0.2 at 3.
    expect(leastOverSimplexBox(of(3, 2, 1), of(0, 0, 0), of(0.4, 0.4, 0.4))).toBeCloseTo(1.8, 14);
    expect(leastOverSimplexBox(of(3, 2), of(0, 0), of(0.3, 0.3))).toBeCloseTo(1.5, 14);
  });

  test('long lists too', () => {
    // 200 weights of at most 0.01: the hundred cheapest.
    const costs = Float64Array.from({ length: 200 }, (_, at) => (at * 77) % 200);
    const least = leastOverSimplexBox(
      costs,
      new Float64Array(200),
      new Float64Array(200).fill(0.01),
    );
    expect(least).toBeCloseTo(49.5, 10);
  });
});

describe('the range of a weighted mean over a box of weights', () => {
  const bounds = fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const entry = fc.record({
    low: fc.integer({ min: -9, max: 9 }),
    more: fc.integer({ min: 0, max: 4 }),
    bounds,
    included: fc.boolean(),
  });

  it('lies at corners of the box', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        const range = meanRange(
          Float64Array.from(entries, ({ low }) => low),
          Float64Array.from(entries, ({ low, more }) => low + more),
          Uint8Array.from(entries, ({ included }) => (included ? 1 : 0)),
          Float64Array.from(entries, ({ bounds }) => bounds[0]),
          Float64Array.from(entries, ({ bounds }) => bounds[1]),
        );
        let [lowest, highest] = [Infinity, -Infinity];
        for (let corner = 0; corner < 2 ** entries.length; corner++) {
          const weights = entries.map(({ bounds, included }, at) =>
            included ? bounds[(corner >> at) & 1]! : 0,
          );
          const sum = weights.reduce((all, each) => all + each, 0);
          if (sum === 0) continue;
          const mean = (end: (at: number) => number) =>
            weights.reduce((all, each, at) => all + each * end(at), 0) / sum;
          lowest = Math.min(
            lowest,
            mean((at) => entries[at]!.low),
          );
          highest = Math.max(
            highest,
            mean((at) => entries[at]!.low + entries[at]!.more),
          );
        }
        expect(range.low).toBeCloseTo(lowest, 10);
        expect(range.high).toBeCloseTo(highest, 10);
      }),
      { numRuns: examples(2000) },
    );
  });

  it('ends at the values themselves, where a mean of one would be rounded beyond them', () => {
    expect((0.1 * 0.1) / 0.1).toBeGreaterThan(0.1);
    const range = meanRange(of(-0.1), of(0.1), Uint8Array.of(1), of(0), of(0.1));
    expect(range).toEqual({ low: -0.1, high: 0.1 });
  });

  it('is that of the values where all weights may be 0', () => {
    expect(meanRange(of(3, -2), of(4, 7), Uint8Array.of(1, 1), of(0, 0), of(1, 1))).toEqual({
      low: -2,
      high: 7,
    });
  });
});
