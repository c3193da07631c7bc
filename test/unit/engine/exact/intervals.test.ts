import { expect, it } from 'vitest';
import { splitIntervals } from '../../../../electron/engine/exact/intervals.ts';

const whole = { low: Float64Array.of(0, 10), high: Float64Array.of(8, 18) };

it('splits one quantity where asked, and leaves the others whole', () => {
  expect(splitIntervals(whole, 0, 3)).toEqual([
    { low: Float64Array.of(0, 10), high: Float64Array.of(3, 18) },
    { low: Float64Array.of(3, 10), high: Float64Array.of(8, 18) },
  ]);
  expect(splitIntervals(whole, 1, 16)).toEqual([
    { low: Float64Array.of(0, 10), high: Float64Array.of(8, 16) },
    { low: Float64Array.of(0, 16), high: Float64Array.of(8, 18) },
  ]);
  expect(whole).toEqual({ low: Float64Array.of(0, 10), high: Float64Array.of(8, 18) });
});

it.each([-5, 0.5, 1, 7, 7.5, 99, NaN])('splits in the middle where %s is near an end', (value) => {
  const [lower, upper] = splitIntervals(whole, 0, value);
  expect([lower.high[0], upper.low[0]]).toEqual([4, 4]);
  const [low, high] = splitIntervals(whole, 1, 10 + value);
  expect([low.high[1], high.low[1]]).toEqual([14, 14]);
});
