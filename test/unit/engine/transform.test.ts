import { describe, expect, it } from 'vitest';
import { boxCox, LOG10, reflectedLog, shiftedLog } from '../../../electron/engine/transform.ts';

describe('transforms of a column', () => {
  it('are the formulas of the method', () => {
    expect(LOG10.apply(1000)).toBeCloseTo(3, 14);
    const range = { min: -10, max: 90 };
    expect(shiftedLog(range).apply(20)).toBeCloseTo(Math.log(31), 14);
    expect(reflectedLog(range).apply(20)).toBeCloseTo(-Math.log(71), 14);
    expect(boxCox({ min: 5 }, 0.5).apply(8)).toBeCloseTo(2, 14);
    expect(boxCox({ min: 5 }, -1).apply(8)).toBeCloseTo(0.75, 14);
    expect(boxCox({ min: 5 }, 0).apply(8)).toBeCloseTo(Math.log(4), 14);
  });

  it('keep the order of a column', () => {
    const range = { min: 1, max: 9 };
    for (const { apply } of [LOG10, shiftedLog(range), reflectedLog(range), boxCox(range, -2)]) {
      const images = [1, 2, 5, 8, 9].map((x) => apply(x));
      expect(images).toEqual(images.toSorted((a, b) => a - b));
      expect(new Set(images).size).toBe(5);
    }
  });

  it('have no value at and beyond their end', () => {
    const range = { min: 0, max: 100 };
    for (const [transform, end, outward] of [
      [LOG10, 0, -1],
      [shiftedLog(range), -1, -1],
      [reflectedLog(range), 101, 1],
      // An even power would make a number of a negative base.
      [boxCox(range, 2), -1, -1],
      [boxCox(range, 0), -1, -1],
    ] as const) {
      expect(transform.apply(end), transform.name).toBeNaN();
      expect(transform.apply(end + 3 * outward), transform.name).toBeNaN();
      expect(transform.apply(end - 0.5 * outward), transform.name).not.toBeNaN();
    }
  });
});
