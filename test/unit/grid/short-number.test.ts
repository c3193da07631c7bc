import { expect, test } from 'vitest';
import { histogram } from '../../../renderer/features/grid/histogram.ts';
import { shortNumber } from '../../../renderer/features/grid/short-number.ts';

test.each([
  [15000, '15,000'],
  [1274.95, '1,275'],
  [706.9, '706.9'],
  [84.78, '84.78'],
  [8.47808, '8.48'],
  [0.57096, '0.571'],
  [0, '0'],
  [-0.0012345, '−0.00123'],
  [Number.NaN, '—'],
])('shortNumber(%d) is %s', (value, text) => expect(shortNumber(value)).toBe(text));

test('a histogram counts every present value once, the largest in the last bin', () => {
  expect(histogram([0, 1, 2, 9, 10, Number.NaN], 5)).toEqual([2, 1, 0, 0, 2]);
  expect(histogram([3, 3, Number.NaN], 5)).toEqual([]);
  expect(histogram([], 5)).toEqual([]);
});
