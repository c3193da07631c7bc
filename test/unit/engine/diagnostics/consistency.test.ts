import { describe, expect, it } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { rescaleToUnitInterval } from '../../../../electron/engine/columns.ts';
import { cronbachAlpha } from '../../../../electron/engine/diagnostics/cronbach-alpha.ts';
import { principalComponents } from '../../../../electron/engine/diagnostics/principal-components.ts';
import { pearsonCorrelation } from '../../../../electron/engine/diagnostics/pearson-correlation.ts';
import { expectAppError } from '../expect-app-error.ts';

function columns(...table: readonly (readonly number[])[]): Columns {
  return {
    units: (table[0] ?? []).map((_, at) => `u${at}`),
    nodes: table.map((_, at) => `c${at}`),
    values: Float64Array.from(table.flat()),
  };
}

function variance(list: readonly number[]): number {
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
  return list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (list.length - 1);
}

describe('cronbachAlpha', () => {
  const table = [
    [2, 4, 3, 5, 1],
    [3, 5, 2, 4, 2],
    [1, 5, 3, 4, 2],
  ];

  it('is k/(k − 1) · (1 − Σ variances / variance of the sums)', () => {
    const sums = (table[0] as number[]).map((_, row) =>
      table.reduce((sum, column) => sum + (column[row] as number), 0),
    );
    const own = table.reduce((sum, column) => sum + variance(column), 0);
    expect(cronbachAlpha(columns(...table))).toBeCloseTo(1.5 * (1 - own / variance(sums)), 12);
    expect(cronbachAlpha(columns([1, 2, 4], [1, 2, 4]))).toBeCloseTo(1, 12);
  });

  it('takes every covariance over the units that have both values', () => {
    const [x, y] = [
      [1, 2, NaN, 6],
      [2, 5, 7, 3],
    ];
    // Common to both: (1, 2), (2, 5), (6, 3); variances over 3 and 4 values.
    const covariance = (-2 * (2 - 10 / 3) + -1 * (5 - 10 / 3) + 3 * (3 - 10 / 3)) / 2;
    const total = variance([1, 2, 6]) + variance(y as number[]) + 2 * covariance;
    expect(cronbachAlpha(columns(x as number[], y as number[]))).toBeCloseTo(
      (4 * covariance) / total,
      12,
    );
  });

  it('does not exist for one column, for fewer than two common units, or where nothing varies', () => {
    expect(cronbachAlpha(columns([1, 2, 3]))).toBeNull();
    expect(cronbachAlpha(columns([1, 2, NaN], [NaN, 5, 7]))).toBeNull();
    expect(cronbachAlpha(columns([1, 2, NaN], [3, 5, 7]))).not.toBeNull();
    expect(cronbachAlpha(columns([4, 4], [5, 5]))).toBeNull();
  });
});

describe('principalComponents', () => {
  it('of two columns are their sum and their difference', () => {
    const [x, y] = [
      [1, 2, 3, 4, 9],
      [2, 1, 4, 3, 5],
    ] as [number[], number[]];
    const r = pearsonCorrelation(Float64Array.from(x), Float64Array.from(y));
    const found = principalComponents(columns([...x, NaN], [...y, 8]));
    expect(found.completeUnits).toEqual(['u0', 'u1', 'u2', 'u3', 'u4']);
    expect([...found.eigenvalues]).toEqual([expect.closeTo(1 + r, 12), expect.closeTo(1 - r, 12)]);
    expect([...found.explained]).toEqual([
      expect.closeTo((1 + r) / 2, 12),
      expect.closeTo((1 - r) / 2, 12),
    ]);
    const half = Math.SQRT1_2;
    // The second sums to 0: its first loading is positive.
    const expected = [half, half, half, -half].map((loading) => expect.closeTo(loading, 12));
    expect([...found.loadings]).toEqual(expected);
  });

  it('solve the eigenvalue equation, largest first, with loadings that sum to 0 or more', () => {
    const table = [
      [1, 5, 2, 8, 4, 4, 9],
      [-2, -4, -1, -9, -3, -6, -7],
      [3, 3, 7, 1, 2, 8, 5],
    ];
    const { eigenvalues, loadings, explained } = principalComponents(columns(...table));
    const r = (one: number, other: number) =>
      pearsonCorrelation(
        Float64Array.from(table[one] as number[]),
        Float64Array.from(table[other] as number[]),
      );
    for (let component = 0; component < 3; component++) {
      const own = loadings.subarray(component * 3, component * 3 + 3);
      for (let row = 0; row < 3; row++) {
        const product = own.reduce((sum, loading, column) => sum + r(row, column) * loading, 0);
        expect(product).toBeCloseTo((eigenvalues[component] as number) * (own[row] as number), 10);
      }
      expect(Math.hypot(...own)).toBeCloseTo(1, 12);
      expect(own.reduce((sum, loading) => sum + loading, 0)).toBeGreaterThanOrEqual(-1e-12);
    }
    expect([...eigenvalues]).toEqual([...eigenvalues].toSorted((a, b) => b - a));
    expect(eigenvalues.reduce((sum, x) => sum + x, 0)).toBeCloseTo(3, 12);
    expect(explained.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  });

  it('need one complete unit more than columns, and name the column with most gaps', () => {
    const gaps = columns([1, 2, 3, 4], [4, NaN, NaN, 1], [2, 5, NaN, 7]);
    const error = expectAppError(() => principalComponents(gaps), 'E_INPUT', {
      reason: 'too-few-complete-rows',
      expected: '4',
      found: '2',
      node: 'c1',
      parameters: { columns: 3 },
    });
    expect(error.message).toContain('at least 4');
    // Three complete rows are enough for two columns, two are not.
    expect(principalComponents(columns([1, 2, 4], [3, 1, 2])).completeUnits).toHaveLength(3);
    expectAppError(() => principalComponents(columns([1, 2], [3, 1])), 'E_INPUT', {
      reason: 'too-few-complete-rows',
      node: 'c0',
    });
  });

  it('name a column that does not vary over the complete units', () => {
    // c1 varies, but not where c0 is known too.
    const table = columns([1, 2, 4, NaN], [5, 5, 5, 9]);
    expectAppError(() => principalComponents(table), 'E_INPUT', {
      reason: 'column-constant',
      node: 'c1',
      found: '5',
      parameters: { units: 3 },
    });
  });
});

describe('rescaleToUnitInterval', () => {
  it('brings every column to 0..1 by what is present', () => {
    const { values, nodes, units } = rescaleToUnitInterval(
      columns([2, 4, NaN, 10], [-1, 1, 0, 3]),
      'This',
    );
    expect([...values]).toEqual([0, 0.25, NaN, 1, 0, 0.5, 0.25, 1]);
    expect([nodes, units]).toEqual([
      ['c0', 'c1'],
      ['u0', 'u1', 'u2', 'u3'],
    ]);
  });

  it('refuses a column without spread or without values', () => {
    const constant = () => rescaleToUnitInterval(columns([1, 2, 3], [7, NaN, 7]), 'Entropy');
    expectAppError(constant, 'E_INPUT', {
      reason: 'column-constant',
      node: 'c1',
      found: '7',
      parameters: { units: 2 },
    });
    const error = expectAppError(
      () => rescaleToUnitInterval(columns([1, 2, 3], [NaN, NaN, NaN]), 'Entropy'),
      'E_INPUT',
      { reason: 'column-empty', node: 'c1', parameters: { units: 3 } },
    );
    expect(error.details.found).toBe('0');
    expect(error.message).toContain('Entropy');
  });
});
