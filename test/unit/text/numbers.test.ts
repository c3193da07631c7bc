import { describe, expect, test } from 'vitest';
import {
  formatPercent,
  formatPoints,
  formatRankInterval,
  formatScore,
  formatScoreDifference,
  formatScoreInterval,
  formatSharePercent,
  formatValue,
  MISSING_MARK,
} from '../../../shared/text/numbers.ts';

describe('scores', () => {
  test.each([
    [54.0123, '54.0'],
    [7.75, '7.8'],
    [100, '100.0'],
    [0, '0.0'],
    [-0.04, '0.0'],
    [-0.4, '−0.4'],
    [1234.56, '1,234.6'],
  ])('%f prints as %s', (score, text) => expect(formatScore(score)).toBe(text));

  test('a missing score is never a number', () => expect(formatScore(NaN)).toBe(MISSING_MARK));

  test.each([
    [3.94, '+3.9'],
    [-0.44, '−0.4'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
    [NaN, MISSING_MARK],
  ])('a difference of %f prints as %s', (difference, text) =>
    expect(formatScoreDifference(difference)).toBe(text),
  );

  test('an interval prints as one number when its ends print alike', () => {
    expect(formatScoreInterval(29.24, 75.15)).toBe('29.2–75.2');
    expect(formatScoreInterval(50.01, 50.04)).toBe('50.0');
    expect(formatScoreInterval(NaN, 3)).toBe(MISSING_MARK);
  });
});

describe('shares', () => {
  test.each([
    [0.54, '54%'],
    [0, '0%'],
    [0.001, '<1%'],
    [1, '100%'],
    [0.994, '99%'],
    [0.995, '>99%'],
    [0.99999, '>99%'],
    // A sum of all weights that is 1 but for rounding.
    [1 - 2 ** -50, '100%'],
    [NaN, MISSING_MARK],
  ])('%f prints as %s', (share, text) => expect(formatPercent(share)).toBe(text));

  test('a coverage just below a threshold does not look like the threshold', () =>
    expect(formatSharePercent(0.248)).toBe('24.8%'));
});

describe('values as found', () => {
  test.each([
    [15000, '15,000'],
    [8.47808, '8.47808'],
    [0.91868, '0.91868'],
    [0.1, '0.1'],
    [1274.95, '1,274.95'],
    [-3, '−3'],
    [1e-7, '0.0000001'],
    [123456789.125, '123,456,789.125'],
  ])('%f is neither rounded nor lengthened', (value, text) =>
    expect(formatValue(value)).toBe(text),
  );
});

test('points have at most two decimals', () => {
  expect(formatPoints(6.25)).toBe('6.25');
  expect(formatPoints(25)).toBe('25');
});

test('a rank interval of a unit without a rank is missing', () => {
  expect(formatRankInterval(1, 6)).toBe('1–6');
  expect(formatRankInterval(2, 2)).toBe('2');
  expect(formatRankInterval(0, 0)).toBe(MISSING_MARK);
});
