import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../electron/engine/diagnostics/diagnose.ts';
import { histogram } from '../../../../electron/engine/diagnostics/histogram.ts';
import { quantile } from '../../../../electron/engine/diagnostics/quantile.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { makeFramework, makeRequest } from '../make-request.ts';

describe('quantiles of type 7', () => {
  test('lie between the order statistics', () => {
    const values = [1, 2, 4, 8];
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([
      1, 1.75, 3, 5, 8,
    ]);
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([3], 0.9)).toBe(3);
  });
});

describe('a histogram', () => {
  test('of eight values has four bins, the last with its upper edge', () => {
    const { edges, counts } = histogram(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 8));
    expect([...edges]).toEqual([0, 2, 4, 6, 8]);
    expect([...counts]).toEqual([2, 2, 2, 2]);
  });

  test('of equal values is one bin, of none is none', () => {
    expect([...histogram(Float64Array.of(3, 3)).counts]).toEqual([2]);
    expect([...histogram(new Float64Array(0)).counts]).toEqual([]);
  });

  test('loses no value', () => {
    const values = fc
      .array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 })
      .map((list) => Float64Array.from(list).sort());
    fc.assert(
      fc.property(values, (ascending) => {
        const { edges, counts } = histogram(ascending);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ascending.length);
        expect(edges.length).toBe(counts.length + 1);
      }),
    );
  });
});

const framework = makeFramework([
  {
    code: 'd1',
    weight: 3,
    children: [{ code: 'a' }, { code: 'b', direction: -1 as const }],
  },
  { code: 'd2', children: [{ code: 'c', weight: 2 }, { code: 'e' }] },
]);
/** a: one value far out; b falls as a rises; c: constant; e: one gap. */
const rows = {
  u1: [1, 9, 5, 1],
  u2: [2, 8, 5, 2],
  u3: [3, 7, 5, null],
  u4: [4, 6, 5, 4],
  u5: [5, 5, 5, 6],
  u6: [100, 0, 5, 5],
};
const diagnosis = () => diagnose(createScorer(makeRequest(framework, rows)), 'spearman');

describe('a diagnosis', () => {
  test('says how each raw column is spread', () => {
    const { indicators, kind } = diagnosis();
    expect(kind).toBe('spearman');
    const of = (node: string) => indicators.find((each) => each.node === node);
    expect(of('a')).toMatchObject({
      present: 6,
      missing: 0,
      lowest: 1,
      quartile1: 2.25,
      median: 3.5,
      quartile3: 4.75,
      highest: 100,
      outliers: ['u6'],
    });
    expect(of('a')?.mean).toBeCloseTo(115 / 6, 12);
    expect(of('e')).toMatchObject({ present: 5, missing: 1, outliers: [] });
    expect(of('c')).toMatchObject({ skew: NaN, kurtosis: NaN, outliers: [] });
  });

  test('has skew and kurtosis of type 2: of 1, 2, 3, 4, 10, by hand', () => {
    // d = −3, −2, −1, 0, 6: s² = 50/4, Σd³ = 180, Σd⁴ = 1394, in the form with the sample standard deviation.
    const five = { u1: [1], u2: [2], u3: [3], u4: [4], u5: [10] };
    const [column] = diagnose(
      createScorer(makeRequest(makeFramework([{ code: 'a' }]), five)),
      'pearson',
    ).indicators;
    expect(column?.skew).toBeCloseTo(((5 / 12) * 180) / 12.5 ** 1.5, 12);
    expect(column?.kurtosis).toBeCloseTo(((30 / 24) * 1394) / 12.5 ** 2 - 8, 12);
  });

  test('says who has how much, by indicators and by weight', () => {
    const { units } = diagnosis();
    expect(units.map(({ indicators }) => indicators)).toEqual([1, 1, 0.75, 1, 1, 1]);
    expect(units.map(({ unit }) => unit)).toEqual(Object.keys(rows));
    expect(units[2]?.coverage).toBeCloseTo(1 - 0.25 / 3, 12);
  });

  test('correlates what is normalised, so that a turned indicator agrees', () => {
    const { correlation, pairs, flags } = diagnosis();
    const at = (one: number, other: number) => correlation[one * 4 + other];
    expect(at(0, 1)).toBeCloseTo(1, 12);
    expect(at(0, 2)).toBeNaN();
    expect(pairs[3]).toBe(5);
    expect(flags).toContainEqual({
      one: 'a',
      other: 'b',
      correlation: at(0, 1),
      pairs: 6,
      kind: 'redundant',
    });
  });

  test('says of each parent with several children whether they go together, or why not', () => {
    const { groups } = diagnosis();
    const group = (node: string) => groups.find((each) => each.node === node);
    expect(groups.map(({ node }) => node)).toEqual(['index', 'd1', 'd2']);
    expect(group('d1')?.explained?.[0]).toBeGreaterThan(0.9);
    expect(group('d1')?.loadings).toHaveLength(4);
    expect(group('d1')).toMatchObject({ completeUnits: 6, children: ['a', 'b'], refused: null });
    // A constant child is missing after normalisation.
    expect(group('d2')).toMatchObject({ completeUnits: 0, explained: null, alpha: null });
    expect(group('d2')?.refused?.reason).toBe('too-few-complete-rows');
  });

  test('keeps the raw values that it is about', () => {
    expect([...diagnosis().values.subarray(18, 24)]).toEqual([1, 2, NaN, 4, 6, 5]);
  });

  test('of one unit has no correlations and no groups that hold together', () => {
    const alone = diagnose(createScorer(makeRequest(framework, { u1: [1, 2, 3, 4] })), 'pearson');
    expect(alone.flags).toEqual([]);
    expect(alone.groups.every(({ alpha, explained }) => alpha === null && explained === null)).toBe(
      true,
    );
  });

  test('of a table without values says so, column by column', () => {
    const empty = { u1: [null, null, null, null], u2: [null, null, null, null] };
    const nothing = diagnose(createScorer(makeRequest(framework, empty)), 'kendall');
    expect(nothing.indicators.map(({ present }) => present)).toEqual([0, 0, 0, 0]);
    expect(nothing.flags).toEqual([]);
  });
});
