import { expect, test } from 'vitest';
import {
  formatCellValue,
  formatValueWithUnit,
  unitOfMeasureIn,
} from '../../../shared/text/units-of-measure.ts';

test('units of measure are translated, never converted', () => {
  expect(unitOfMeasureIn('zh', '万人')).toBe('万人');
  expect(unitOfMeasureIn('en', '万人')).toBe('10k people');
  expect(unitOfMeasureIn('en', '亿元')).toBe('CNY 100m');
});

test('a unit of measure without a translation stays as found', () =>
  expect(unitOfMeasureIn('en', 'K tokens')).toBe('K tokens'));

test.each([
  ['zh', 'count', 802.4, '万人', '802.4 万人'],
  ['en', 'count', 802.4, '万人', '802.4 × 10k people'],
  ['en', 'amount', 8.47808, '亿元', '8.47808 × CNY 100m'],
  ['zh', 'percent', 27, '%', '27%'],
  ['en', 'rank', 10, '名', 'rank 10'],
  ['en', 'count', 91, '个', '91'],
  ['zh', 'boolean', 1, 'bool', '是'],
  ['en', 'boolean', 0, 'bool', 'no'],
] as const)('%s %s %d %s reads %s', (language, type, value, unit, text) =>
  expect(formatValueWithUnit(language, type, value, unit)).toBe(text),
);

test('a missing value has no unit of measure and is no zero', () => {
  expect(formatValueWithUnit('zh', 'count', NaN, '万人')).toBe('—');
  expect(formatCellValue('en', 'boolean', NaN)).toBe('—');
});
