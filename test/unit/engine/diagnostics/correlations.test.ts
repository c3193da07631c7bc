import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { averageRanks } from '../../../../electron/engine/diagnostics/average-ranks.ts';
import { correlationFlags } from '../../../../electron/engine/diagnostics/correlation-flags.ts';
import { correlationMatrix } from '../../../../electron/engine/diagnostics/correlation-matrix.ts';
import { kendallCorrelation } from '../../../../electron/engine/diagnostics/kendall-correlation.ts';
import { pearsonCorrelation } from '../../../../electron/engine/diagnostics/pearson-correlation.ts';
import { spearmanCorrelation } from '../../../../electron/engine/diagnostics/spearman-correlation.ts';

const f = (...values: number[]) => Float64Array.from(values);

function columns(...values: number[][]): Columns {
  return {
    units: values[0]!.map((_, row) => `U${row + 1}`),
    nodes: values.map((_, column) => `N${column + 1}`),
    values: Float64Array.from(values.flat()),
  };
}

const KINDS = ['pearson', 'spearman', 'kendall'] as const;
const CORRELATION = {
  pearson: pearsonCorrelation,
  spearman: spearmanCorrelation,
  kendall: kendallCorrelation,
};

/** Two series of one length with ties, as small whole numbers. */
const pairOfSeries = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((points) => [f(...points.map(([x]) => x)), f(...points.map(([, y]) => y))] as const);

describe('correlations worked out by hand', () => {
  test('Pearson: Σdx·dy = 8, Σdx² = Σdy² = 10', () => {
    expect(pearsonCorrelation(f(1, 2, 3, 4, 5), f(2, 1, 4, 3, 5))).toBeCloseTo(0.8, 15);
  });

  test('Spearman without ties: 1 − 6·Σd²/(n(n² − 1)) with Σd² = 4', () => {
    expect(spearmanCorrelation(f(10, 200, 30, 40, 1e6), f(2, 7, 4, 5, 6))).toBeCloseTo(
      1 - (6 * 2) / 120,
      15,
    );
  });

  test('Spearman with ties is Pearson on average ranks', () => {
    expect([...averageRanks(f(5, 1, 5, 3))]).toEqual([3.5, 1, 3.5, 2]);
    expect(spearmanCorrelation(f(5, 1, 5, 3), f(1, 2, 3, 4))).toBeCloseTo(
      pearsonCorrelation(f(3.5, 1, 3.5, 2), f(1, 2, 3, 4)),
      15,
    );
  });

  test('Kendall without ties: (8 − 2)/10', () => {
    expect(kendallCorrelation(f(1, 2, 3, 4, 5), f(2, 1, 4, 3, 5))).toBeCloseTo(0.6, 15);
  });

  test('Kendall τ-b with ties: C = 4, D = 0, one pair tied in each of six', () => {
    expect(kendallCorrelation(f(1, 1, 2, 3), f(1, 2, 3, 3))).toBeCloseTo(4 / 5, 15);
  });
});

describe.each(KINDS)('every %s correlation', (kind) => {
  const correlation = CORRELATION[kind];

  test('lies within ±1, is symmetric, and is 1 of a series with itself', () => {
    fc.assert(
      fc.property(pairOfSeries, ([xs, ys]) => {
        const r = correlation(xs, ys);
        if (Number.isNaN(r)) return new Set(xs).size === 1 || new Set(ys).size === 1;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(correlation(ys, xs)).toBeCloseTo(r, 12);
        expect(correlation(xs, xs)).toBeCloseTo(1, 12);
        return true;
      }),
    );
  });

  test('turns its sign when one series is turned, and does not mind another scale', () => {
    fc.assert(
      fc.property(pairOfSeries, ([xs, ys]) => {
        const r = correlation(xs, ys);
        fc.pre(!Number.isNaN(r));
        expect(
          correlation(
            xs.map((x) => -x),
            ys,
          ),
        ).toBeCloseTo(-r, 12);
        expect(
          correlation(
            xs.map((x) => 4 * x + 100),
            ys,
          ),
        ).toBeCloseTo(r, 12);
      }),
    );
  });

  test('is undefined for a constant series', () => {
    expect(correlation(f(2, 2, 2), f(1, 2, 3))).toBeNaN();
    expect(correlation(f(1), f(2))).toBeNaN();
  });
});

test('rank correlations do not mind a monotonous change of scale', () => {
  fc.assert(
    fc.property(pairOfSeries, ([xs, ys]) => {
      const bent = xs.map((x) => Math.exp(x));
      fc.pre(new Set(xs).size > 1 && new Set(ys).size > 1);
      expect(spearmanCorrelation(bent, ys)).toBe(spearmanCorrelation(xs, ys));
      expect(kendallCorrelation(bent, ys)).toBe(kendallCorrelation(xs, ys));
    }),
  );
});

test('Kendall by sorting equals Kendall by counting all pairs', () => {
  fc.assert(
    fc.property(pairOfSeries, ([xs, ys]) => {
      let [difference, tiedX, tiedY, all] = [0, 0, 0, 0];
      for (let one = 0; one < xs.length; one++) {
        for (let other = 0; other < one; other++) {
          const [dx, dy] = [xs[one]! - xs[other]!, ys[one]! - ys[other]!];
          difference += Math.sign(dx) * Math.sign(dy);
          if (dx === 0) tiedX++;
          if (dy === 0) tiedY++;
          all++;
        }
      }
      const counted = difference / Math.sqrt((all - tiedX) * (all - tiedY));
      const sorted = kendallCorrelation(xs, ys);
      if (Number.isNaN(counted)) expect(sorted).toBeNaN();
      else expect(sorted).toBeCloseTo(counted, 12);
    }),
  );
});

describe('a correlation matrix', () => {
  test('rests each pair on the units that have both', () => {
    const { values, pairs } = correlationMatrix(
      columns([1, 2, 3, 4, NaN], [2, 1, NaN, 8, 9], [5, 5, 5, 5, 5]),
      'pearson',
    );
    expect([...pairs]).toEqual([4, 3, 4, 3, 4, 4, 4, 4, 5]);
    expect(values[1]).toBeCloseTo(pearsonCorrelation(f(1, 2, 4), f(2, 1, 8)), 15);
    expect(values[2]).toBeNaN();
    expect(values[8]).toBe(1);
  });

  test('is the same over complete columns, which take another way, as pair by pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 9, maxLength: 9 }), {
          minLength: 2,
          maxLength: 7,
        }),
        (table) => {
          const { values } = correlationMatrix(columns(...table), 'pearson');
          table.forEach((xs, one) =>
            table.forEach((ys, other) => {
              const found = values[one * table.length + other];
              const alone = one === other ? 1 : pearsonCorrelation(f(...xs), f(...ys));
              if (Number.isNaN(alone)) expect(found).toBeNaN();
              else expect(found).toBeCloseTo(alone, 12);
            }),
          );
        },
      ),
    );
  });
});

describe('flags', () => {
  const matrix = (r: number) => ({
    size: 2,
    values: f(1, r, r, 1),
    pairs: Int32Array.of(9, 9, 9, 9),
  });

  test.each([
    [0.92, []],
    [0.9200001, ['redundant']],
    [-0.4, []],
    [-0.4000001, ['opposed']],
    [-0.99, ['opposed']],
    [NaN, []],
  ])('r = %f: %j', (r, kinds) => {
    expect(correlationFlags(matrix(r)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('stand in the order of their strength', () => {
    const flags = correlationFlags({
      size: 3,
      values: f(1, -0.5, 0.95, -0.5, 1, -0.97, 0.95, -0.97, 1),
      pairs: new Int32Array(9).fill(4),
    });
    expect(flags.map(({ one, other }) => [one, other])).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });
});
