import { describe, expect, test } from 'vitest';
import { createFrameBudget } from '../../../renderer/ui/frame-budget.ts';

const TIMELY = 16.7;
const LATE = 33.4;
const after = (...gaps: readonly number[]) => {
  const budget = createFrameBudget();
  gaps.forEach(budget.learn);
  return budget.texts();
};
const repeated = (gap: number, count: number) => Array.from({ length: count }, () => gap);

describe('what a frame may change', () => {
  test('grows while frames are in time, until a whole page may', () => {
    expect(after(TIMELY)).toBeGreaterThan(after());
    expect(after(...repeated(TIMELY, 400))).toBeGreaterThan(75);
    expect(after(...repeated(TIMELY, 10_000))).toBe(400);
  });

  test('shrinks with a late frame by more than a timely one gives', () => {
    const grown = repeated(TIMELY, 200);
    const loss = after(...grown) - after(...grown, LATE);
    expect(loss).toBeGreaterThan(40 * (after(TIMELY) - after()));
  });

  test('never shrinks to nothing', () => {
    expect(after(...repeated(LATE, 1000))).toBe(20);
  });
});
