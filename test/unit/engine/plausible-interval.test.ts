import { describe, expect, it } from 'vitest';
import type { Aggregation, Method } from '../../../shared/model/method.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { RandomStream } from '../../../electron/engine/random.ts';
import { score, type ScoringRequest } from '../../../electron/engine/score.ts';
import { byUnit, makeFramework, makeRequest } from './make-request.ts';

const posts: Method['normalisation'] = {
  rule: 'goalposts',
  bounds: { lower: 0, upper: 100 },
  truncate: true,
  factor: 100,
};

function plausible(
  rows: Record<string, readonly (number | null)[]>,
  method: Partial<Method> = {},
  rest: Partial<ScoringRequest> = {},
) {
  const leaves = Math.max(...Object.values(rows).map((row) => row.length));
  const framework = makeFramework(Array.from({ length: leaves }, (_, at) => ({ code: `i${at}` })));
  const result = score(
    makeRequest(
      framework,
      rows,
      { normalisation: posts, ...method },
      {
        plausible: { draws: 4000, seed: 3 },
        ...rest,
      },
    ),
  );
  return {
    low: byUnit(result, result.plausible?.low ?? []),
    high: byUnit(result, result.plausible?.high ?? []),
    result,
  };
}

describe('plausible rank intervals', () => {
  it('are the ranks themselves where nothing is missing', () => {
    const { low, high, result } = plausible({ u: [90], v: [50], w: [50], x: [10] });
    expect(low).toEqual({ u: 1, v: 2, w: 2, x: 4 });
    expect(high).toEqual(low);
    expect(result.plausible).toMatchObject({ draws: 4000, seed: 3 });
  });

  it('are not computed unless asked for', () => {
    expect(plausible({ u: [1] }, {}, { plausible: null }).result.plausible).toBeNull();
  });

  it('leave out what happens in less than 5 % of the draws on either side', () => {
    // The gap falls below 4 in 4 % of the draws, below 6 in 6 %; the same at the top.
    const narrow = plausible({ known: [4, 50], gap: [null, 50] });
    expect([narrow.low['gap'], narrow.high['gap']]).toEqual([1, 1]);
    expect([narrow.low['known'], narrow.high['known']]).toEqual([2, 2]);
    const wide = plausible({ known: [6, 50], gap: [null, 50] });
    expect([wide.low['gap'], wide.high['gap']]).toEqual([1, 2]);
    const top = plausible({ known: [94, 50], gap: [null, 50] });
    expect([top.low['gap'], top.high['gap']]).toEqual([1, 2]);
    const higher = plausible({ known: [96, 50], gap: [null, 50] });
    expect([higher.low['gap'], higher.high['gap']]).toEqual([2, 2]);
  });

  it('are narrower than the certain bounds', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `u${at}`,
        Array.from({ length: 10 }, (_, leaf) => ((at * 7 + leaf * 3) % 4 === 0 ? null : at * 8)),
      ]),
    );
    const { low, high, result } = plausible(rows);
    let narrower = 0;
    result.units.forEach((unit, at) => {
      const [best, worst] = [result.rankBest[at] as number, result.rankWorst[at] as number];
      expect(low[unit]).toBeGreaterThanOrEqual(best);
      expect(high[unit]).toBeLessThanOrEqual(worst);
      if ((high[unit] as number) - (low[unit] as number) < worst - best) narrower++;
    });
    expect(narrower).toBeGreaterThan(6);
  });

  it('rank among the ranked units only', () => {
    const { low, high } = plausible(
      { u: [50, 50], v: [60, null], out: [99, null], w: [10, 20] },
      {},
      { excludedUnits: new Set(['out' as UnitCode]) },
    );
    expect(Math.max(...Object.values(high))).toBe(3);
    expect(low['w']).toBe(3);
    const covered = plausible({ u: [50, 50], v: [60, null] }, { minCoverage: 1 });
    expect(covered.low).toEqual({ u: 1, v: 0 });
  });

  it('are the same by aggregating draws as straight from the leaves', () => {
    // A power mean with exponent 1 is the weighted sum, but does not take the short way.
    const rows = {
      u: [70, null, 20],
      v: [null, 40, 60],
      w: [30, 80, null],
      x: [null, null, 50],
    };
    const short = plausible(rows, { aggregation: [{ rule: 'arithmetic' }] });
    const long = plausible(rows, { aggregation: [{ rule: 'power', exponent: 1 }] });
    expect(long.low).toEqual(short.low);
    expect(long.high).toEqual(short.high);
  });

  it.each<[string, Aggregation]>([
    ['Copeland', { rule: 'copeland' }],
    ['TOPSIS', { rule: 'topsis' }],
    ['median', { rule: 'median' }],
  ])('work for %s', (_, aggregation) => {
    const rows = { u: [90, 95, null], v: [50, 40, 60], w: [1, null, 2] };
    const { low, high } = plausible(rows, { aggregation: [aggregation] });
    expect(low['u']).toBe(1);
    expect(high['w']).toBe(3);
    for (const unit of ['u', 'v', 'w']) {
      expect(low[unit]).toBeLessThanOrEqual(high[unit] as number);
    }
  });

  it('depend on the seed only through the gaps', () => {
    // The gap is ahead of the other in 95 % of all draws: in twenty, chance decides.
    const rows = { known: [5, 50], gap: [null, 50] };
    const ranks = (seed: number) => {
      const { low, high } = plausible(rows, {}, { plausible: { draws: 20, seed } });
      return JSON.stringify([low, high]);
    };
    expect(ranks(1)).toBe(ranks(1));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(ranks)).size).toBeGreaterThan(1);
  });

  it.each<[string, Aggregation[]]>([
    ['weighted sums', [{ rule: 'arithmetic' }]],
    ['geometric means', [{ rule: 'geometric' }]],
    ['a median below a weighted sum', [{ rule: 'median' }, { rule: 'arithmetic' }]],
    ['Copeland', [{ rule: 'copeland' }]],
  ])('are those of the completed tables, draw by draw: %s', (_, aggregation) => {
    const framework = makeFramework([
      { code: 'G', weight: 2, children: [{ code: 'a', weight: 3 }, { code: 'b' }, { code: 'c' }] },
      { code: 'd' },
    ]);
    const leaves = ['a', 'b', 'c', 'd'];
    const rows: Record<string, (number | null)[]> = {
      u: [7, null, 20, 1],
      v: [null, 40, 60, 4],
      w: [3, 80, null, 2],
      x: [null, null, 50, 5],
      y: [5, 60, 30, null],
      z: [1, 1, null, 3],
    };
    const [draws, seed] = [60, 11];
    const method: Partial<Method> = {
      normalisation: { rule: 'min-max', low: 10, high: 30 },
      aggregation,
    };
    const range = leaves.map((_, leaf) => {
      const present = Object.values(rows).flatMap((row) => row[leaf] ?? []);
      return { low: Math.min(...present), high: Math.max(...present) };
    });
    const streams = Object.fromEntries(
      Object.keys(rows).map((unit) => [
        unit,
        leaves.map((leaf) => new RandomStream(seed, unit, leaf)),
      ]),
    );
    const drawn: Record<string, number[]> = {};
    for (let draw = 0; draw < draws; draw++) {
      const complete = Object.fromEntries(
        Object.entries(rows).map(([unit, row]) => [
          unit,
          row.map((x, leaf) => {
            const { low, high } = range[leaf] as { low: number; high: number };
            return x ?? low + (streams[unit]?.[leaf]?.uniform() as number) * (high - low);
          }),
        ]),
      );
      const result = score(makeRequest(framework, complete, method));
      for (const [unit, rank] of Object.entries(byUnit(result, result.rank))) {
        (drawn[unit] ??= []).push(rank);
      }
    }
    // The smallest rank that at least 5 % (95 %) of the 60 draws do not exceed: the 3rd (57th) of them in order.
    const nth = (unit: string, n: number) => drawn[unit]?.toSorted((a, b) => a - b)[n - 1];
    const result = score(makeRequest(framework, rows, method, { plausible: { draws, seed } }));
    const expected = (n: number) => Object.keys(rows).map((unit) => nth(unit, n));
    expect([...(result.plausible?.low ?? [])]).toEqual(expected(3));
    expect([...(result.plausible?.high ?? [])]).toEqual(expected(57));
    expect(expected(3)).not.toEqual(expected(57));
  });

  it.each<[string, Aggregation]>([
    ['weighted sums', { rule: 'arithmetic' }],
    ['geometric means', { rule: 'geometric' }],
    ['Copeland', { rule: 'copeland' }],
  ])('take no notice of a column without a scale: %s', (_, aggregation) => {
    const rows = { u: [1, null, 5], v: [3, null, null], w: [2, null, 7], x: [null, null, 6] };
    const without = Object.fromEntries(
      Object.entries(rows).map(([unit, [x, , z]]) => [
        unit,
        [x as number | null, z as number | null],
      ]),
    );
    const [x, y, z] = [{ code: 'x', weight: 2 }, { code: 'y', weight: 5 }, { code: 'z' }];
    // Ranks have no natural ends, and nobody has a value of y.
    const method: Partial<Method> = {
      normalisation: { rule: 'rank', ties: 'min' },
      aggregation: [aggregation],
    };
    const rest = { plausible: { draws: 100, seed: 2 } };
    const all = score(makeRequest(makeFramework([x, y, z]), rows, method, rest));
    const scaled = score(makeRequest(makeFramework([x, z]), without, method, rest));
    expect(all.plausible).toEqual(scaled.plausible);
    expect([...(all.plausible?.low ?? [])]).not.toEqual([...(all.plausible?.high ?? [])]);
  });
});
