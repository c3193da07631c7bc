import * as fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { correlationMatrix } from '../../../../electron/engine/diagnostics/correlation-matrix.ts';
import { cronbachAlpha } from '../../../../electron/engine/diagnostics/cronbach-alpha.ts';
import { principalComponents } from '../../../../electron/engine/diagnostics/principal-components.ts';
import { expectAppError } from '../expect-app-error.ts';

function columns(...values: number[][]): Columns {
  return {
    units: values[0]!.map((_, row) => `U${row + 1}`),
    nodes: values.map((_, column) => `N${column + 1}`),
    values: Float64Array.from(values.flat()),
  };
}

/** Columns of different numbers, more rows than columns. */
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }), {
    minLength: width,
    maxLength: width,
  }),
);

describe('Cronbach’s alpha', () => {
  test('by hand: k/(k − 1) · (1 − Σ variances/variance of the sum) = 2 · (1 − 5/8)', () => {
    // Variances 5/3 and 5/3; the sum 3, 3, 7, 7 has variance 16/3.
    expect(cronbachAlpha(columns([1, 2, 3, 4], [2, 1, 4, 3]))).toBeCloseTo(0.75, 15);
  });

  test('equals the form with the variance of the sum, whatever the columns', () => {
    const variance = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return squares / (values.length - 1);
    };
    fc.assert(
      fc.property(table, (values) => {
        const k = values.length;
        const sums = values[0]!.map((_, row) =>
          values.reduce((sum, column) => sum + column[row]!, 0),
        );
        fc.pre(variance(sums) > 1);
        const parts = values.reduce((sum, column) => sum + variance(column), 0);
        const expected = (k / (k - 1)) * (1 - parts / variance(sums));
        expect(cronbachAlpha(columns(...values))).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('is 1 for columns that are the same, and does not mind their order', () => {
    expect(cronbachAlpha(columns([1, 5, 2], [1, 5, 2], [1, 5, 2]))).toBeCloseTo(1, 15);
    const one = cronbachAlpha(columns([1, 5, 2, 0], [3, 4, 9, 1], [0, 2, 2, 7]));
    const other = cronbachAlpha(columns([0, 2, 2, 7], [1, 5, 2, 0], [3, 4, 9, 1]));
    expect(other).toBeCloseTo(one ?? NaN, 14);
  });

  test('leaves each covariance to the units that have both', () => {
    // Variances 1 (of 1, 2, 3) and 9 (of 2, 5, 8); covariance over the two common units 1.5.
    const alpha = cronbachAlpha(columns([1, 2, 3, NaN], [2, 5, NaN, 8]));
    expect(alpha).toBeCloseTo((4 * 1.5) / (1 + 9 + 3), 15);
  });

  test('is undefined for one column, too few common units, or no variance', () => {
    expect(cronbachAlpha(columns([1, 2, 3]))).toBeNull();
    expect(cronbachAlpha(columns([1, 2, NaN], [NaN, 2, 3]))).toBeNull();
    expect(cronbachAlpha(columns([4, 4, 4], [4, 4, 4]))).toBeNull();
  });
});

describe('principal components', () => {
  test('of two columns: eigenvalues 1 ± r, loadings 1/√2', () => {
    const { eigenvalues, explained, loadings } = principalComponents(
      columns([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]),
    );
    expect(eigenvalues[0]).toBeCloseTo(1.8, 12);
    expect(explained[0]).toBeCloseTo(0.9, 12);
    expect(loadings[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(loadings[1]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(loadings[2]).toBeGreaterThan(0);
  });

  test('put the correlation matrix together again, sum to one, and equal ml-matrix', () => {
    fc.assert(
      fc.property(table, (values) => {
        const data = columns(...values);
        const size = values.length;
        const { eigenvalues, explained, loadings } = principalComponents(data);
        expect(explained.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect([...eigenvalues]).toEqual([...eigenvalues].toSorted((a, b) => b - a));
        const r = correlationMatrix(data, 'pearson').values;
        for (let one = 0; one < size; one++) {
          for (let other = 0; other < size; other++) {
            let sum = 0;
            for (let component = 0; component < size; component++) {
              const at = component * size;
              sum += eigenvalues[component]! * loadings[at + one]! * loadings[at + other]!;
            }
            expect(sum).toBeCloseTo(r[one * size + other]!, 9);
          }
        }
        const known = new EigenvalueDecomposition(Matrix.from1DArray(size, size, [...r]));
        const sorted = known.realEigenvalues.toSorted((a, b) => b - a);
        sorted.forEach((value, at) => expect(eigenvalues[at]).toBeCloseTo(value, 9));
      }),
    );
  });

  test('have loadings that sum to 0 or more', () => {
    fc.assert(
      fc.property(table, (values) => {
        const size = values.length;
        const { loadings } = principalComponents(columns(...values));
        for (let component = 0; component < size; component++) {
          const own = loadings.subarray(component * size, (component + 1) * size);
          expect(own.reduce((sum, loading) => sum + loading, 0)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  test('whose loadings sum to 0 begin with a positive one; as many units as columns and one more are enough', () => {
    const [x, y, z] = [
      [1, 1, -1, -1],
      [1, -1, 1, -1],
      [-1, 1, -1, 1],
    ];
    for (const [one, other] of [
      [y!, z!],
      [z!, y!],
    ]) {
      const { loadings, completeUnits } = principalComponents(columns(x!, one!, other!));
      expect(completeUnits).toHaveLength(4);
      expect(loadings[0]).toBeCloseTo(0, 12);
      expect(loadings[1]).toBeCloseTo(Math.SQRT1_2, 12);
      expect(loadings[2]).toBeCloseTo(-Math.SQRT1_2, 12);
      const first = principalComponents(columns(one!, other!)).loadings;
      expect(first[0]).toBeCloseTo(Math.SQRT1_2, 12);
      expect(first[1]).toBeCloseTo(-Math.SQRT1_2, 12);
    }
    const last = principalComponents(columns(x!, y!, y!)).loadings.slice(6);
    expect([...last]).toEqual([0, Math.SQRT1_2, -Math.SQRT1_2].map((l) => expect.closeTo(l, 12)));
  });

  test('leave units with a gap out, and are refused when too few are left', () => {
    const { completeUnits } = principalComponents(columns([1, 2, 3, 4, NaN], [4, 1, 3, 9, 2]));
    expect(completeUnits).toEqual(['U1', 'U2', 'U3', 'U4']);
    expectAppError(() => principalComponents(columns([1, 2, NaN], [4, NaN, 3])), 'E_INPUT', {
      reason: 'too-few-complete-rows',
      expected: '3',
      found: '1',
    });
  });

  test('are refused for a column that is constant over the complete units, by name', () => {
    expectAppError(() => principalComponents(columns([1, 2, 3, 4], [7, 7, 7, 7])), 'E_INPUT', {
      reason: 'column-constant',
      node: 'N2',
    });
  });

  test('with too few complete rows name the column with most gaps, the first of several', () => {
    const gaps = (a: number[], b: number[], c: number[], node: string) =>
      expectAppError(() => principalComponents(columns(a, b, c)), 'E_INPUT', {
        reason: 'too-few-complete-rows',
        node,
        expected: '4',
        parameters: { columns: 3 },
      });
    const names = columns([1], [1], [1]).nodes;
    gaps([1, NaN, 3, 4], [NaN, 1, NaN, 2], [3, 1, 2, 5], names[1]!);
    gaps([1, 2, 3, 4], [NaN, 1, 5, 2], [3, NaN, NaN, 5], names[2]!);
    gaps([1, NaN, 3, 4], [NaN, 1, 5, 2], [3, 1, 2, 5], names[0]!);
    gaps([1, 2, 4], [1, 5, 2], [3, 1, 2], names[0]!);
  });
});
