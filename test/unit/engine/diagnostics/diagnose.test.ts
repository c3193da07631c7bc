import { describe, expect, it } from 'vitest';
import { correlationMatrix } from '../../../../electron/engine/diagnostics/correlation-matrix.ts';
import { cronbachAlpha } from '../../../../electron/engine/diagnostics/cronbach-alpha.ts';
import { diagnose } from '../../../../electron/engine/diagnostics/diagnose.ts';
import { histogram } from '../../../../electron/engine/diagnostics/histogram.ts';
import { principalComponents } from '../../../../electron/engine/diagnostics/principal-components.ts';
import { quantile } from '../../../../electron/engine/diagnostics/quantile.ts';
import { columnShape } from '../../../../electron/engine/column-statistics.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { makeFramework, makeRequest } from '../make-request.ts';

describe('quantile', () => {
  it('is linear between the order statistics at (n − 1)p', () => {
    const ascending = [1, 2, 4, 8];
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(ascending, p))).toEqual([1, 1.75, 3, 5, 8]);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('histogram', () => {
  it('has ⌈log₂ n⌉ + 1 bins of equal width; the last holds its upper edge', () => {
    const { edges, counts } = histogram(Float64Array.of(0, 1, 2, 2, 3, 4, 6, 8));
    expect([...edges]).toEqual([0, 2, 4, 6, 8]);
    expect([...counts]).toEqual([2, 3, 1, 2]);
    // Five values: ⌈2.3⌉ + 1 bins.
    const five = histogram(Float64Array.of(-4, -4, 0, 3, 4));
    expect([...five.edges]).toEqual([-4, -2, 0, 2, 4]);
    expect([...five.counts]).toEqual([2, 0, 1, 2]);
  });

  it('has one bin where all are equal and none without values', () => {
    const one = histogram(Float64Array.of(5, 5, 5));
    expect([[...one.edges], [...one.counts]]).toEqual([[5, 5], [3]]);
    const none = histogram(new Float64Array(0));
    expect([none.edges.length, none.counts.length]).toEqual([0, 0]);
  });
});

describe('diagnose', () => {
  const framework = makeFramework([
    { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b', direction: -1 }] },
    { code: 'S', children: [{ code: 'c' }] },
    { code: 'd' },
  ]);
  const rows = {
    u0: [1, 9, 10, 4],
    u1: [2, 8, 20, null],
    u2: [3, 6, 20, 1],
    u3: [4, 5, 40, 7],
    u4: [100, null, 15, 2],
    u5: [-90, 2, null, 3],
  };
  const scorer = createScorer(
    makeRequest(framework, rows, { normalisation: { rule: 'min-max', low: 0, high: 1 } }),
  );

  it('describes the raw values of every indicator', () => {
    const { indicators, values } = diagnose(scorer, 'pearson');
    expect(indicators.map(({ node }) => node)).toEqual(['a', 'b', 'c', 'd']);
    expect(values).toEqual(scorer.prepared.observations.values);
    const [a, b] = indicators as [(typeof indicators)[0], (typeof indicators)[0]];
    expect(a).toMatchObject({ present: 6, missing: 0, lowest: -90, median: 2.5, highest: 100 });
    // (n − 1)/4 = 1¼: a quarter of the way from the second to the third.
    expect([a.quartile1, a.quartile3]).toEqual([1.25, 3.75]);
    expect(a.mean).toBeCloseTo(20 / 6, 12);
    // Beyond 3.75 + 1.5 · 2.5 and below 1.25 − 3.75.
    expect(a.outliers).toEqual(['u4', 'u5']);
    expect(b).toMatchObject({
      present: 5,
      missing: 1,
      lowest: 2,
      median: 6,
      highest: 9,
      outliers: [],
    });
    expect([b.quartile1, b.quartile3]).toEqual([5, 8]);
    expect(b.standardDeviation).toBeCloseTo(Math.sqrt(30 / 4), 12);
    const shape = columnShape(Float64Array.of(9, 8, 6, 5, 2));
    expect([b.skew, b.kurtosis]).toEqual([shape.skew, shape.kurtosis]);
    expect(b.histogram).toEqual(histogram(Float64Array.of(2, 5, 6, 8, 9)));
  });

  it('says for each unit how much is there', () => {
    const { units } = diagnose(scorer, 'pearson');
    expect(units.map(({ unit }) => unit)).toEqual(['u0', 'u1', 'u2', 'u3', 'u4', 'u5']);
    expect(units.map(({ indicators }) => indicators)).toEqual([1, 0.75, 1, 1, 0.75, 0.75]);
    expect(units.map(({ coverage }) => coverage)).toEqual([...scorer.result.coverage]);
  });

  it.each(['pearson', 'spearman', 'kendall'] as const)(
    'correlates normalised values, so that more is better in each: %s',
    (kind) => {
      const { correlation, pairs, flags, kind: said } = diagnose(scorer, kind);
      const table = (Object.values(rows) as (number | null)[][]).map((row) =>
        row.map((x, at) => (x === null ? NaN : at === 1 ? -x : x)),
      );
      const expected = correlationMatrix(
        {
          units: Object.keys(rows),
          nodes: ['a', 'b', 'c', 'd'],
          values: Float64Array.from(
            [0, 1, 2, 3].flatMap((leaf) => table.map((row) => row[leaf] as number)),
          ),
        },
        kind,
      );
      expect(said).toBe(kind);
      expect(pairs).toEqual(expected.pairs);
      expected.values.forEach((r, at) => expect(correlation[at]).toBeCloseTo(r, 12));
      for (const flag of flags) {
        const [one, other] = [flag.one, flag.other].map((node) =>
          ['a', 'b', 'c', 'd'].indexOf(node),
        ) as [number, number];
        expect(one).toBeLessThan(other);
        expect(flag.correlation).toBe(correlation[one * 4 + other]);
        expect(flag.pairs).toBe(pairs[one * 4 + other]);
      }
    },
  );

  it('names the pairs to look at', () => {
    const { flags } = diagnose(scorer, 'spearman');
    expect(flags.length).toBeGreaterThan(0);
    expect(flags.every(({ one, other }) => 'abcd'.includes(one) && 'abcd'.includes(other))).toBe(
      true,
    );
  });

  it('looks at the children of every node that has at least two', () => {
    const { groups } = diagnose(scorer, 'pearson');
    expect(groups.map(({ node, children }) => [node, children])).toEqual([
      ['index', ['G', 'S', 'd']],
      ['G', ['a', 'b']],
    ]);
    const [index, g] = groups as [(typeof groups)[0], (typeof groups)[0]];
    expect(g.completeUnits).toBe(5);
    const { values } = scorer.result;
    const [a, b] = ['a', 'b'].map((node) => {
      const at = scorer.result.nodes.findIndex((code) => code === node);
      return values.subarray(at * 6, at * 6 + 6);
    }) as [Float64Array, Float64Array];
    const columns = {
      units: Object.keys(rows),
      nodes: ['a', 'b'],
      values: Float64Array.from([...a, ...b]),
    };
    expect(g.alpha).toBe(cronbachAlpha(columns));
    expect(g.explained).toEqual(principalComponents(columns).explained);
    expect(g.loadings).toEqual(principalComponents(columns).loadings);
    expect(g.refused).toBeNull();
    // S lacks one unit and d another: four complete ones for three columns.
    expect(index.completeUnits).toBe(4);
    expect(index.refused).toBeNull();
  });

  it('says why a group has no components', () => {
    const { u0, u1, u2 } = rows;
    const few = createScorer(makeRequest(framework, { u0, u1, u2 }));
    const { groups } = diagnose(few, 'pearson');
    expect(groups[0]).toMatchObject({
      node: 'index',
      explained: null,
      loadings: null,
      refused: { reason: 'too-few-complete-rows', message: expect.stringContaining('at least 4') },
    });
  });
});
