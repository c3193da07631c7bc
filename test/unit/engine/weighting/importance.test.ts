import { expect, it } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { importance, weightedMean } from '../../../../electron/engine/weighting/importance.ts';

const UNITS = ['u', 'v', 'w', 'x'];

function columns(...values: number[][]): Columns {
  return {
    units: UNITS,
    nodes: ['a', 'b', 'c'].slice(0, values.length),
    values: Float64Array.from(values.flat()),
  };
}

it('is the squared correlation with the weighted mean as a share of their sum', () => {
  // Means: (2 · a + b)/3 = 1, 1, 3, 3. Deviations: mean −1, −1, 1, 1; a −1, 0, 1, 0; b 0, −2, 0, 2 (means 2 and 2).
  const given = columns([1, 2, 3, 2], [1, -1, 3, 5]);
  const { correlation, share } = importance(given, [2, 1]);
  expect([...weightedMean(given, [2, 1]).means]).toEqual([1, 1, 3, 3]);
  // a: Σxy = 2, Σxx = 2, Σyy = 4. b: deviations −1, −3, 1, 3: Σxy = 8, Σxx = 20.
  expect(correlation[0]).toBeCloseTo(2 / Math.sqrt(8), 14);
  expect(correlation[1]).toBeCloseTo(8 / Math.sqrt(80), 14);
  // Squares 0.5 and 0.8.
  expect(share[0]).toBeCloseTo(5 / 13, 14);
  expect(share[1]).toBeCloseTo(8 / 13, 14);
});

it('takes the mean of a unit over the columns that it has, and a correlation over the units that have both', () => {
  const given = columns([6, NaN, 2, NaN], [3, 9, NaN, NaN]);
  const { means, present } = weightedMean(given, [1, 2]);
  expect([...means]).toEqual([4, 9, 2, NaN]);
  expect([...present]).toEqual([3, 2, 1, 0]);
  // a over u and w: 6, 2 against 4, 2. b over u and v: 3, 9 against 4, 9.
  const { correlation, share } = importance(given, [1, 2]);
  correlation.forEach((value) => expect(value).toBeCloseTo(1, 14));
  share.forEach((value) => expect(value).toBeCloseTo(0.5, 14));
});

it('compares a column with gaps with the means of its own units', () => {
  // Means 1, 2, 3, 9; a over the first three falls as they rise, whatever the fourth does.
  const { correlation } = importance(columns([3, 2, 1, NaN], [1, 2, 3, 9]), [0, 1]);
  expect(correlation[0]).toBeCloseTo(-1, 14);
  expect(correlation[1]).toBeCloseTo(1, 14);
});

it('gives a column without spread no correlation and no share', () => {
  const { correlation, share } = importance(columns([5, 5, 5, 5], [1, 2, 3, 4]), [1, 1]);
  expect([...correlation]).toEqual([NaN, 1]);
  expect([...share]).toEqual([0, 1]);
  // Two columns that cancel each other: the mean is the same for all, and no share is defined.
  const flat = importance(columns([1, 2, 3, 4], [4, 3, 2, 1]), [1, 1]);
  expect([...flat.correlation]).toEqual([NaN, NaN]);
  expect([...flat.share]).toEqual([NaN, NaN]);
});

it('leaves out of a correlation the units that have no mean', () => {
  // The last unit has only what weighs nothing.
  const { correlation } = importance(columns([1, 2, 3, 90], [5, 7, 9, NaN]), [0, 1]);
  expect(correlation[0]).toBeCloseTo(1, 14);
});

it('has no mean where nothing carries weight', () => {
  const { means, present } = weightedMean(columns([1, 2, 3, 4], [4, 3, NaN, 1]), [0, 1]);
  expect([...means]).toEqual([4, 3, NaN, 1]);
  expect([...present]).toEqual([1, 1, 0, 1]);
});
