import { expect, test } from 'vitest';
import {
  askedBy,
  comparisonOf,
  NO_JUDGMENTS,
  ranksByWeight,
  withComparison,
} from '../../../renderer/features/weight-methods/judgments.ts';
import {
  comparisonText,
  SCALE,
} from '../../../renderer/features/weight-methods/comparison-scale.ts';
import { node } from '../../support/small-content.ts';

const [a, b, c] = [node('a'), node('b'), node('c')];

test('a comparison fills in its reciprocal, and the later one of a pair counts', () => {
  const once = withComparison(NO_JUDGMENTS, a, b, 4);
  expect(comparisonOf(once, b, a)).toBe(0.25);
  const again = withComparison(once, b, a, 2);
  expect(comparisonOf(again, a, b)).toBe(0.5);
  expect(Object.keys(again.comparisons)).toHaveLength(1);
  expect(askedBy('pairwise', again, [a, b, c])).toEqual({
    method: 'pairwise',
    comparisons: [
      [1, 0.5, 1],
      [2, 1, 1],
      [1, 1, 1],
    ],
  });
});

test('a method that asks the analyst waits for judgments', () => {
  for (const method of ['rank-order-centroid', 'pairwise', 'swing', 'budget'] as const) {
    expect(askedBy(method, NO_JUDGMENTS, [a, b])).toBeNull();
  }
  const ranked = { ...NO_JUDGMENTS, ranks: { a: 1, b: 2 } };
  expect(askedBy('rank-order-centroid', ranked, [a, b, c])).toBeNull();
  expect(askedBy('rank-order-centroid', ranked, [b, a])).toEqual({
    method: 'rank-order-centroid',
    ranks: [2, 1],
  });
});

test('equal weights tie in the order from which ranking starts', () => {
  expect(ranksByWeight([25, 25, 20, 20, 10])).toEqual([1, 1, 3, 3, 5]);
});

test('the scale runs from 9 to 1/9 and is printed as fractions', () => {
  expect(SCALE).toHaveLength(17);
  expect([SCALE[0], SCALE[8], SCALE[16]].map((value) => comparisonText(value ?? 0))).toEqual([
    '9',
    '1',
    '1/9',
  ]);
  expect(comparisonText(1 / 2.5)).toBe('1/2.50');
});
