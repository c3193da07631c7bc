import { expect, it } from 'vitest';
import { meanRankChange } from '../../../../electron/engine/sensitivity/rank-change.ts';

const of = (...ranks: number[]) => Int32Array.of(...ranks);

it('is the mean distance of the ranks of those that both rank', () => {
  expect(meanRankChange(of(1, 2, 5), of(2, 2, 1))).toBeCloseTo(5 / 3, 14);
  expect(meanRankChange(of(1, 2, 0, 4), of(3, 0, 9, 4))).toBe(1);
  expect(meanRankChange(of(0, 3), of(3, 0))).toBeNaN();
});
