import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { averageRanks } from '../../../../electron/engine/diagnostics/average-ranks.ts';
import { correlationFlags } from '../../../../electron/engine/diagnostics/correlation-flags.ts';
import {
  correlationMatrix,
  crossProducts,
} from '../../../../electron/engine/diagnostics/correlation-matrix.ts';
import { kendallCorrelation } from '../../../../electron/engine/diagnostics/kendall-correlation.ts';
import { pearsonCorrelation } from '../../../../electron/engine/diagnostics/pearson-correlation.ts';
import { spearmanCorrelation } from '../../../../electron/engine/diagnostics/spearman-correlation.ts';

const of = (...values: number[]) => Float64Array.of(...values);

function columns(...table: readonly (readonly number[])[]): Columns {
  return {
    units: (table[0] ?? []).map((_, at) => `u${at}`),
    nodes: table.map((_, at) => `c${at}`),
    values: Float64Array.from(table.flat()),
  };
}

/** Cov / (sd · sd), as it is taught. */
function textbookPearson(xs: readonly number[], ys: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const covariance = (one: readonly number[], other: readonly number[]) =>
    mean(one.map((x, at) => x * (other[at] as number))) - mean(one) * mean(other);
  return covariance(xs, ys) / Math.sqrt(covariance(xs, xs) * covariance(ys, ys));
}

/** τ-b by looking at every pair. */
function textbookKendall(xs: readonly number[], ys: readonly number[]): number {
  let [agree, pairs, tiedX, tiedY] = [0, 0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    for (let j = 0; j < i; j++) {
      const x = Math.sign((xs[i] as number) - (xs[j] as number));
      const y = Math.sign((ys[i] as number) - (ys[j] as number));
      pairs++;
      agree += x * y;
      tiedX += Number(x === 0);
      tiedY += Number(y === 0);
    }
  }
  return agree / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
}

describe('averageRanks', () => {
  it('shares the places that tied values take', () => {
    expect([...averageRanks(of(30, 10, 20, 10, 30, 30))]).toEqual([5, 1.5, 3, 1.5, 5, 5]);
    expect([...averageRanks(of(7))]).toEqual([1]);
    expect([...averageRanks(of())]).toEqual([]);
  });
});

describe('correlations of two series', () => {
  const xs = [1, 4, 2, 9, 5];
  const ys = [3, 1, 4, 8, 5];

  it('are Pearson’s, Spearman’s and Kendall’s', () => {
    expect(pearsonCorrelation(of(...xs), of(...ys))).toBeCloseTo(textbookPearson(xs, ys), 12);
    // Ranks 1 3 2 5 4 and 2 1 3 5 4: Σd² = 1 + 4 + 1 = 6.
    expect(spearmanCorrelation(of(...xs), of(...ys))).toBeCloseTo(1 - (6 * 6) / (5 * 24), 12);
    expect(kendallCorrelation(of(...xs), of(...ys))).toBeCloseTo(textbookKendall(xs, ys), 12);
  });

  it('Kendall’s counts ties in either and in both, as looking at every pair does', () => {
    const few = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few), { minLength: 2, maxLength: 25 }), (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const found = kendallCorrelation(of(...x), of(...y));
        const expected = textbookKendall(x, y);
        if (Number.isNaN(expected)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(expected, 12);
      }),
      { numRuns: 200 },
    );
  });

  it('reach 1 and −1 and never pass them', () => {
    const up = of(0.1, 0.2, 0.3, 0.7, 1.1);
    for (const correlation of [pearsonCorrelation, spearmanCorrelation, kendallCorrelation]) {
      expect(
        correlation(
          up,
          up.map((x) => 3 * x + 1),
        ),
      ).toBeCloseTo(1, 12);
      expect(
        correlation(
          up,
          up.map((x) => 3 * x + 1),
        ),
      ).toBeLessThanOrEqual(1);
      expect(
        correlation(
          up,
          up.map((x) => -x),
        ),
      ).toBeCloseTo(-1, 12);
      expect(
        correlation(
          up,
          up.map((x) => -x),
        ),
      ).toBeGreaterThanOrEqual(-1);
    }
    // Rounded sums would give 1.0000000000000002 here, and its negative.
    for (let seed = 1; seed < 400; seed++) {
      const line = Float64Array.from({ length: 4 }, (_, at) => Math.sin(seed * 7 + at * at));
      const scaled = line.map((x) => x * 0.1 * seed);
      expect(pearsonCorrelation(line, scaled)).toBeLessThanOrEqual(1);
      expect(
        pearsonCorrelation(
          line,
          scaled.map((x) => -x),
        ),
      ).toBeGreaterThanOrEqual(-1);
    }
  });

  it('do not exist where nothing varies', () => {
    for (const correlation of [pearsonCorrelation, spearmanCorrelation, kendallCorrelation]) {
      expect(correlation(of(1, 2, 3), of(5, 5, 5))).toBeNaN();
      expect(correlation(of(5, 5, 5), of(1, 2, 3))).toBeNaN();
      expect(correlation(of(1), of(2))).toBeNaN();
      expect(correlation(of(), of())).toBeNaN();
    }
    // The mean of these is not 0.1 to the last bit; the series is constant all the same.
    expect(
      pearsonCorrelation(new Float64Array(10).fill(0.1), of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0)),
    ).toBeNaN();
  });
});

describe('correlationMatrix', () => {
  // Six columns, so that four are met at once and one or two are left over; more rows than one block.
  const rows = 1100;
  const scatter = (column: number, row: number) =>
    Math.sin(row * (column + 1) * 0.37) + ((row * (column + 3)) % 17) / 10 + (row % 5) * column;
  const whole = Array.from({ length: 6 }, (_, column) =>
    Array.from({ length: rows }, (_, row) => scatter(column, row)),
  );

  it.each(['pearson', 'spearman', 'kendall'] as const)(
    'holds the %s correlation of every pair, with and without gaps',
    (kind) => {
      const correlation = {
        pearson: pearsonCorrelation,
        spearman: spearmanCorrelation,
        kendall: kendallCorrelation,
      }[kind];
      const short = whole.map((column) => column.slice(0, 40));
      const holed = short.map((column, at) =>
        column.map((x, row) => ((row + at) % (at + 4) === 0 ? NaN : x)),
      );
      for (const table of [short, holed, ...(kind === 'pearson' ? [whole] : [])]) {
        const found = correlationMatrix(columns(...table), kind);
        expect(found.size).toBe(6);
        for (let one = 0; one < 6; one++) {
          for (let other = 0; other < 6; other++) {
            const [xs, ys] = [table[one] as number[], table[other] as number[]];
            const both = xs
              .map((_, row) => row)
              .filter((row) => !Number.isNaN((xs[row] as number) + (ys[row] as number)));
            const expected =
              one === other
                ? 1
                : correlation(
                    Float64Array.from(both, (row) => xs[row] as number),
                    Float64Array.from(both, (row) => ys[row] as number),
                  );
            expect(found.values[one * 6 + other]).toBeCloseTo(expected, 11);
            expect(found.pairs[one * 6 + other]).toBe(both.length);
          }
        }
      }
    },
  );

  it('has no correlation with a constant column, and 1 of a column with itself', () => {
    const complete = correlationMatrix(columns([1, 2, 4], [5, 5, 5], [3, 1, 2]), 'pearson');
    const gap = correlationMatrix(columns([1, 2, 4, NaN], [5, 5, 5, 5], [3, 1, 2, 9]), 'pearson');
    for (const { values } of [complete, gap]) {
      const r = textbookPearson([1, 2, 4], [3, 1, 2]);
      expect([...values]).toEqual([
        1,
        NaN,
        expect.closeTo(r, 12),
        NaN,
        1,
        NaN,
        expect.closeTo(r, 12),
        NaN,
        1,
      ]);
    }
    expect([...gap.pairs]).toEqual([3, 3, 3, 3, 4, 4, 3, 4, 4]);
  });

  it('rests on the sums of products of deviations', () => {
    const products = crossProducts(columns(...whole));
    const means = whole.map((column) => column.reduce((sum, x) => sum + x, 0) / rows);
    for (let one = 0; one < 6; one++) {
      for (let other = 0; other < 6; other++) {
        const expected = (whole[one] as number[]).reduce(
          (sum, x, row) =>
            sum +
            (x - (means[one] as number)) *
              ((whole[other]?.[row] as number) - (means[other] as number)),
          0,
        );
        expect(products[one * 6 + other]).toBeCloseTo(expected, 7);
      }
    }
  });
});

describe('correlationFlags', () => {
  it('lists pairs above 0.92 and below −0.4, strongest first, then in their order', () => {
    const size = 5;
    const values = new Float64Array(size * size).fill(NaN);
    const pairs = new Int32Array(size * size);
    const set = (one: number, other: number, correlation: number, count: number) => {
      values[one * size + other] = values[other * size + one] = correlation;
      pairs[one * size + other] = pairs[other * size + one] = count;
    };
    for (let at = 0; at < size; at++) set(at, at, 1, 9);
    set(0, 1, 0.92, 4);
    set(0, 2, -0.4, 4);
    set(1, 2, 0.93, 5);
    set(1, 3, -0.41, 6);
    set(2, 3, -0.95, 7);
    set(0, 4, 0.93, 8);
    set(0, 3, 0.93, 3);
    expect(correlationFlags({ size, values, pairs })).toEqual([
      { one: 2, other: 3, correlation: -0.95, pairs: 7, kind: 'opposed' },
      { one: 0, other: 3, correlation: 0.93, pairs: 3, kind: 'redundant' },
      { one: 0, other: 4, correlation: 0.93, pairs: 8, kind: 'redundant' },
      { one: 1, other: 2, correlation: 0.93, pairs: 5, kind: 'redundant' },
      { one: 1, other: 3, correlation: -0.41, pairs: 6, kind: 'opposed' },
    ]);
  });
});
