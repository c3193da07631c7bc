import { expect, test } from 'vitest';
import { arrange, orderByName, orderByValue } from '../../../renderer/features/grid/unit-order.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';

const units = ['a', 'b', 'c', 'd'] as UnitCode[];
const values = new Map([
  ['a', 2],
  ['b', Number.NaN],
  ['c', 9],
  ['d', 2],
]);
const valueOf = (unit: UnitCode) => values.get(unit) ?? Number.NaN;

test('missing values come last in either direction and equal ones keep their order', () => {
  expect(orderByValue(units, valueOf, 'descending')).toEqual(['c', 'a', 'd', 'b']);
  expect(orderByValue(units, valueOf, 'ascending')).toEqual(['a', 'd', 'c', 'b']);
});

test('names are ordered as their language reads them', () => {
  const names: Record<string, string> = { a: '智谱', b: '阿里巴巴', c: '百度', d: 'MiniMax' };
  const ordered = orderByName(units, (unit) => names[unit] ?? '', 'ascending', 'zh');
  expect(ordered.map((unit) => names[unit])).toEqual(['阿里巴巴', '百度', '智谱', 'MiniMax']);
});

test('an order that was chosen stays; new units come at the end, gone ones are left out', () => {
  const order = {
    by: 'unit',
    direction: 'ascending',
    units: ['x', 'c', 'a'] as UnitCode[],
  } as const;
  expect(arrange(units, order)).toEqual(['c', 'a', 'b', 'd']);
});
