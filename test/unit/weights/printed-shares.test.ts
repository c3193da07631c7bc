import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedShares } from '../../../shared/weights/printed-shares.ts';

describe('printedShares', () => {
  test('gives the units that rounding loses to the largest remainders', () => {
    expect(printedShares([1, 1, 1], 100, 0)).toEqual([34, 33, 33]);
    expect(printedShares([2.4, 2.35, 5.25], 10, 0)).toEqual([3, 2, 5]);
    expect(printedShares([1, 1, 1], 100, 1)).toEqual([33.4, 33.3, 33.3]);
  });

  test('leaves whole shares as they are', () => {
    expect(printedShares([5, 6, 5, 5, 2, 2], 25, 0)).toEqual([5, 6, 5, 5, 2, 2]);
    expect(printedShares([0.29, 0.71], 100, 0)).toEqual([29, 71]);
  });

  test('divides nothing among zeros', () => {
    expect(printedShares([0, 0], 100, 0)).toEqual([0, 0]);
  });

  test('always sums to the total and stays within one unit of the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 2 }),
        (weights, decimals) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          fc.pre(sum > 1e-9);
          const scale = 10 ** decimals;
          const printed = printedShares(weights, 100, decimals);
          const units = printed.map((share) => Math.round(share * scale));
          expect(units.reduce((all, unit) => all + unit, 0)).toBe(100 * scale);
          printed.forEach((share, index) => {
            const exact = ((weights[index] ?? 0) / sum) * 100;
            expect(Math.abs(share - exact)).toBeLessThanOrEqual((1 + 1e-6) / scale);
          });
        },
      ),
    );
  });
});
