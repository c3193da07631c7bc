import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedDifferences } from '../../../shared/model/printed-differences.ts';

test('sum to the difference of the printed scores, for any contributions', () => {
  const contribution = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(contribution, contribution), { minLength: 1, maxLength: 30 }),
      (pairs) => {
        const higher = pairs.reduce((sum, [a]) => sum + a, 0);
        const lower = pairs.reduce((sum, [, b]) => sum + b, 0);
        const exact = pairs.map(([a, b]) => a - b);
        const printed = printedDifferences(exact, higher, lower);
        const tenths = printed.reduce((sum, each) => sum + Math.round(each * 10), 0);
        expect(tenths).toBe(
          Math.round(Number(higher.toFixed(1)) * 10) - Math.round(Number(lower.toFixed(1)) * 10),
        );
        printed.forEach((each, at) => expect(Math.abs(each - exact[at]!)).toBeLessThan(0.2));
      },
    ),
  );
});

test('whole tenths stay what they are; what is equal for both prints as 0', () => {
  expect(printedDifferences([3.9, -0.3, 0], 54, 50.4)).toEqual([3.9, -0.3, 0]);
  expect(printedDifferences([0.04, 0, 0.04], 10.08, 10)).toEqual([0.1, 0, 0]);
});
