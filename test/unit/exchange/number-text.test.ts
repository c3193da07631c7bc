import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { parseNumber } from '../../../electron/exchange/number-text.ts';

it('gives back every double to the bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
      Object.is(parseNumber(String(value)), value + 0),
    ),
  );
});

test.each([
  ['4.1180313499999999', 4.11803135],
  ['.5', 0.5],
  ['5.', 5],
  ['+3', 3],
  ['1E-3', 0.001],
  ['-0', 0],
])('%s is a number', (text, value) => {
  expect(Object.is(parseNumber(text), value)).toBe(true);
});

test.each([
  '',
  'abc',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '0x10',
  '1,234',
  '1 234',
  '12%',
  '１２',
  '1e',
  '--1',
  '.',
])('%j is none', (text) => {
  expect(parseNumber(text)).toBeNull();
});
