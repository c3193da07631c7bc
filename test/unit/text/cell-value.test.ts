import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCellValue, parseCellText, type CellRules } from '../../../shared/text/cell-value.ts';

const count: CellRules = { type: 'count', unitOfMeasure: '万人', goalposts: null };
const percent: CellRules = { type: 'percent', unitOfMeasure: '%', goalposts: null };
const amount: CellRules = { type: 'amount', unitOfMeasure: '亿元', goalposts: null };
const rank: CellRules = { type: 'rank', unitOfMeasure: '名', goalposts: null };
const yesNo: CellRules = {
  type: 'boolean',
  unitOfMeasure: '是/否',
  goalposts: { lower: 0, upper: 1 },
};
const rating: CellRules = {
  type: 'rating',
  unitOfMeasure: '星',
  goalposts: { lower: 0, upper: 5 },
};

const valueOf = (text: string, rules: CellRules) => {
  const parsed = parseCellText(text, rules);
  return parsed.ok ? parsed.value : parsed.problem.reason;
};

describe('parseCellText', () => {
  test.each<[string, CellRules, number | null]>([
    ['802.4', count, 802.4],
    [' 1,234,567.5 ', count, 1234567.5],
    ['1 234 567', count, 1234567],
    ['１２３４．５', count, 1234.5],
    ['１，２３４', count, 1234],
    ['1.5e3', count, 1500],
    ['−12.5', amount, -12.5],
    ['+3', count, 3],
    ['.5', count, 0.5],
    ['45%', percent, 45],
    ['45.5 ％', percent, 45.5],
    ['-3%', percent, -3],
    ['✓', yesNo, 1],
    ['是', yesNo, 1],
    ['YES', yesNo, 1],
    ['✗', yesNo, 0],
    ['否', yesNo, 0],
    ['0', yesNo, 0],
    ['', count, null],
    ['   ', yesNo, null],
    ['NA', count, null],
    ['n/a', count, null],
    ['—', count, null],
    ['4.5', rating, 4.5],
  ])('reads %j', (text, rules, value) => {
    expect(valueOf(text, rules)).toBe(value);
  });

  test.each<[string, CellRules, string]>([
    ['abc', count, 'not-a-number'],
    ['NaN', count, 'not-a-number'],
    ['Infinity', count, 'not-a-number'],
    ['1e999', count, 'number-too-large'],
    ['-1e999', amount, 'number-too-large'],
    ['9'.repeat(390), amount, 'number-too-large'],
    ['9'.repeat(100_000), amount, 'not-a-number'],
    ['=cmd()', count, 'not-a-number'],
    ['802万', count, 'not-a-number'],
    ['0x10', count, 'not-a-number'],
    ['1_000', count, 'not-a-number'],
    ['(12)', amount, 'not-a-number'],
    ['1,5', amount, 'thousands-separator-misplaced'],
    ['12,34,567', count, 'thousands-separator-misplaced'],
    ['1,234 567', count, 'thousands-separator-misplaced'],
    ['45%', count, 'percent-sign-unexpected'],
    ['2', yesNo, 'boolean-expected'],
    ['maybe', yesNo, 'boolean-expected'],
    ['-1', count, 'negative-count'],
    ['0', rank, 'rank-below-one'],
    ['5.1', rating, 'rating-out-of-range'],
    ['-1', rating, 'rating-out-of-range'],
  ])('refuses %j', (text, rules, reason) => {
    expect(valueOf(text, rules)).toBe(reason);
  });

  test('reads back every number exactly as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(valueOf(String(value), amount)).toBe(Number(String(value)));
      }),
    );
  });

  test('gives a finite number, null or a reason for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseCellText(text, amount);
        if (parsed.ok && parsed.value !== null) expect(Number.isFinite(parsed.value)).toBe(true);
      }),
    );
  });
});

test('checkCellValue refuses what no column takes', () => {
  expect(checkCellValue(Number.NaN, amount)?.reason).toBe('not-a-number');
  expect(checkCellValue(Number.POSITIVE_INFINITY, amount)?.reason).toBe('number-too-large');
  expect(checkCellValue(12, amount)).toBeNull();
});
