import { expect, it } from 'vitest';
import {
  columnOf,
  type Columns,
  requireSpread,
  rescaleToUnitInterval,
} from '../../../electron/engine/columns.ts';
import { expectAppError } from './expect-app-error.ts';

function columns(...values: number[][]): Columns {
  return {
    units: ['u', 'v', 'w'],
    nodes: ['a', 'b'],
    values: Float64Array.from(values.flat()),
  };
}

it('a column is a view of its part', () => {
  const given = columns([1, 2, 3], [4, 5, 6]);
  expect([...columnOf(given, 1)]).toEqual([4, 5, 6]);
  columnOf(given, 0)[1] = 9;
  expect(given.values[1]).toBe(9);
});

it('brings every column to 0..1 by its own range and leaves gaps', () => {
  const given = columns([-10, 30, 0], [7, NaN, 5]);
  const scaled = rescaleToUnitInterval(given, 'A test');
  expect([...scaled.values]).toEqual([0, 1, 0.25, 1, NaN, 0]);
  expect(scaled).toMatchObject({ units: given.units, nodes: given.nodes });
  expect(given.values[0]).toBe(-10);
});

it('refuses a column without values, and one with one value only', () => {
  expect(() => requireSpread(columns([1, 2, NaN], [0, NaN, 1]), 'A test')).not.toThrow();
  const empty = expectAppError(
    () => requireSpread(columns([1, 2, 3], [NaN, NaN, NaN]), 'A test'),
    'E_INPUT',
    { reason: 'column-empty', node: 'b', parameters: { units: 3 } },
  );
  expect(empty.details.found).toBe('0');
  expect(empty.message).toContain('A test needs values, but "b" has none in all 3 units');
  const constant = expectAppError(
    () => rescaleToUnitInterval(columns([1, 2, 3], [7, NaN, 7]), 'A test'),
    'E_INPUT',
    { reason: 'column-constant', node: 'b', found: '7', parameters: { units: 2 } },
  );
  expect(constant.message).toContain('A test');
});
