import { describe, expect, test } from 'vitest';
import {
  judgePeriod,
  parsePeriod,
  periodsOverlap,
  timeWindow,
} from '../../../shared/model/time-window.ts';

const judge = (asOf: string, rule: string) => judgePeriod(parsePeriod(asOf), timeWindow(rule));

describe('parsePeriod', () => {
  test.each([
    ['2024', 20240101, 20241231],
    ['2025-06', 20250601, 20250630],
    ['2024-02', 20240201, 20240229],
    ['2024-12-31', 20241231, 20241231],
    ['2025-Q2', 20250401, 20250630],
    ['2025Q4', 20251001, 20251231],
    ['2021-H1', 20210101, 20210630],
    ['2025-H2', 20250701, 20251231],
    ['2014-2023', 20140101, 20231231],
    ['2024-04至2024-09', 20240401, 20240930],
    ['2024-04 to 2024-12', 20240401, 20241231],
    ['2025-Q2(6月季度)', 20250401, 20250630],
    ['2025(起点)', 20250101, 20251231],
  ])('reads %s', (asOf, start, end) => {
    expect(parsePeriod(asOf)).toEqual({ start, end });
  });

  test.each([
    '',
    'unknown',
    '2025-13',
    '2025-02-30',
    '2025-6',
    '24',
    '2025-09至2025-01',
    '2025-08(发文日,数据期未注明)',
    '2026-04(发文)',
    '2026(来源发文,数据期未注明)',
  ])('does not know when "%s" is', (asOf) => {
    expect(parsePeriod(asOf)).toBeNull();
  });
});

describe('a rule that names a point in time', () => {
  test.each(['2025-06', '2025-06-30', '2025-Q2', '2025-H1', '2024', '2024-07', '2025-04-28'])(
    'takes %s as June 2025 or the latest before',
    (asOf) => {
      expect(judge(asOf, '2025-06')).toBe('fits');
    },
  );

  test.each(['2025-07', '2025-Q3', '2026', '2024-06-30', '2024-06', '2023', '2014-2023'])(
    'finds %s too late or more than a year old',
    (asOf) => {
      expect(judge(asOf, '2025-06')).toBe('outside');
    },
  );

  test.each(['2025', '2025-06至2025-07', '', '2025-08(发文日,数据期未注明)'])(
    'cannot tell for "%s"',
    (asOf) => {
      expect(judge(asOf, '2025-06')).toBe('unknown');
    },
  );
});

describe('a rule that names a year', () => {
  test.each(['2024', '2024-12-31', '2024-H1', '2024-Q4', '2024-04至2024-12'])(
    'takes %s as within 2024',
    (asOf) => {
      expect(judge(asOf, '2024')).toBe('fits');
    },
  );

  test.each(['2025-H1', '2023', '2024-04至2025-03', '2014-2024'])('refuses %s', (asOf) => {
    expect(judge(asOf, '2024')).toBe('outside');
  });
});

test('a rule that cannot be read judges nothing', () => {
  expect(judge('2024', 'latest')).toBe('unknown');
});

test('periods overlap when they share a day, and an unknown one may overlap any', () => {
  expect(periodsOverlap(parsePeriod('2025-06'), parsePeriod('2025-Q2'))).toBe(true);
  expect(periodsOverlap(parsePeriod('2024-12-31'), parsePeriod('2024'))).toBe(true);
  expect(periodsOverlap(parsePeriod('2024'), parsePeriod('2025'))).toBe(false);
  expect(periodsOverlap(parsePeriod('2024'), null)).toBe(true);
});
