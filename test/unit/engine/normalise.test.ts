import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Method, Normalisation } from '../../../shared/model/method.ts';
import { CellState } from '../../../electron/engine/cell-state.ts';
import { createScorer, score } from '../../../electron/engine/score.ts';
import { expectAppError } from './expect-app-error.ts';
import { type Leaf, makeFramework, makeRequest } from './make-request.ts';

/** Normalised values, scale and notes of the first indicator; a second one keeps the units scored. */
function column(
  leaf: Partial<Leaf>,
  values: readonly (number | null)[],
  normalisation: Normalisation,
  method: Partial<Method> = {},
) {
  const framework = makeFramework([{ code: 'x', ...leaf }, { code: 'other' }]);
  const rows = Object.fromEntries(values.map((x, at) => [`u${at}`, [x, at]]));
  const request = makeRequest(framework, rows, {
    normalisation: { rule: 'min-max', low: 0, high: 100 },
    ...method,
    normalisationByIndicator: { ['x' as NodeCode]: normalisation },
  });
  const { result, prepared } = createScorer(request);
  return {
    values: [...result.values.subarray(values.length, 2 * values.length)],
    scale: [prepared.columns.scaleLow[0], prepared.columns.scaleHigh[0]],
    notes: result.notes.filter(({ node }) => node === 'x'),
  };
}

const minMax: Normalisation = { rule: 'min-max', low: 0, high: 100 };

describe('the scale of a type', () => {
  it('puts booleans on 0 and 1 under min-max, even where all are true', () => {
    const { values, notes, scale } = column({ type: 'boolean' }, [1, 1, null], minMax);
    expect(values).toEqual([100, 100, NaN]);
    expect(notes).toEqual([]);
    expect(scale).toEqual([0, 100]);
    expect(column({ type: 'boolean', direction: -1 }, [1, 0], minMax).values).toEqual([0, 100]);
  });

  it('puts ratings on their own goalposts under min-max', () => {
    const rating: Partial<Leaf> = { type: 'rating', goalposts: { lower: 0, upper: 5 } };
    expect(column(rating, [4, 4.5], minMax).values).toEqual([80, 90]);
    expect(column(rating, [4, 4.5], { rule: 'min-max', low: 1, high: 3 }).values).toEqual([
      2.6, 2.8,
    ]);
    // Without goalposts a rating has no scale of its own.
    expect(column({ type: 'rating' }, [4, 4.5], minMax).values).toEqual([0, 100]);
  });

  it('leaves other types and other rules to the observed range', () => {
    const posts = { lower: 0, upper: 10 };
    expect(column({ type: 'score', goalposts: posts }, [4, 5], minMax).values).toEqual([0, 100]);
    expect(column({ type: 'boolean' }, [1, 0], { rule: 'rank', ties: 'min' }).values).toEqual([
      2, 1,
    ]);
  });
});

describe('where a gap can lie', () => {
  it.each<[string, Partial<Leaf>, Normalisation, [number, number]]>([
    ['min-max: its range', {}, { rule: 'min-max', low: 1, high: 7 }, [1, 7]],
    ['z-score: as observed', {}, { rule: 'z-score', mean: 10, standardDeviation: 1 }, [9, 11]],
    ['rank: as observed', {}, { rule: 'rank', ties: 'min' }, [1, 3]],
    ['borda: as observed', {}, { rule: 'borda', ties: 'min' }, [0, 2]],
    ['percentile rank: 0..1', {}, { rule: 'percentile-rank', ties: 'min' }, [0, 1]],
    ['distance to the maximum: 0..1', {}, { rule: 'distance-to-max' }, [0, 1]],
    [
      'distance to a reference: beyond 1 where somebody is',
      {},
      { rule: 'distance-to-reference', reference: 'u1' as UnitCode, cap: false },
      [0, 2],
    ],
    [
      'distance to a reference, capped: 0..1',
      {},
      { rule: 'distance-to-reference', reference: 'u1' as UnitCode, cap: true },
      [0, 1],
    ],
    [
      'distance to a target: 0..1 though nobody reaches it',
      {},
      { rule: 'distance-to-target', target: 50, cap: false },
      [0, 1],
    ],
    [
      'goalposts: 0..factor',
      { goalposts: { lower: 0, upper: 100 } },
      { rule: 'goalposts', bounds: null, truncate: true, factor: 10 },
      [0, 10],
    ],
    [
      'goalposts without truncation: as far as observed',
      { goalposts: { lower: 15, upper: 20 } },
      { rule: 'goalposts', bounds: null, truncate: false, factor: 10 },
      [-10, 30],
    ],
    [
      'scaled: as far as observed',
      { scaledBounds: { lower: 0, upper: 20 }, scaleFactor: 1 },
      { rule: 'scaled', bounds: null, factor: null },
      [0, 1.5],
    ],
    ['fraction of the maximum: 0..1', {}, { rule: 'fraction-of-max' }, [0, 1]],
    [
      'threshold table: from nothing to the most points',
      {},
      { rule: 'threshold-table', steps: [{ from: 15, points: 3 }] },
      [0, 3],
    ],
  ])('%s', (_, leaf, rule, expected) => {
    const { scale } = column(leaf, [10, 20, 30, null], rule);
    expect(scale[0]).toBeCloseTo(expected[0], 12);
    expect(scale[1]).toBeCloseTo(expected[1], 12);
  });

  it('keeps the natural scale of an empty column, and has none where only observations give one', () => {
    const empty = [null, null];
    expect(column({}, empty, minMax).scale).toEqual([0, 100]);
    expect(column({}, empty, { rule: 'distance-to-max' }).scale).toEqual([0, 1]);
    expect(column({}, empty, { rule: 'percentile-rank', ties: 'min' }).scale).toEqual([0, 1]);
    const z: Normalisation = { rule: 'z-score', mean: 0, standardDeviation: 1 };
    expect(column({}, empty, z).scale).toEqual([NaN, NaN]);
    expect(column({}, empty, { rule: 'rank', ties: 'min' }).scale).toEqual([NaN, NaN]);
  });
});

describe('columns that say nothing', () => {
  const comparing: Normalisation[] = [
    minMax,
    { rule: 'z-score', mean: 0, standardDeviation: 1 },
    { rule: 'rank', ties: 'average' },
    { rule: 'borda', ties: 'min' },
    { rule: 'percentile-rank', ties: 'max' },
    { rule: 'distance-to-max' },
    { rule: 'distance-to-reference', reference: 'u0' as UnitCode, cap: true },
    { rule: 'distance-to-target', target: 9, cap: true },
    { rule: 'fraction-of-max' },
  ];

  it.each(comparing.map((rule) => [rule.rule, rule] as const))(
    '%s: a constant column is missing with a note, never 0 and never the top',
    (_, rule) => {
      const { values, notes } = column({}, [4, 4, null], rule);
      expect(values).toEqual([NaN, NaN, NaN]);
      expect(notes).toMatchObject([{ kind: 'constant-column', node: 'x', unit: null, cells: 2 }]);
    },
  );

  it.each(comparing.map((rule) => [rule.rule, rule] as const))(
    '%s: an empty column has a note',
    (_, rule) => {
      const { notes } = column({}, [null, null], rule);
      expect(notes).toMatchObject([{ kind: 'empty-column', node: 'x', cells: 0 }]);
    },
  );

  it('does not mind a constant column where the scale is absolute', () => {
    const posts: Normalisation = {
      rule: 'goalposts',
      bounds: { lower: 0, upper: 8 },
      truncate: true,
      factor: 1,
    };
    expect(column({}, [4, 4], posts)).toMatchObject({ values: [0.5, 0.5], notes: [] });
    const table: Normalisation = { rule: 'threshold-table', steps: [{ from: 4, points: 2 }] };
    expect(column({}, [4, 4], table)).toMatchObject({ values: [2, 2], notes: [] });
    expect(column({}, [null, null], posts).notes).toMatchObject([{ kind: 'empty-column' }]);
    expect(column({}, [null, null], table).notes).toMatchObject([{ kind: 'empty-column' }]);
  });

  it('has no distance to a reference that lacks the value or has the worst', () => {
    const to = (reference: string): Normalisation => ({
      rule: 'distance-to-reference',
      reference: reference as UnitCode,
      cap: false,
    });
    for (const reference of ['u0', 'u2']) {
      const { values, notes } = column({}, [1, 3, null], to(reference));
      expect(values).toEqual([NaN, NaN, NaN]);
      expect(notes).toMatchObject([{ kind: 'reference-without-scale', cells: 2 }]);
    }
    // With a cap, what is better than the worst reference has reached it.
    const capped: Normalisation = {
      rule: 'distance-to-reference',
      reference: 'u0' as UnitCode,
      cap: true,
    };
    const { values, notes, scale } = column({}, [1, 3, null, 2, 1], capped);
    expect(values).toEqual([NaN, 1, NaN, 1, NaN]);
    expect(notes).toMatchObject([{ kind: 'reference-without-scale', cells: 2 }]);
    expect(scale).toEqual([0, 1]);
    expect(column({}, [1, 3, 2], to('u2')).values).toEqual([0, 2, 1]);
    expect(column({ direction: -1 }, [1, 3, 2], to('u2')).values).toEqual([2, 0, 1]);
  });
});

describe('threshold tables', () => {
  const table: Normalisation = {
    rule: 'threshold-table',
    steps: [
      { from: 10, points: 1 },
      { from: 20, points: 5 },
      { from: 30, points: 4 },
    ],
  };

  it('give the points of the highest step reached, and 0 below the first', () => {
    expect(column({}, [9.9, 10, 19.9, 20, 30, 99, null], table).values).toEqual([
      0,
      1,
      1,
      5,
      4,
      4,
      NaN,
    ]);
  });

  it('say themselves what is good, whatever the direction', () => {
    expect(column({ direction: -1 }, [9, 25], table).values).toEqual([0, 5]);
  });

  it('must ascend', () => {
    const steps = [
      { from: 10, points: 1 },
      { from: 10, points: 2 },
    ];
    expectAppError(() => column({}, [1, 2], { rule: 'threshold-table', steps }), 'E_INPUT', {
      reason: 'thresholds-not-ascending',
      node: 'x',
      found: '10',
    });
  });
});

describe('declared logarithms', () => {
  it('carry goalposts, targets and thresholds with them', () => {
    const log: Partial<Leaf> = { transform: 'log10', goalposts: { lower: 1, upper: 10_000 } };
    const posts: Normalisation = { rule: 'goalposts', bounds: null, truncate: true, factor: 100 };
    expect(column(log, [10, 100, 100_000], posts).values).toEqual([25, 50, 100]);
    const target: Normalisation = { rule: 'distance-to-target', target: 1000, cap: false };
    expect(column({ transform: 'log10' }, [10, 100], target).values).toEqual([0, 0.5]);
    const table: Normalisation = { rule: 'threshold-table', steps: [{ from: 50, points: 1 }] };
    expect(column({ transform: 'log10' }, [10, 100], table).values).toEqual([0, 1]);
    expect(column({ transform: 'log10' }, [10, 1000, 100], minMax).values).toEqual([0, 100, 50]);
  });

  it('refuse what has no logarithm', () => {
    expectAppError(() => column({ transform: 'log10' }, [10, 0], minMax), 'E_INPUT', {
      reason: 'log-of-non-positive',
      unit: 'u1',
      node: 'x',
      found: '0',
    });
    const posts: Normalisation = {
      rule: 'goalposts',
      bounds: { lower: 0, upper: 10 },
      truncate: true,
      factor: 1,
    };
    expectAppError(() => column({ transform: 'log10' }, [1, 5], posts), 'E_PRECONDITION', {
      reason: 'outside-transform',
      node: 'x',
      found: '0',
    });
  });
});

describe('rules that do not fit', () => {
  const posts = (lower: number, upper: number): Normalisation => ({
    rule: 'goalposts',
    bounds: { lower, upper },
    truncate: true,
    factor: 1,
  });

  it.each<[string, Partial<Leaf>, Normalisation, 'E_INPUT' | 'E_PRECONDITION']>([
    ['scale-not-ascending', {}, { rule: 'min-max', low: 100, high: 100 }, 'E_INPUT'],
    ['bounds-not-ascending', {}, posts(5, 5), 'E_INPUT'],
    [
      'no-goalposts',
      {},
      { rule: 'goalposts', bounds: null, truncate: true, factor: 1 },
      'E_PRECONDITION',
    ],
    ['no-target', {}, { rule: 'distance-to-target', target: null, cap: true }, 'E_PRECONDITION'],
    ['no-scaled-bounds', {}, { rule: 'scaled', bounds: null, factor: 1 }, 'E_PRECONDITION'],
    [
      'no-scale-factor',
      { scaledBounds: { lower: 0, upper: 1 } },
      { rule: 'scaled', bounds: null, factor: null },
      'E_PRECONDITION',
    ],
    ['fraction-of-max-direction', { direction: -1 }, { rule: 'fraction-of-max' }, 'E_PRECONDITION'],
    [
      'unknown-reference-unit',
      {},
      { rule: 'distance-to-reference', reference: 'nobody' as UnitCode, cap: true },
      'E_INPUT',
    ],
    [
      'target-not-above-worst',
      {},
      { rule: 'distance-to-target', target: 1, cap: true },
      'E_PRECONDITION',
    ],
    [
      'target-not-above-worst',
      { direction: -1 },
      { rule: 'distance-to-target', target: 2, cap: true },
      'E_PRECONDITION',
    ],
  ])('%s', (reason, leaf, rule, code) => {
    const error = expectAppError(() => column(leaf, [1, 2], rule), code, { reason });
    if (reason !== 'scale-not-ascending') expect(error.details.node).toBe('x');
  });

  it('names the maximum that is not positive', () => {
    expectAppError(() => column({}, [-3, -1], { rule: 'fraction-of-max' }), 'E_PRECONDITION', {
      reason: 'fraction-of-max-not-positive',
      node: 'x',
      found: '-1',
    });
  });

  it('refuses a reference that is excluded', () => {
    const request = makeRequest(
      makeFramework([{ code: 'x' }]),
      { a: [1], b: [2], c: [3] },
      {
        normalisation: { rule: 'distance-to-reference', reference: 'c' as UnitCode, cap: true },
      },
    );
    expectAppError(
      () => score({ ...request, excludedUnits: new Set(['c' as UnitCode]) }),
      'E_INPUT',
      { reason: 'unknown-reference-unit', unit: 'c' },
    );
  });

  it('refuses a range too wide for a number', () => {
    expectAppError(() => column({}, [-1.7e308, 1.7e308], minMax), 'E_INPUT', {
      reason: 'range-too-wide',
      node: 'x',
    });
  });
});

it('does not take what every object inherits for a rule of an indicator', () => {
  const request = makeRequest(makeFramework([{ code: 'constructor' }]), { a: [1], b: [2] });
  expect([...score(request).score]).toEqual([0, 100]);
});

describe('formulas', () => {
  it.each<[string, Partial<Leaf>, Normalisation, (number | null)[], number[]]>([
    ['min-max', {}, { rule: 'min-max', low: 1, high: 7 }, [10, 20, 30, null], [1, 4, 7, NaN]],
    ['min-max, less is better', { direction: -1 }, minMax, [2, 10, 4], [100, 0, 75]],
    [
      'z-score, less is better',
      { direction: -1 },
      { rule: 'z-score', mean: 10, standardDeviation: 4 },
      [1, 2, 3, null],
      [14, 10, 6, NaN],
    ],
    ['rank', { direction: -1 }, { rule: 'rank', ties: 'average' }, [5, 9, 5, 1], [2.5, 1, 2.5, 4]],
    ['borda', {}, { rule: 'borda', ties: 'min' }, [5, 9, 5, null], [0, 2, 0, NaN]],
    [
      'percentile rank',
      {},
      { rule: 'percentile-rank', ties: 'min' },
      [5, 9, 5, 1, null, 7],
      [0.25, 1, 0.25, 0, NaN, 0.75],
    ],
    ['distance to the maximum', {}, { rule: 'distance-to-max' }, [10, 20, 14], [0, 1, 0.4]],
    [
      'distance to a target, capped',
      {},
      { rule: 'distance-to-target', target: 20, cap: true },
      [10, 15, 30],
      [0, 0.5, 1],
    ],
    [
      'distance to a target, not capped',
      {},
      { rule: 'distance-to-target', target: 20, cap: false },
      [10, 15, 30],
      [0, 0.5, 2],
    ],
    [
      'distance to a target, less is better',
      { direction: -1, target: 10 },
      { rule: 'distance-to-target', target: null, cap: true },
      [30, 20, 5],
      [0, 0.5, 1],
    ],
    ['fraction of the maximum', {}, { rule: 'fraction-of-max' }, [-2, 4, 8], [-0.25, 0.5, 1]],
    [
      'goalposts, truncated at both ends',
      {},
      { rule: 'goalposts', bounds: { lower: 10, upper: 20 }, truncate: true, factor: 50 },
      [5, 10, 12, 20, 25, null],
      [0, 0, 10, 50, 50, NaN],
    ],
    [
      'goalposts, less is better, not truncated',
      { direction: -1 },
      { rule: 'goalposts', bounds: { lower: 10, upper: 20 }, truncate: false, factor: 50 },
      [5, 10, 12, 20, 25],
      [75, 50, 40, 0, -25],
    ],
    [
      'min-max of a rating, held within its goalposts',
      { type: 'rating', goalposts: { lower: 1, upper: 5 } },
      minMax,
      [0, 1, 4, 6],
      [0, 0, 75, 100],
    ],
  ])('%s', (_, leaf, rule, values, expected) => {
    const found = column(leaf, values, rule);
    const close = expected.map((x) => (Number.isNaN(x) ? x : expect.closeTo(x, 12)));
    expect(found.values).toEqual(close);
    expect(found.notes).toEqual([]);
  });

  it('gives no place by a reference that lacks the value, capped or not', () => {
    const rule: Normalisation = {
      rule: 'distance-to-reference',
      reference: 'u1' as UnitCode,
      cap: true,
    };
    expect(column({}, [1, null, 5], rule).values).toEqual([NaN, NaN, NaN]);
  });

  it('refuses a maximum of 0', () => {
    expectAppError(() => column({}, [-3, 0], { rule: 'fraction-of-max' }), 'E_PRECONDITION', {
      reason: 'fraction-of-max-not-positive',
      node: 'x',
      found: '0',
    });
  });
});

describe('several columns without information', () => {
  it('are all marked, each with its note, and the observations stay as they were', () => {
    const framework = makeFramework([{ code: 'x' }, { code: 'y' }, { code: 'z' }]);
    const rows = { a: [7, 3, 1], b: [7, 3, 2], c: [null, 3, 9] };
    const { prepared, result } = createScorer(makeRequest(framework, rows));
    const { observed, missing, uninformative } = CellState;
    expect([...prepared.columns.state]).toEqual([
      uninformative,
      uninformative,
      missing,
      ...Array(3).fill(uninformative),
      ...Array(3).fill(observed),
    ]);
    expect([...prepared.observations.state]).toEqual([1, 1, 0, 1, 1, 1, 1, 1, 1]);
    expect(result.notes).toMatchObject([
      { kind: 'constant-column', node: 'x', cells: 2 },
      { kind: 'constant-column', node: 'y', cells: 3 },
    ]);
    expect(result.coverage[2]).toBeCloseTo(2 / 3, 12);
  });

  it('leave no note where there are none', () => {
    const framework = makeFramework([{ code: 'x' }]);
    expect(score(makeRequest(framework, { a: [1], b: [2] })).notes).toEqual([]);
  });
});

describe('what an error says', () => {
  it.each<[string, Partial<Leaf>, Normalisation]>([
    ['target', {}, { rule: 'distance-to-target', target: 0, cap: true }],
    ['lower bound', {}, { rule: 'scaled', bounds: { lower: 0, upper: 5 }, factor: 1 }],
    ['upper bound', {}, { rule: 'scaled', bounds: { lower: 1, upper: -5 }, factor: 1 }],
    ['threshold', {}, { rule: 'threshold-table', steps: [{ from: 0, points: 1 }] }],
  ])('names the %s that has no place on the scale of its column', (what, leaf, rule) => {
    const log: Partial<Leaf> = { ...leaf, transform: 'log10' };
    const error = expectAppError(() => column(log, [10, 100], rule), 'E_PRECONDITION', {
      reason: 'outside-transform',
      node: 'x',
    });
    expect(error.message).toContain(`The ${what} `);
  });

  it.each<[string, Normalisation]>([
    ['no goalposts', { rule: 'goalposts', bounds: null, truncate: true, factor: 1 }],
    ['no scaled bounds', { rule: 'scaled', bounds: null, factor: 1 }],
    ['no scale factor', { rule: 'scaled', bounds: { lower: 0, upper: 1 }, factor: null }],
    ['no target', { rule: 'distance-to-target', target: null, cap: true }],
  ])('%s', (what, rule) => {
    const error = expectAppError(() => column({}, [1, 2], rule), 'E_PRECONDITION', { node: 'x' });
    expect(error.message).toContain(what);
  });
});
