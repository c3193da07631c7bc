import { describe, expect, it } from 'vitest';
import type { Aggregation, Method } from '../../../shared/model/method.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { score, type ScoringRequest } from '../../../electron/engine/score.ts';
import { expectAppError } from './expect-app-error.ts';
import { AS_IS, byUnit, cell, makeFramework, makeRequest } from './make-request.ts';

/** Two groups of unlike weight and size; goalposts 0..100 fix every scale. */
const framework = makeFramework([
  {
    code: 'G',
    weight: 60,
    children: [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 3 },
    ],
  },
  {
    code: 'H',
    weight: 40,
    children: [
      { code: 'c', weight: 1 },
      { code: 'd', weight: 1 },
    ],
  },
]);
const posts: Method['normalisation'] = {
  rule: 'goalposts',
  bounds: { lower: 0, upper: 100 },
  truncate: true,
  factor: 100,
};
// Effective weights: a 0.15, b 0.45, c 0.2, d 0.2.
const ROWS = {
  full: [80, 40, 20, 60],
  holes: [80, null, 20, 60],
  half: [80, 40, null, null],
  none: [null, null, null, null],
};

function scored(method: Partial<Method>, rest: Partial<ScoringRequest> = {}) {
  return score(makeRequest(framework, ROWS, { normalisation: posts, ...method }, rest));
}

describe('missing data rules', () => {
  it('available: weights are re-scaled within each parent', () => {
    const result = scored({ missing: 'available' });
    expect(byUnit(result, result.score)).toEqual({
      full: 0.15 * 80 + 0.45 * 40 + 0.2 * 20 + 0.2 * 60,
      holes: 0.6 * 80 + 0.4 * 40,
      half: 50,
      none: NaN,
    });
    expect(cell(result, 'values', 'G', 'holes')).toBe(80);
    expect(cell(result, 'values', 'H', 'half')).toBeNaN();
    expect(cell(result, 'values', 'b', 'holes')).toBeNaN();
  });

  it('available-leaf: points earned of the points that can be judged', () => {
    const result = scored({ missing: 'available-leaf' });
    const expected = (0.15 * 80 + 0.2 * 20 + 0.2 * 60) / 0.55;
    expect(byUnit(result, result.score)['holes']).toBeCloseTo(expected, 12);
    expect(byUnit(result, result.score)['half']).toBeCloseTo(50, 12);
    expect(byUnit(result, result.score)['none']).toBeNaN();
  });

  it('available-leaf weighs each child of another mean by what its branch has', () => {
    const result = scored({
      missing: 'available-leaf',
      normalisation: { ...posts, bounds: { lower: -1, upper: 100 } },
      aggregation: [{ rule: 'arithmetic' }, { rule: 'geometric' }],
    });
    const [g, h] = [cell(result, 'values', 'G', 'holes'), cell(result, 'values', 'H', 'holes')];
    // G has a quarter of its 0.6 left, H all of its 0.4.
    const expected = Math.exp((0.15 * Math.log(g) + 0.4 * Math.log(h)) / 0.55);
    expect(byUnit(result, result.score)['holes']).toBeCloseTo(expected, 12);
  });

  it.each<[string, Aggregation, number, number]>([
    ['minimum', { rule: 'min' }, 80, 20],
    ['maximum', { rule: 'max' }, 80, 60],
    ['median', { rule: 'median' }, 80, 40],
  ])('available-leaf weighs a %s by the weight of the children it had', (_, rule, g, h) => {
    const result = scored({
      missing: 'available-leaf',
      aggregation: [rule, { rule: 'arithmetic' }],
    });
    // Of G's 0.6 the quarter of a is there, of H's 0.4 all.
    expect(byUnit(result, result.score)['holes']).toBeCloseTo((0.15 * g + 0.4 * h) / 0.55, 12);
    expect(cell(result, 'contributions', 'G', 'holes')).toBeCloseTo((0.15 * g) / 0.55, 12);
    expect(cell(result, 'contributions', 'H', 'holes')).toBeCloseTo((0.4 * h) / 0.55, 12);
  });

  it('available-leaf carries what a branch has through every level', () => {
    const deep = makeFramework([
      {
        code: 'G',
        weight: 60,
        children: [
          { code: 'K', weight: 1, children: [{ code: 'a' }, { code: 'b', weight: 3 }] },
          { code: 'c', weight: 2 },
        ],
      },
      { code: 'd', weight: 40 },
    ]);
    const result = score(
      makeRequest(
        deep,
        { u: [80, null, 50, 20], v: [80, 10, 50, 20] },
        {
          normalisation: posts,
          missing: 'available-leaf',
          aggregation: [{ rule: 'min' }, { rule: 'max' }, { rule: 'arithmetic' }],
        },
      ),
    );
    // For u, K has a quarter of its third; G then ¼·⅓ + ⅔ = ¾ of its 0.6.
    expect(result.score[0]).toBeCloseTo((0.45 * 80 + 0.4 * 20) / 0.85, 12);
    expect(result.score[1]).toBeCloseTo(0.6 * 50 + 0.4 * 20, 12);
  });

  it('zero: a gap earns the bottom of the scale', () => {
    const result = scored({ missing: 'zero' });
    expect(byUnit(result, result.score)).toEqual({
      full: 46,
      holes: expect.closeTo(0.15 * 80 + 0.2 * 20 + 0.2 * 60, 12),
      half: expect.closeTo(0.15 * 80 + 0.45 * 40, 12),
      none: 0,
    });
    const higher = scored({
      missing: 'zero',
      normalisation: { rule: 'min-max', low: 1, high: 100 },
    });
    // a and b are constant columns: missing to all, so neither 0 nor 1.
    expect(cell(higher, 'values', 'a', 'none')).toBeNaN();
    expect(cell(higher, 'values', 'c', 'none')).toBeNaN();
    const spread = score(
      makeRequest(
        makeFramework([{ code: 'x' }]),
        { u: [1], v: [3], w: [null] },
        {
          missing: 'zero',
          normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 },
        },
      ),
    );
    // Z-scores have no natural bottom: the lowest observed one stands for it.
    expect(spread.score[2]).toBe(spread.score[0]);
  });

  it('zero reaches empty columns too, where the scale has a natural bottom', () => {
    const rows = { u: [1, null], v: [3, null] };
    const two = makeFramework([{ code: 'x' }, { code: 'y' }]);
    expect([...score(makeRequest(two, rows, { missing: 'zero' })).score]).toEqual([0, 50]);
    const z: Partial<Method> = {
      missing: 'zero',
      normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 },
    };
    expect(cell(score(makeRequest(two, rows, z)), 'values', 'y', 'u')).toBeNaN();
  });

  it('bounds: nothing is imputed; every aggregate stands in the middle of what its gaps allow', () => {
    const result = scored({ missing: 'bounds' });
    expect(byUnit(result, result.score)).toEqual({
      full: 46,
      holes: expect.closeTo(28 + 22.5, 12),
      half: expect.closeTo(30 + 20, 12),
      none: 50,
    });
    expect(byUnit(result, result.scoreLow)['holes']).toBeCloseTo(28, 12);
    expect(byUnit(result, result.scoreHigh)['holes']).toBeCloseTo(73, 12);
    expect(cell(result, 'values', 'b', 'holes')).toBeNaN();
    expect(cell(result, 'values', 'G', 'holes')).toBeCloseTo(0.25 * 80 + 0.75 * 50, 12);
    expect(result.imputed.every((flag) => flag === 0)).toBe(true);
    // What the gap adds is its weight times the middle of its scale.
    expect(cell(result, 'contributions', 'b', 'holes')).toBeCloseTo(0.45 * 50, 12);
    expect([...result.rank]).toEqual([4, 1, 2, 2]);
  });
});

describe('intervals', () => {
  it('put every gap at the worst and at the best of its scale, whatever the rule', () => {
    for (const missing of ['available', 'available-leaf', 'zero', 'mean', 'bounds'] as const) {
      const { scoreLow, scoreHigh, units } = scored({ missing });
      const of = (array: Float64Array) =>
        units.map((_, at) => Math.round((array[at] as number) * 1e9) / 1e9);
      expect(of(scoreLow), missing).toEqual([46, 28, 30, 0]);
      expect(of(scoreHigh), missing).toEqual([46, 73, 70, 100]);
    }
  });

  it('take the limit of a mean that does not allow 0', () => {
    const result = scored({
      missing: 'available',
      aggregation: [{ rule: 'geometric' }, { rule: 'harmonic' }],
    });
    expect(byUnit(result, result.scoreLow)).toMatchObject({ holes: 0, half: 0, none: 0 });
    const g = 80 ** 0.25 * 100 ** 0.75;
    const h = Math.sqrt(20 * 60);
    expect(byUnit(result, result.scoreHigh)['holes']).toBeCloseTo(1 / (0.6 / g + 0.4 / h), 10);
  });

  it('leave out a column that has no scale', () => {
    const rows = { u: [1, null, 5], v: [3, null, null], w: [2, null, 7] };
    const three = makeFramework([
      { code: 'x', weight: 2 },
      { code: 'y', weight: 6 },
      { code: 'z' },
    ]);
    for (const missing of ['available', 'available-leaf'] as const) {
      const result = score(
        makeRequest(three, rows, { missing, normalisation: { rule: 'rank', ties: 'min' } }),
      );
      // y is empty and ranks have no natural ends: 2/3 x + 1/3 z.
      expect(result.scoreLow[1]).toBeCloseTo((2 / 3) * 3 + (1 / 3) * 1, 12);
      expect(result.scoreHigh[2]).toBe(2);
      // For v filling gives at most 2⅔, but over what is present its score is 3: the interval holds that too.
      expect([result.score[1], result.scoreHigh[1]]).toEqual([3, 3]);
    }
    const nothing = { u: [null], v: [null] };
    const ranks: Partial<Method> = { normalisation: { rule: 'rank', ties: 'min' } };
    const empty = score(makeRequest(makeFramework([{ code: 'x' }]), nothing, ranks));
    expect([...empty.score, ...empty.scoreLow, ...empty.scoreHigh]).toEqual(Array(6).fill(NaN));
  });

  it('of Copeland scores set a unit’s worst against the others’ best', () => {
    const two = makeFramework([{ code: 'x' }]);
    const result = score(
      makeRequest(
        two,
        { u: [50], v: [40], w: [null] },
        {
          normalisation: posts,
          aggregation: [{ rule: 'copeland' }],
        },
      ),
    );
    // w may beat both or lose to both; u beats v for certain, v loses for certain.
    expect(byUnit(result, result.scoreLow)).toEqual({ u: 0, v: -2, w: -2 });
    expect(byUnit(result, result.scoreHigh)).toEqual({ u: 2, v: 0, w: 2 });
    expect(byUnit(result, result.score)).toEqual({ u: 1, v: -1, w: NaN });
  });

  it('of TOPSIS leave the ideal where the observed values put it', () => {
    const two = makeFramework([{ code: 'x' }, { code: 'y' }]);
    const result = score(
      makeRequest(
        two,
        { u: [80, 30], v: [40, 60], w: [60, null] },
        {
          normalisation: posts,
          aggregation: [{ rule: 'topsis' }],
        },
      ),
    );
    const norm = { x: Math.hypot(80, 40, 60), y: Math.hypot(30, 60) };
    // w on x is half way; its gap on y may be at the worst (30) or best (60) observed, not beyond.
    const [half, span] = [20 / norm.x, 30 / norm.y];
    expect(result.score[2]).toBeCloseTo(0.5, 12);
    expect(result.scoreLow[2]).toBeCloseTo(half / (half + Math.hypot(half, span)), 12);
    const far = Math.hypot(half, span);
    expect(result.scoreHigh[2]).toBeCloseTo(far / (far + half), 12);
  });
});

describe('coverage', () => {
  it('is the share of weight with an adopted value', () => {
    const result = scored({});
    expect(byUnit(result, result.coverage)).toEqual({
      full: expect.closeTo(1, 12),
      holes: expect.closeTo(0.55, 12),
      half: expect.closeTo(0.6, 12),
      none: 0,
    });
  });

  it('counts an adopted value in a constant column, though it cannot be judged', () => {
    const result = scored({ normalisation: { rule: 'min-max', low: 0, high: 100 } });
    // a is 80 and b 40 wherever known; only c and d differ, and only between full and holes: not at all.
    expect(byUnit(result, result.coverage)['half']).toBeCloseTo(0.6, 12);
    expect(byUnit(result, result.score)).toEqual({ full: NaN, holes: NaN, half: NaN, none: NaN });
  });

  it('decides who is ranked; the others are scored all the same', () => {
    const result = scored({ minCoverage: 0.6 });
    expect(byUnit(result, result.rank)).toEqual({ full: 2, holes: 0, half: 1, none: 0 });
    expect(byUnit(result, result.score)['holes']).toBe(64);
    expect(byUnit(result, result.rankBest)).toEqual({ full: 1, holes: 0, half: 1, none: 0 });
    expect(byUnit(result, result.rankWorst)).toEqual({ full: 2, holes: 0, half: 2, none: 0 });
  });

  it('is not missed by rounding: 30 points of 100 are 0.3', () => {
    const points = [3, 5, 2, 8, 7, 5, 11, 9, 20, 30];
    const tenLeaves = makeFramework(points.map((weight, at) => ({ code: `i${at}`, weight })));
    const row = points.map((_, at) => (at <= 5 ? 1 : null));
    const result = score(
      makeRequest(tenLeaves, { u: row }, { normalisation: AS_IS, minCoverage: 0.3 }),
    );
    expect(result.rank[0]).toBe(1);
  });
});

describe('availability thresholds', () => {
  it('make a parent missing below the share of its direct children, level by level', () => {
    const at = (availability: number[]) => {
      const result = scored({ availability });
      return ['G', 'H', 'index'].map((node) => [
        cell(result, 'values', node, 'holes'),
        cell(result, 'values', node, 'half'),
      ]);
    };
    // holes has one of two in G; half has none in H and so one of two groups.
    expect(at([0.5])).toEqual([
      [80, 50],
      [40, NaN],
      [64, 50],
    ]);
    expect(at([0.51])).toEqual([
      [NaN, 50],
      [40, NaN],
      [NaN, NaN],
    ]);
    expect(at([0.5, 1])).toEqual([
      [80, 50],
      [40, NaN],
      [64, NaN],
    ]);
    expect(at([1, 0.5])).toEqual([
      [NaN, 50],
      [40, NaN],
      [40, 50],
    ]);
  });

  it('say for how many units they made a node missing', () => {
    const { notes } = scored({ availability: [0.51] });
    expect(notes).toMatchObject([
      { kind: 'below-availability', node: 'index', cells: 2 },
      { kind: 'below-availability', node: 'G', cells: 1 },
    ]);
  });

  it('take the weight of a removed node out of the points that can be judged', () => {
    const result = scored({ missing: 'available-leaf', availability: [0.51, 0.5] });
    // For holes only H is left.
    expect(byUnit(result, result.score)['holes']).toBe(40);
    expect(cell(result, 'contributions', 'H', 'holes')).toBe(40);
    expect(cell(result, 'contributions', 'G', 'holes')).toBe(0);
    expect(cell(result, 'contributions', 'a', 'holes')).toBe(0);
  });
});

describe('zero weights', () => {
  it('leave a unit without anything that counts missing', () => {
    const zeroB = makeFramework([
      { code: 'G', children: [{ code: 'a', weight: 0 }, { code: 'b' }] },
      { code: 'c' },
    ]);
    const result = score(
      makeRequest(zeroB, { u: [70, null, 10], v: [null, 50, 30] }, { normalisation: posts }),
    );
    expect(cell(result, 'values', 'G', 'u')).toBeNaN();
    expect(result.score[0]).toBe(10);
    expect(cell(result, 'contributions', 'a', 'u')).toBe(0);
    expect(result.score[1]).toBe(40);
  });

  it('keep a value of 0 or less out of a mean that could not take it', () => {
    const rows = { u: [0, 20], v: [30, 40] };
    const two = makeFramework([{ code: 'a', weight: 0 }, { code: 'b' }]);
    const method: Partial<Method> = { normalisation: posts, aggregation: [{ rule: 'geometric' }] };
    const scores = score(makeRequest(two, rows, method)).score;
    expect(scores[0]).toBeCloseTo(20, 12);
    expect(scores[1]).toBeCloseTo(40, 12);
  });
});

describe('score intervals', () => {
  it('hold the score where a gap could not make it as low', () => {
    // z-scores: u is far down on a, further than anyone on b; without b it stands at a's −1.79.
    const two = makeFramework([{ code: 'a' }, { code: 'b' }]);
    const rows = { u: [0, null], v: [10, 1], w: [10, 2], x: [10, 3], y: [10, 4] };
    for (const aggregation of [{ rule: 'arithmetic' }, { rule: 'max' }] as const) {
      const method: Partial<Method> = {
        normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 },
        aggregation: [aggregation],
      };
      const { score: scores, scoreLow, scoreHigh } = score(makeRequest(two, rows, method));
      expect(scores[0]).toBeCloseTo(-4 / Math.sqrt(5), 12);
      expect(scoreLow[0]).toBe(scores[0]);
      // The best of b is 1½ standard deviations of 1, 2, 3, 4 above their mean.
      const best = 1.5 / Math.sqrt(5 / 3);
      const high = aggregation.rule === 'max' ? best : (best - 4 / Math.sqrt(5)) / 2;
      expect(scoreHigh[0]).toBeCloseTo(high, 12);
      expect([scoreLow.length, scoreHigh.length]).toEqual([5, 5]);
    }
  });

  it('count wins below the index as they do at it, and leave a gap a gap', () => {
    const rows = { u: [70, null, 10], v: [20, 50, 30], w: [60, 80, null] };
    const wins: Partial<Method> = {
      normalisation: posts,
      aggregation: [{ rule: 'copeland' }, { rule: 'arithmetic' }],
      missing: 'bounds',
    };
    const leaves = [{ code: 'a' }, { code: 'b', weight: 2 }, { code: 'c' }];
    const atIndex = score(makeRequest(makeFramework(leaves), rows, wins));
    const below = score(makeRequest(makeFramework([{ code: 'G', children: leaves }]), rows, wins));
    expect(below.score).toEqual(atIndex.score);
    expect(below.scoreLow).toEqual(atIndex.scoreLow);
    expect(below.scoreHigh).toEqual(atIndex.scoreHigh);
    expect(cell(below, 'values', 'b', 'u')).toBeNaN();
    expect(cell(below, 'values', 'c', 'w')).toBeNaN();
    expect(cell(below, 'values', 'b', 'w')).toBe(80);
    // u may win everything or nothing but a.
    expect(atIndex.scoreLow[0]).toBeLessThan(atIndex.scoreHigh[0]!);
  });
});

describe('tables that cannot be scored', () => {
  it('has the wrong size', () => {
    expectAppError(() => scored({}, { values: new Float64Array(15) }), 'E_INPUT', {
      reason: 'table-size',
      expected: '16',
      found: '15',
    });
  });

  it('holds an infinite value', () => {
    const request = makeRequest(framework, ROWS);
    request.values[2 * 4 + 1] = -Infinity;
    expectAppError(() => score(request), 'E_INPUT', {
      reason: 'value-not-finite',
      node: 'c',
      unit: 'holes',
      found: '-Infinity',
    });
    // Nobody looks at what is excluded.
    const excludedUnits = new Set(['holes' as UnitCode]);
    expect(score({ ...request, excludedUnits }).units).toEqual(['full', 'half', 'none']);
  });

  it('has a unit twice, or none', () => {
    const request = makeRequest(framework, ROWS);
    const twice = [
      ...request.units.slice(0, 3),
      request.units[0] as (typeof request.units)[number],
    ];
    expectAppError(() => score({ ...request, units: twice }), 'E_INPUT', {
      reason: 'duplicate-unit',
      unit: 'full',
    });
    const excludedUnits = new Set(request.units.map(({ code }) => code));
    expectAppError(() => score({ ...request, excludedUnits }), 'E_PRECONDITION', {
      reason: 'no-units',
    });
  });
});
