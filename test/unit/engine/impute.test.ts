import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import { CellState } from '../../../electron/engine/cell-state.ts';
import { createScorer } from '../../../electron/engine/score.ts';
import { expectAppError } from './expect-app-error.ts';
import { cell, makeFramework, makeRequest, makeUnits } from './make-request.ts';

const framework = makeFramework([
  { code: 'G', children: [{ code: 'x' }, { code: 'y', direction: -1 }, { code: 'z' }] },
  { code: 'w' },
]);

const ROWS = {
  a: [1, 10, 100, 5],
  b: [2, 20, 300, 5],
  c: [9, 40, null, null],
  d: [null, null, null, 1],
};

function imputed(method: Partial<Method>, rows: Record<string, (number | null)[]> = ROWS) {
  const request = makeRequest(framework, rows, method);
  const groups = [{ region: 'n' }, { region: 'n' }, { region: 's' }, { region: 's' }];
  return createScorer({ ...request, units: makeUnits(Object.keys(rows), groups) });
}

/** Raw values after imputation, by indicator. */
function raw(method: Partial<Method>, rows?: Record<string, (number | null)[]>) {
  const { values } = imputed(method, rows).prepared.completed;
  return {
    x: [...values.subarray(0, 4)],
    y: [...values.subarray(4, 8)],
    z: [...values.subarray(8, 12)],
    w: [...values.subarray(12, 16)],
  };
}

describe('imputation on the raw columns', () => {
  it('takes the mean or median of the column', () => {
    expect(raw({ missing: 'mean' })).toMatchObject({ x: [1, 2, 9, 4], z: [100, 300, 200, 200] });
    expect(raw({ missing: 'median' })).toMatchObject({ x: [1, 2, 9, 2], y: [10, 20, 40, 20] });
  });

  it('takes the mean or median of the group, and leaves a gap where the group has nothing', () => {
    const method = { groupAttribute: 'region' };
    expect(raw({ missing: 'group-mean', ...method })).toMatchObject({
      x: [1, 2, 9, 9],
      z: [100, 300, NaN, NaN],
      w: [5, 5, 1, 1],
    });
    expect(raw({ missing: 'group-median', ...method })).toMatchObject({ y: [10, 20, 40, 40] });
  });

  it('takes the place the unit has among the siblings, turned so that more is better', () => {
    // c: x at 1 of 0..1; y 40 is the worst, 0. Mean ½ → z = 100 + ½·200. w has another parent and nothing to go by.
    expect(raw({ missing: 'unit-mean' })).toMatchObject({
      x: [1, 2, 9, NaN],
      z: [100, 300, 200, NaN],
      w: [5, 5, NaN, 1],
    });
    // a: x 0, z 0 and a gap in y. Less is better there: place 0 is the largest value.
    const rows = { ...ROWS, a: [1, null, 100, 5] };
    expect(raw({ missing: 'unit-mean' }, rows).y[0]).toBe(40);
    expect(raw({ missing: 'unit-median' }, rows).y[0]).toBe(40);
  });

  it('keeps constant columns out of the place', () => {
    const rows = { ...ROWS, a: [1, 10, 7, 5], b: [9, 20, 7, 5] };
    // z is 7 wherever it is known: it says nothing about c, and c's gap in z is no guess either.
    expect(raw({ missing: 'unit-mean' }, rows).z).toEqual([7, 7, NaN, NaN]);
  });

  it('changes nothing under the other rules', () => {
    for (const missing of ['available', 'available-leaf', 'zero', 'bounds'] as const) {
      expect(raw({ missing }).z).toEqual([100, 300, NaN, NaN]);
    }
  });
});

describe('imputed cells', () => {
  it('are flagged up to the index, counted in a note and not covered', () => {
    const { result, prepared } = imputed({ missing: 'mean' });
    const flag = (node: string, unit: string) => cell(result, 'imputed', node, unit);
    expect(['x', 'y', 'z', 'w', 'G', 'index'].map((node) => flag(node, 'c'))).toEqual([
      0, 0, 1, 1, 1, 1,
    ]);
    expect(['x', 'z', 'G', 'index'].map((node) => flag(node, 'a'))).toEqual([0, 0, 0, 0]);
    const notes = result.notes.filter(({ kind }) => kind === 'imputed');
    expect(notes).toMatchObject([
      { node: 'x', unit: null, cells: 1, after: 4 },
      { node: 'y', cells: 1 },
      { node: 'z', cells: 2, after: 200 },
      { node: 'w', cells: 1 },
    ]);
    expect([...result.coverage]).toEqual([
      1,
      1,
      expect.closeTo(1 / 3, 12),
      expect.closeTo(0.5, 12),
    ]);
    expect(prepared.columns.state[8 + 2]).toBe(CellState.imputed);
    // Imputed is not known: the interval is that of the gaps.
    expect(result.scoreLow[3]).toBeLessThan(result.score[3] as number);
    expect(result.scoreHigh[3]).toBeGreaterThan(result.score[3] as number);
  });

  it('have no single value in the note where they differ', () => {
    const rows = { ...ROWS, b: [2, 20, null, 5], c: [9, 40, 50, null] };
    const { result } = imputed({ missing: 'unit-mean' }, rows);
    const note = result.notes.find(({ kind, node }) => kind === 'imputed' && node === 'z');
    expect(note).toMatchObject({ cells: 1, after: expect.any(Number) });
    const two = imputed(
      { missing: 'group-mean', groupAttribute: 'region' },
      {
        a: [1, 1, 1, 1],
        b: [null, 2, 2, 2],
        c: [5, 3, 3, 3],
        d: [null, 4, 4, 4],
      },
    ).result.notes.find(({ kind, node }) => kind === 'imputed' && node === 'x');
    expect(two).toMatchObject({ cells: 2, after: null });
  });
});

describe('imputation that cannot be done', () => {
  it('needs the attribute that names the group', () => {
    expectAppError(() => imputed({ missing: 'group-mean' }), 'E_INPUT', {
      reason: 'no-group-attribute',
    });
  });

  it('names a unit without a group', () => {
    const request = makeRequest(framework, ROWS, {
      missing: 'group-median',
      groupAttribute: 'region',
    });
    const units = makeUnits(Object.keys(ROWS), [
      { region: 'n' },
      { region: 'n' },
      { region: '' },
      {},
    ]);
    expectAppError(() => createScorer({ ...request, units }), 'E_PRECONDITION', {
      reason: 'unit-without-group',
      unit: 'c',
      expected: 'region',
    });
    // A unit that is not scored needs no group.
    const excludedUnits = new Set(units.slice(2).map(({ code }) => code));
    expect(createScorer({ ...request, units, excludedUnits }).result.units).toEqual(['a', 'b']);
  });

  it('does not group by an indicator’s name or an inherited property', () => {
    const request = makeRequest(framework, ROWS, {
      missing: 'group-mean',
      groupAttribute: 'constructor',
    });
    expectAppError(() => createScorer(request), 'E_PRECONDITION', { reason: 'unit-without-group' });
  });
});

it('a node code that is no indicator’s changes nothing', () => {
  const plain = imputed({ missing: 'mean' }).result;
  const other = imputed({
    missing: 'mean',
    normalisationByIndicator: { ['G' as NodeCode]: { rule: 'rank', ties: 'min' } },
  }).result;
  expect([...other.score]).toEqual([...plain.score]);
});

describe('imputation does not take one statistic or direction for another', () => {
  const four = makeFramework([
    { code: 'p' },
    { code: 'q', direction: -1 },
    { code: 'r' },
    { code: 's' },
    { code: 't' },
  ]);
  // The first two units have the ends of every column: places are tenths.
  const rows = {
    low: [0, 0, 0, 0, 0],
    high: [10, 10, 10, 10, 10],
    u: [1, 9, 2, 9, null],
    v: [9, null, 8, 4, 9],
  };

  it('takes the mean or the median of the places of the siblings', () => {
    const filled = (missing: 'unit-mean' | 'unit-median') => {
      const { values } = createScorer(makeRequest(four, rows, { missing })).prepared.completed;
      return { t: values[4 * 4 + 2], q: values[4 + 3] };
    };
    // u: places 0.1, 0.1 (less is better), 0.2, 0.9; v: 0.9, 0.8, 0.4, 0.9.
    const mean = filled('unit-mean');
    expect(mean.t).toBeCloseTo(3.25, 12);
    expect(mean.q).toBeCloseTo(10 - 7.5, 12);
    const median = filled('unit-median');
    expect(median.t).toBeCloseTo(1.5, 12);
    expect(median.q).toBeCloseTo(10 - 8.5, 12);
  });

  it('takes the mean or the median of the group', () => {
    const one = makeFramework([{ code: 'x' }]);
    const table = { a: [1], b: [2], c: [9], d: [null], e: [null], f: [50] };
    const groups = ['n', 'n', 'n', 'n', 's', 'm'].map((region) => ({ region }));
    const filled = (missing: 'group-mean' | 'group-median') => {
      const request = makeRequest(one, table, { missing, groupAttribute: 'region' });
      const given = request.values.slice();
      const units = makeUnits(Object.keys(table), groups);
      const { prepared, result } = createScorer({ ...request, units });
      // What was observed is left as it was.
      expect(request.values).toEqual(given);
      expect([...prepared.observations.state]).toEqual([1, 1, 1, 0, 0, 1]);
      // The group of e has nothing to go by: nothing is imputed there.
      expect(prepared.completed.state[4]).toBe(CellState.missing);
      expect([...result.imputed.subarray(6)]).toEqual([0, 0, 0, 1, 0, 0]);
      return [...prepared.completed.values];
    };
    expect(filled('group-mean')).toEqual([1, 2, 9, 4, NaN, 50]);
    expect(filled('group-median')).toEqual([1, 2, 9, 2, NaN, 50]);
  });

  it('leaves what was observed as it was', () => {
    const request = makeRequest(four, rows, { missing: 'unit-mean' });
    const given = request.values.slice();
    const { prepared } = createScorer(request);
    expect(request.values).toEqual(given);
    expect(prepared.observations.state[4 + 3]).toBe(CellState.missing);
    expect(prepared.completed.state[4 + 3]).toBe(CellState.imputed);
  });
});

describe('notes and flags of imputed cells', () => {
  const three = makeFramework([{ code: 'x' }, { code: 'y' }, { code: 'z' }]);

  it('are of the columns that have such cells, and of no other', () => {
    const rows = { a: [1, null, 5], b: [3, 4, 6], c: [8, 6, 9] };
    const { result } = createScorer(makeRequest(three, rows, { missing: 'mean' }));
    expect(result.notes).toEqual([
      {
        kind: 'imputed',
        node: 'y',
        unit: null,
        cells: 1,
        transform: null,
        before: null,
        after: 5,
      },
    ]);
    // index, x, y, z for a, b, c.
    expect([...result.imputed]).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });

  it('under `zero` have no value in the unit of measure, and none where a column has no scale', () => {
    const rows = { a: [1, null, null], b: [3, null, 6], c: [8, null, 9] };
    const { prepared, result } = createScorer(
      makeRequest(three, rows, {
        missing: 'zero',
        normalisation: { rule: 'rank', ties: 'min' },
      }),
    );
    const notes = result.notes.filter(({ kind }) => kind === 'imputed');
    expect(notes).toMatchObject([{ node: 'z', cells: 1, after: null }]);
    expect([...result.imputed]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(prepared.columns.state[6]).toBe(CellState.imputed);
    expect([...prepared.observations.state]).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 1]);
  });

  it('under `zero` leave the observations as they were', () => {
    const rows = { a: [1, 2, null], b: [3, null, 6], c: [8, 5, 9] };
    const { prepared } = createScorer(makeRequest(three, rows, { missing: 'zero' }));
    expect([...prepared.observations.state]).toEqual([1, 1, 1, 1, 0, 1, 0, 1, 1]);
    expect(prepared.observations.values[4]).toBeNaN();
    expect([...prepared.columns.state]).toEqual([1, 1, 1, 1, 2, 1, 2, 1, 1]);
  });
});
