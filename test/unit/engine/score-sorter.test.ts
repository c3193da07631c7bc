import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScoreSorter } from '../../../electron/engine/score-sorter.ts';

function expectSorted(sorter: ScoreSorter, scores: Float64Array): void {
  sorter.sort(scores);
  expect(sorter.ascending).toEqual(scores.slice().sort());
  // Every place is named once, and holds the score beside it.
  expect([...sorter.places].toSorted((a, b) => a - b)).toEqual([...scores.keys()]);
  sorter.places.forEach((place, at) => expect(scores[place]).toBe(sorter.ascending[at]));
}

describe('ScoreSorter', () => {
  it.each([0, 1, 2, 50, 128, 129, 1000])('sorts %s scores again and again', (count) => {
    const sorter = new ScoreSorter(count);
    const score = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(score, { minLength: count, maxLength: count }), (scores) => {
        // 0 and −0 are equal; which comes first is nobody's business.
        expectSorted(
          sorter,
          Float64Array.from(scores, (x) => x + 0 || 0),
        );
      }),
      { numRuns: count > 500 ? 10 : 30 },
    );
  });

  it('sorts what all but shares one bucket, and what spans more than a number can', () => {
    const crowded = Float64Array.from({ length: 600 }, (_, at) =>
      at === 7 ? 1e9 : (at * 7919) % 601,
    );
    expectSorted(new ScoreSorter(600), crowded);
    expectSorted(new ScoreSorter(300), new Float64Array(300).fill(5));
    const wide = Float64Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? -1.7e308 : 1.7e308));
    expectSorted(new ScoreSorter(300), wide);
  });

  it('deals out many scores, equal ones in the order of the array, whatever was sorted before', () => {
    const count = 600;
    const sorter = new ScoreSorter(count);
    const many = Float64Array.from({ length: count }, (_, at) => ((at * 7919) % 40) / 7 - 3);
    const order = [...many.keys()].toSorted((a, b) => many[a]! - many[b]! || a - b);
    sorter.sort(many.map((_, at) => -at));
    sorter.sort(many);
    expect([...sorter.places]).toEqual(order);
  });

  it('starts from the order of the sort before where nothing can be dealt out', () => {
    const few = new ScoreSorter(3);
    few.sort(Float64Array.of(3, 2, 1));
    few.sort(Float64Array.of(5, 5, 5));
    expect([...few.places]).toEqual([2, 1, 0]);
    const many = new ScoreSorter(200);
    const falling = Float64Array.from({ length: 200 }, (_, at) => -at);
    many.sort(falling);
    many.sort(falling.fill(7));
    expect([...many.places]).toEqual([...falling.keys()].toReversed());
  });
});
