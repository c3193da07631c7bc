import { expect, test } from 'vitest';
import {
  differenceRows,
  sumAsPrinted,
} from '../../../renderer/features/comparison/difference-rows.ts';
import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import { node, unit } from './results.ts';

const comparison = {
  differences: [
    { indicator: node('i1'), difference: 3.04, printed: 3, missingIn: null },
    { indicator: node('i2'), difference: -1.06, printed: -1.1, missingIn: unit('y') },
    { indicator: node('i3'), difference: 0.32, printed: 0.3, missingIn: null },
  ],
  dimensions: [
    { dimension: node('a'), difference: 0.32, printed: 0.3 },
    { dimension: node('b'), difference: 1.98, printed: 1.9 },
  ],
} as unknown as UnitComparison;

test('what is printed sums to the same gap by indicator and by dimension', () => {
  const byIndicator = differenceRows(comparison, 'indicator');
  const byDimension = differenceRows(comparison, 'dimension');
  expect(byIndicator.map((row) => row.node)).toEqual(['i1', 'i2', 'i3']);
  expect(byDimension.map((row) => row.node)).toEqual(['b', 'a']);
  expect(sumAsPrinted(byIndicator)).toBe(2.2);
  expect(sumAsPrinted(byDimension)).toBe(2.2);
});
