import { describe, expect, it } from 'vitest';
import type { Aggregation, Method } from '../../../shared/model/method.ts';
import { score } from '../../../electron/engine/score.ts';
import { expectAppError } from './expect-app-error.ts';
import { AS_IS, byUnit, cell, makeFramework, makeRequest } from './make-request.ts';

const flat = makeFramework([
  { code: 'a', weight: 1 },
  { code: 'b', weight: 2 },
  { code: 'c', weight: 3 },
]);

function one(
  row: (number | null)[],
  aggregation: Aggregation,
  method: Partial<Method> = {},
): number {
  const request = makeRequest(
    flat,
    { u: row },
    {
      normalisation: AS_IS,
      aggregation: [aggregation],
      ...method,
    },
  );
  return score(request).score[0] as number;
}

describe('aggregation of one unit', () => {
  it.each<[string, Aggregation, number, number]>([
    // All of 2, 4, 8 with weights 1, 2, 3; then without the 8.
    ['arithmetic', { rule: 'arithmetic' }, 34 / 6, 10 / 3],
    ['geometric', { rule: 'geometric' }, 2 ** (14 / 6), 2 ** (5 / 3)],
    ['harmonic', { rule: 'harmonic' }, 6 / (0.5 + 0.5 + 0.375), 3],
    [
      'power 3',
      { rule: 'power', exponent: 3 },
      ((8 + 128 + 1536) / 6) ** (1 / 3),
      (136 / 3) ** (1 / 3),
    ],
    ['power −2', { rule: 'power', exponent: -2 }, (0.421875 / 6) ** -0.5, (0.375 / 3) ** -0.5],
    ['min', { rule: 'min' }, 2, 2],
    ['max', { rule: 'max' }, 8, 4],
    ['median', { rule: 'median' }, 4, 3],
  ])('%s, with a gap left out', (_, rule, whole, part) => {
    expect(one([2, 4, 8], rule)).toBeCloseTo(whole, 12);
    expect(one([2, 4, null], rule)).toBeCloseTo(part, 12);
    expect(one([null, null, null], rule)).toBeNaN();
  });

  it.each<[string, Aggregation, number, string]>([
    ['geometric', { rule: 'geometric' }, 0, 'mean-needs-positive'],
    ['harmonic', { rule: 'harmonic' }, -2, 'mean-needs-positive'],
    ['power −1', { rule: 'power', exponent: -1 }, 0, 'mean-needs-positive'],
    ['power 2', { rule: 'power', exponent: 2 }, -1, 'mean-needs-non-negative'],
    ['power ½', { rule: 'power', exponent: 0.5 }, -1, 'mean-needs-non-negative'],
  ])('%s refuses what it is not defined for', (name, rule, value, reason) => {
    const error = expectAppError(() => one([5, value, 5], rule), 'E_PRECONDITION', {
      reason,
      unit: 'u',
      node: 'b',
      found: String(value),
    });
    expect(error.message).toContain('1 to 100');
    expect(error.details.parameters).toEqual({ aggregation: rule.rule, value });
    if (name === 'power 2') expect(error.message).toContain('exponent 2');
  });

  it('refuses it under every missing-data rule', () => {
    for (const missing of ['available', 'available-leaf', 'zero', 'mean', 'bounds'] as const) {
      const details = { reason: 'mean-needs-positive', node: 'b', found: '0' };
      const call = () => one([5, 0, null], { rule: 'geometric' }, { missing });
      expectAppError(call, 'E_PRECONDITION', details);
    }
  });

  it('names a group whose own score is out of bounds', () => {
    const framework = makeFramework([
      { code: 'G', children: [{ code: 'x' }, { code: 'y' }] },
      { code: 'z' },
    ]);
    const request = makeRequest(
      framework,
      { u: [-3, 1, 5] },
      {
        normalisation: AS_IS,
        aggregation: [{ rule: 'arithmetic' }, { rule: 'geometric' }],
      },
    );
    expectAppError(() => score(request), 'E_PRECONDITION', { node: 'G', found: '-1' });
  });
});

describe('one aggregation per level', () => {
  const deep = makeFramework([
    {
      code: 'G',
      children: [{ code: 'K', children: [{ code: 'a' }, { code: 'b' }] }, { code: 'c' }],
    },
    { code: 'd' },
  ]);
  const values = (aggregation: Aggregation[]) => {
    const result = score(
      makeRequest(deep, { u: [1, 3, 10, 20] }, { normalisation: AS_IS, aggregation }),
    );
    return ['K', 'G', 'index'].map((node) => cell(result, 'values', node, 'u'));
  };

  it('counts levels from the bottom', () => {
    expect(values([{ rule: 'max' }, { rule: 'min' }, { rule: 'arithmetic' }])).toEqual([
      3, 3, 11.5,
    ]);
  });

  it('repeats the last entry above it, and ignores entries above the index', () => {
    expect(values([{ rule: 'max' }, { rule: 'min' }])).toEqual([3, 3, 3]);
    expect(values([{ rule: 'max' }])).toEqual([3, 10, 20]);
    const four: Aggregation[] = [
      { rule: 'max' },
      { rule: 'max' },
      { rule: 'max' },
      { rule: 'min' },
    ];
    expect(values(four)).toEqual([3, 10, 20]);
  });
});

describe('contributions', () => {
  const deep = makeFramework([
    { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b', weight: 3 }] },
    { code: 'c', weight: 1 },
  ]);
  const contributions = (aggregation: Aggregation[], row: (number | null)[] = [8, 4, 20]) => {
    const result = score(makeRequest(deep, { u: row }, { normalisation: AS_IS, aggregation }));
    return ['index', 'G', 'a', 'b', 'c'].map((node) => cell(result, 'contributions', node, 'u'));
  };

  it('are weight in effect times value', () => {
    expect(contributions([{ rule: 'arithmetic' }])).toEqual([8.75, 3.75, 1.5, 2.25, 5]);
    // Without c all weight is G's; without b all of G's is a's.
    expect(contributions([{ rule: 'arithmetic' }], [8, 4, null])).toEqual([5, 5, 2, 3, 0]);
    expect(contributions([{ rule: 'arithmetic' }], [8, null, 20])).toEqual([11, 6, 6, 0, 5]);
    const nothing = contributions([{ rule: 'arithmetic' }], [null, null, null]);
    expect(nothing).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  it('exist down to the first aggregation that is not a weighted sum', () => {
    const upper = contributions([{ rule: 'max' }, { rule: 'arithmetic' }]);
    expect(upper).toEqual([11, 6, NaN, NaN, 5]);
    const none = contributions([{ rule: 'arithmetic' }, { rule: 'max' }]);
    expect(none).toEqual([20, NaN, NaN, NaN, NaN]);
  });
});

describe('contributions where something is missing', () => {
  const deep = makeFramework([
    {
      code: 'G',
      weight: 3,
      children: [
        { code: 'K', weight: 1, children: [{ code: 'a' }, { code: 'b', weight: 3 }] },
        { code: 'L', weight: 1, children: [{ code: 'c' }, { code: 'd' }] },
      ],
    },
    { code: 'e', weight: 1 },
  ]);
  const NODES = ['index', 'G', 'K', 'a', 'b', 'L', 'c', 'd', 'e'];
  const contributions = (method: Partial<Method>, ...rows: (number | null)[][]) => {
    const table = Object.fromEntries(rows.map((row, at) => [`u${at}`, row]));
    const result = score(makeRequest(deep, table, { normalisation: AS_IS, ...method }));
    return rows.map((_, at) => NODES.map((node) => cell(result, 'contributions', node, `u${at}`)));
  };

  it('carry the weights in effect for a unit down through every level', () => {
    // Only a is left of K: its whole 3/8 is a's. For the other unit L is gone and all of G is K's.
    expect(contributions({}, [8, null, 4, 2, 20], [8, 4, null, null, null])).toEqual([
      [9.125, 4.125, 3, 3, 0, 1.125, 0.75, 0.375, 5],
      [5, 5, 5, 2, 3, 0, 0, 0, 0],
    ]);
  });

  it('do not exist below an aggregation that is no weighted sum', () => {
    const aggregation: Aggregation[] = [
      { rule: 'max' },
      { rule: 'arithmetic' },
      { rule: 'arithmetic' },
    ];
    expect(contributions({ aggregation }, [8, null, 4, 2, 20])).toEqual([
      [9.5, 4.5, 3, NaN, NaN, 1.5, NaN, NaN, 5],
    ]);
  });

  it('do not exist for a unit whose index is missing below its threshold', () => {
    const [unit] = contributions({ availability: [0, 0, 1] }, [8, 4, 4, 2, null]) as [number[]];
    expect(unit).toEqual(NODES.map(() => NaN));
  });
});

describe('Copeland', () => {
  function copeland(rows: Record<string, (number | null)[]>) {
    const result = score(
      makeRequest(flat, rows, { normalisation: AS_IS, aggregation: [{ rule: 'copeland' }] }),
    );
    return byUnit(result, result.score);
  }

  it('counts weighted duels won and lost', () => {
    // u beats v on c alone, which weighs as much as a and b together: a draw. w loses to both.
    expect(copeland({ u: [1, 1, 9], v: [2, 2, 8], w: [0, 0, 0] })).toEqual({ u: 1, v: 1, w: -2 });
  });

  it('splits the weight of equal values', () => {
    // Equal on c; u wins b (2) and loses a (1): 3.5 of 6.
    expect(copeland({ u: [1, 5, 7], v: [2, 4, 7] })).toEqual({ u: 1, v: -1 });
  });

  it('compares on what both have, and on nothing where they share nothing', () => {
    // On b alone v wins; without our rule u would win by the weight of c.
    expect(copeland({ u: [null, 4, 9], v: [1, 5, null] })).toEqual({ u: -1, v: 1 });
    expect(copeland({ u: [1, null, null], v: [null, 2, null] })).toEqual({ u: 0, v: 0 });
    expect(copeland({ u: [1, 1, 1], v: [null, null, null], w: [2, 2, 2] })).toEqual({
      u: -1,
      v: NaN,
      w: 1,
    });
  });

  it('does not let rounding win a duel', () => {
    expect(copeland({ u: [0.1 + 0.2, 1, 1], v: [0.3, 1, 1] })).toEqual({ u: 0, v: 0 });
    expect(copeland({ u: [0.3 + 1e-8, 1, 1], v: [0.3, 1, 1] })).toEqual({ u: 1, v: -1 });
    // On every child, each by its own largest value.
    expect(copeland({ u: [1, 0.1 + 0.2, 1], v: [1, 0.3, 1] })).toEqual({ u: 0, v: 0 });
    expect(copeland({ u: [1e9, 0.3 + 1e-8, 1], v: [1e9, 0.3, 1] })).toEqual({ u: 1, v: -1 });
    // What differs by the tolerance itself, 1e-9 of 1e9, is equal.
    expect(copeland({ u: [1e9, 1, 1], v: [1e9 - 1, 1, 1] })).toEqual({ u: 0, v: 0 });
    expect(copeland({ u: [1e9, 1, 1], v: [1e9 - 2, 1, 1] })).toEqual({ u: 1, v: -1 });
  });

  it('takes the largest of what both sides may have, where gaps may be anywhere', () => {
    const result = score(
      makeRequest(
        makeFramework([{ code: 'a' }]),
        { u: [1e-8], v: [2e-8], w: [null] },
        {
          normalisation: {
            rule: 'goalposts',
            bounds: { lower: 0, upper: 100 },
            truncate: true,
            factor: 100,
          },
          aggregation: [{ rule: 'copeland' }],
        },
      ),
    );
    // w may be at 100, and beside that 1e-8 and 2e-8 are equal.
    expect([...result.scoreLow]).toEqual([-1, -1, 0]);
    // The score itself compares what was observed, and the interval holds it.
    expect([...result.score]).toEqual([-1, 1, NaN]);
  });
});

describe('TOPSIS', () => {
  const nested = makeFramework([
    { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b', weight: 2 }] },
    { code: 'c', weight: 1 },
  ]);
  const rows: Record<string, (number | null)[]> = { u: [3, 0, 4], v: [4, 6, 0], w: [0, 8, 3] };
  const topsis: Partial<Method> = { normalisation: AS_IS, aggregation: [{ rule: 'topsis' }] };

  /** The textbook on a complete matrix. */
  function textbook(rows: number[][], weights: number[], row: number): number {
    const columns = weights.map((_, at) => rows.map((cells) => cells[at] as number));
    const v = (at: number, x: number) =>
      ((weights[at] as number) * x) / Math.hypot(...(columns[at] as number[]));
    const distance = (end: (column: number[]) => number) =>
      Math.hypot(
        ...weights.map(
          (_, at) => v(at, rows[row]?.[at] as number) - v(at, end(columns[at] as number[])),
        ),
      );
    const toWorst = distance((column) => Math.min(...column));
    return toWorst / (toWorst + distance((column) => Math.max(...column)));
  }

  it('measures all leaves below a node by their effective weights', () => {
    const result = score(makeRequest(nested, rows, topsis));
    const matrix = Object.values(rows) as number[][];
    result.units.forEach((unit, at) => {
      expect(byUnit(result, result.score)[unit]).toBeCloseTo(
        textbook(matrix, [0.25, 0.5, 0.25], at),
        12,
      );
      const inG = textbook(
        matrix.map((cells) => cells.slice(0, 2)),
        [1 / 3, 2 / 3],
        at,
      );
      expect(cell(result, 'values', 'G', unit)).toBeCloseTo(inG, 12);
    });
  });

  it('leaves a gap out, with the weights in effect for that unit', () => {
    const withGap = { ...rows, v: [4, null, 0] };
    const norm = { a: 5, c: 5 };
    // Per parent: a has all of G's ¾, c ¼. v is best on a and worst on c.
    const perParent = score(makeRequest(nested, withGap, { ...topsis, missing: 'available' }));
    const [up, down] = [(0.25 * 4) / norm.c, (0.75 * 4) / norm.a];
    expect(byUnit(perParent, perParent.score)['v']).toBeCloseTo(down / (down + up), 12);
    // By leaves: a ¼ and c ¼ keep their ratio.
    const byLeaf = score(makeRequest(nested, withGap, { ...topsis, missing: 'available-leaf' }));
    expect(byUnit(byLeaf, byLeaf.score)['v']).toBeCloseTo(0.5, 12);
  });

  it('passes over a group of which a unit has only what weighs nothing', () => {
    const light = makeFramework([
      { code: 'G', children: [{ code: 'a', weight: 0 }, { code: 'b' }] },
      { code: 'c' },
      { code: 'd', weight: 3 },
    ]);
    const rows = { u: [5, null, 3, 0], v: [1, 6, 0, 12], w: [2, 8, 4, 5] };
    const result = score(makeRequest(light, rows, { ...topsis, missing: 'available' }));
    // c ¼ and d ¾, with norms 5 and 13: u is ¾ of the way up on c, and worst on d.
    const down = (0.25 * 3) / 5;
    const up = Math.hypot((0.25 * 1) / 5, (0.75 * 12) / 13);
    expect(byUnit(result, result.score)['u']).toBeCloseTo(down / (down + up), 12);
    expect(cell(result, 'values', 'G', 'u')).toBeNaN();
  });

  it('has no closeness where all are equal, or nothing is there', () => {
    const equal = { u: [1, 2, 3], v: [1, 2, 3] };
    expect([...score(makeRequest(nested, equal, topsis)).score]).toEqual([NaN, NaN]);
    const zero = { u: [0, 1, 0], v: [0, 3, 0], w: [null, null, null] };
    expect([...score(makeRequest(nested, zero, topsis)).score]).toEqual([0, 1, NaN]);
  });
});
