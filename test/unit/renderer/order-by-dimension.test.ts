import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { orderedByDimension } from '../../../renderer/features/diagnostics/order-by-dimension.ts';

const codes = ['a', 'b', 'c'] as NodeCode[];
const diagnosis = {
  kind: 'pearson',
  indicators: codes.map((node) => ({ node })),
  units: [{ unit: 'x' }, { unit: 'y' }],
  values: Float64Array.of(1, 2, 3, NaN, 5, 6),
  correlation: Float64Array.of(1, 0.1, 0.2, 0.1, 1, 0.3, 0.2, 0.3, 1),
  pairs: Int32Array.of(2, 1, 2, 1, 1, 1, 2, 1, 2),
  flags: [],
  groups: [],
} as unknown as Diagnosis;

const dimensions = (...of: number[]) => new Map(codes.map((code, at) => [code, of[at] ?? -1]));

test('brings the indicators of a dimension together, with all that belongs to them', () => {
  const ordered = orderedByDimension(diagnosis, dimensions(0, 1, 0));
  expect(ordered.indicators.map(({ node }) => node)).toEqual(['a', 'c', 'b']);
  expect([...ordered.values]).toEqual([1, 2, 5, 6, 3, NaN]);
  expect([...ordered.correlation]).toEqual([1, 0.2, 0.1, 0.2, 1, 0.3, 0.1, 0.3, 1]);
  expect([...ordered.pairs]).toEqual([2, 2, 1, 2, 2, 1, 1, 1, 1]);
});

test('is the very same where they stand together already', () => {
  expect(orderedByDimension(diagnosis, dimensions(0, 0, 1))).toBe(diagnosis);
});
