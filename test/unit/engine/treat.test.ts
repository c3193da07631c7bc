import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../shared/model/ids.ts';
import {
  type ColumnTreatment,
  DEFAULT_METHOD,
  type Treatment,
} from '../../../shared/model/method.ts';
import { createScorer } from '../../../electron/engine/score.ts';
import { columnShape } from '../../../electron/engine/column-statistics.ts';
import { type Leaf, makeFramework, makeRequest } from './make-request.ts';

/** Ten ordinary values and two far out to one side. */
const SKEWED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];

function treated(
  values: readonly (number | null)[],
  treatment: Partial<Treatment>,
  leaf: Partial<Leaf> = {},
) {
  const framework = makeFramework([{ code: 'x', ...leaf }]);
  const rows = Object.fromEntries(values.map((x, at) => [`u${at}`, [x]]));
  const { prepared, result } = createScorer(
    makeRequest(framework, rows, { treatment: { ...DEFAULT_METHOD.treatment, ...treatment } }),
  );
  return { values: [...prepared.treated.values], notes: result.notes, prepared };
}

const own = (treatment: ColumnTreatment): Partial<Treatment> => ({
  byIndicator: { ['x' as NodeCode]: treatment },
});

describe('the outlier rule', () => {
  it('does nothing unless asked', () => {
    const { values, notes, prepared } = treated(SKEWED, { rule: 'none' });
    expect(values).toEqual(SKEWED);
    expect(notes).toEqual([]);
    // An untreated table is not copied.
    expect(prepared.treated.values).toBe(prepared.observations.values);
  });

  it('moves outliers to the next value inward and records each point with old and new value', () => {
    const { values, notes } = treated([...SKEWED, null], { rule: 'winsorise' });
    expect(values).toEqual([...SKEWED.slice(0, 11), 30, NaN]);
    expect(notes).toEqual([
      {
        kind: 'winsorised',
        node: 'x',
        unit: 'u11',
        cells: 1,
        transform: null,
        before: 100,
        after: 30,
      },
    ]);
  });

  it('needs both limits passed', () => {
    const { skew, kurtosis } = columnShape(Float64Array.from(SKEWED));
    const rule = 'winsorise';
    const isTouched = (skewLimit: number, kurtosisLimit: number) =>
      treated(SKEWED, { rule, skewLimit, kurtosisLimit }).notes.length > 0;
    expect(isTouched(skew, kurtosis)).toBe(true);
    expect(isTouched(skew + 1e-9, kurtosis)).toBe(false);
    expect(isTouched(skew, kurtosis + 1e-9)).toBe(false);
  });

  it('keeps the winsorised column where it still fails, or takes logs of the original', () => {
    const extreme = [...Array.from({ length: 30 }, (_, at) => at + 1), 1e5, 2e5, 4e5];
    const most = 2;
    const kept = treated(extreme, { rule: 'winsorise', winsoriseMost: most });
    expect(kept.values.slice(-3)).toEqual([1e5, 1e5, 1e5]);
    expect(kept.notes.map(({ before }) => before)).toEqual([2e5, 4e5]);

    const logged = treated(extreme, { rule: 'winsorise+log', winsoriseMost: most });
    const shift = 0.01 * (4e5 - 1);
    logged.values.forEach((y, at) => {
      expect(y).toBeCloseTo(Math.log((extreme[at] as number) - 1 + shift), 12);
    });
    expect(logged.notes).toMatchObject([
      { kind: 'transformed', node: 'x', unit: null, cells: 33, transform: 'log' },
    ]);

    const mirrored = treated(
      extreme.map((x) => -x),
      { rule: 'winsorise+log', winsoriseMost: most },
    );
    expect(mirrored.notes).toMatchObject([{ transform: 'reflected-log' }]);
    mirrored.values.forEach((y, at) => expect(y).toBeCloseTo(-(logged.values[at] as number), 12));
  });

  it('lets a column be whose winsorising succeeds, logs or not', () => {
    expect(treated(SKEWED, { rule: 'winsorise+log' }).values).toEqual(
      treated(SKEWED, { rule: 'winsorise' }).values,
    );
  });

  it('leaves booleans and ratings alone: their scale is given', () => {
    const rare = [...Array.from({ length: 19 }, () => 0), 1];
    expect(treated(rare, { rule: 'winsorise' }).values).toEqual(rare.map(() => 0));
    for (const type of ['boolean', 'rating'] as const) {
      expect(treated(rare, { rule: 'winsorise' }, { type }).values).toEqual(rare);
    }
  });

  it('leaves short and constant columns alone', () => {
    expect(
      treated([1, 1, 1, 1, 1], { rule: 'winsorise+log' }).notes.map(({ kind }) => kind),
    ).toEqual(['constant-column']);
    expect(treated([1, 2, 1000], { rule: 'winsorise' }).values).toEqual([1, 2, 1000]);
  });
});

describe('a treatment of its own', () => {
  it('replaces the rule for the indicator', () => {
    expect(treated(SKEWED, { rule: 'winsorise', ...own({ rule: 'none' }) }).values).toEqual(SKEWED);
  });

  it('winsorises as many points as it says', () => {
    const { values, notes } = treated([1, 2, 3, 4, 9], own({ rule: 'winsorise', points: 2 }));
    // 9 → 4, then two stand at 4 and the skew of 1 2 3 4 4 is negative: 1 → 2.
    expect(values).toEqual([2, 2, 3, 4, 4]);
    expect(notes).toMatchObject([
      { unit: 'u0', before: 1, after: 2 },
      { unit: 'u4', before: 9, after: 4 },
    ]);
  });

  it.each<[string, number[], number[], number]>([
    ['the top, to the greatest of the others', [3, 9, 1, 4, 2], [3, 4, 1, 4, 2], 1],
    ['the bottom, to the least of the others', [8, 1, 9, 10, 9], [8, 8, 9, 10, 9], 1],
    ['the top where neither tail is longer', [3, 1, 2], [2, 1, 2], 0],
  ])('moves %s, in any order of the units', (_, values, expected, unit) => {
    const { values: moved, notes } = treated(values, own({ rule: 'winsorise', points: 1 }));
    expect(moved).toEqual(expected);
    expect(notes).toMatchObject([
      { unit: `u${unit}`, before: values[unit], after: expected[unit] },
    ]);
  });

  it('stops when nothing is left to move', () => {
    expect(treated([1, 1, 5], own({ rule: 'winsorise', points: 100 })).values).toEqual([1, 1, 1]);
  });

  it('takes the logarithm that pulls in the longer tail', () => {
    expect(treated(SKEWED, own({ rule: 'log' })).notes).toMatchObject([{ transform: 'log' }]);
    const mirrored = SKEWED.map((x) => -x);
    expect(treated(mirrored, own({ rule: 'log' })).notes).toMatchObject([
      { transform: 'reflected-log' },
    ]);
  });

  it('takes Box-Cox', () => {
    const { values, notes } = treated([3, 4, 11, null], own({ rule: 'box-cox', exponent: 2 }));
    expect(values).toEqual([0, 1.5, 40, NaN]);
    expect(notes).toMatchObject([{ transform: 'box-cox', cells: 3 }]);
    const logs = treated([3, 4, 11], own({ rule: 'box-cox', exponent: 0 })).values;
    expect(logs[2]).toBeCloseTo(Math.log(9), 12);
  });
});

describe('a declared logarithm', () => {
  it('comes first, and points are recorded in the unit of measure', () => {
    const powers = SKEWED.map((x) => 10 ** (x / 10));
    const { values, notes } = treated(powers, { rule: 'winsorise' }, { transform: 'log10' });
    expect(values[10]).toBeCloseTo(3, 12);
    expect(values[11]).toBe(values[10]);
    expect(notes).toMatchObject([
      { kind: 'transformed', transform: 'log10', cells: 12 },
      { kind: 'winsorised', unit: 'u11', before: 1e10, after: 1000 },
    ]);
  });
});

describe('columns beside each other', () => {
  it('are treated each by itself, and the table given is not written to', () => {
    const framework = makeFramework([
      { code: 'p' },
      { code: 'x', transform: 'log10' },
      { code: 'q' },
      { code: 'y' },
    ]);
    const rows = {
      u: [5, 10, 1, 3],
      v: [7, 1000, null, 4],
      w: [null, null, 2, 11],
      z: [1, 100, 9, null],
    };
    const byIndicator = { ['y' as NodeCode]: { rule: 'box-cox', exponent: 2 } as ColumnTreatment };
    const request = makeRequest(framework, rows, {
      treatment: { ...DEFAULT_METHOD.treatment, rule: 'none', byIndicator },
    });
    const given = request.values.slice();
    const { prepared, result } = createScorer(request);
    const columns = [0, 4, 8, 12].map((from) => [
      ...prepared.treated.values.subarray(from, from + 4),
    ]);
    expect(columns).toEqual([
      [5, 7, NaN, 1],
      [1, 3, NaN, 2],
      [1, NaN, 2, 9],
      [0, 1.5, 40, NaN],
    ]);
    expect(request.values).toEqual(given);
    expect(prepared.treated.transforms.map((list) => list.map(({ name }) => name))).toEqual([
      [],
      ['log10'],
      [],
      ['box-cox'],
    ]);
    expect(result.notes).toMatchObject([
      { kind: 'transformed', node: 'x', transform: 'log10', cells: 3 },
      { kind: 'transformed', node: 'y', transform: 'box-cox', cells: 3 },
    ]);
  });
});

describe('a column that a treatment of its own has nothing to say about', () => {
  it.each<ColumnTreatment>([
    { rule: 'log' },
    { rule: 'box-cox', exponent: 0.5 },
    { rule: 'winsorise', points: 3 },
    { rule: 'none' },
  ])('stays as it is where all values are equal or none is there: %s', (treatment) => {
    for (const values of [
      [4, 4, null, 4],
      [null, null, null],
    ]) {
      const { prepared } = treated(values, own(treatment));
      expect(prepared.treated.values).toBe(prepared.observations.values);
      expect(prepared.treated.transforms).toEqual([[]]);
    }
    if (treatment.rule === 'none') {
      const { prepared } = treated(SKEWED, { rule: 'winsorise', ...own(treatment) });
      expect(prepared.treated.values).toBe(prepared.observations.values);
    }
  });

  it('is pulled in at its upper end where it leans to neither side', () => {
    const { notes, values } = treated([1, 2, 3], own({ rule: 'log' }));
    expect(notes).toMatchObject([{ transform: 'log' }]);
    expect(values.map(Math.exp)).toEqual([0.02, 1.02, 2.02].map((x) => expect.closeTo(x, 12)));
  });
});
