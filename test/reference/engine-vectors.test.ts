import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { type Aggregation, DEFAULT_METHOD, type Normalisation } from '../../shared/model/method.ts';
import { columnMean, columnMedian, columnShape } from '../../electron/engine/column-statistics.ts';
import { CellState } from '../../electron/engine/cell-state.ts';
import { compileFramework } from '../../electron/engine/compile-framework.ts';
import { fillByUnit, type Statistic } from '../../electron/engine/impute.ts';
import { createScorer, score } from '../../electron/engine/score.ts';
import { leafFrame, topsis } from '../../electron/engine/topsis.ts';
import { boxCox, reflectedLog, shiftedLog } from '../../electron/engine/transform.ts';
import { hasOutliers, winsorise } from '../../electron/engine/winsorise.ts';
import { asemFramework, asemRequest, asemUnits } from './asem.ts';
import { expectColumn } from './compare.ts';
import { readReferenceCsv, readReferenceJson, referenceIsThere } from './reference-files.ts';
import { PLAIN_INDICATOR } from '../support/plain-indicator.ts';

type Cell = number | null | 'NaN' | 'Inf';
type Vectors = Record<string, Cell[]>;

const numbers = (cells: readonly Cell[]) =>
  cells.map((cell) => (cell === null || cell === 'NaN' ? NaN : cell === 'Inf' ? Infinity : cell));

/** One column through the engine: an index with one indicator. */
function normalised(x: readonly number[], rule: Normalisation, direction: 1 | -1): number[] {
  const name = { zh: '', en: '' };
  const result = score({
    framework: {
      id: 'one',
      name,
      source: null,
      assumptions: [],
      nodes: [
        { code: 'index' as NodeCode, parent: null, name, weight: 1, indicator: null },
        {
          code: 'x' as NodeCode,
          parent: 'index' as NodeCode,
          name,
          weight: 1,
          indicator: { ...PLAIN_INDICATOR, direction },
        },
      ],
    },
    units: x.map((_, at) => ({ code: `u${at + 1}` as UnitCode, name, attributes: {} })),
    values: Float64Array.from(x),
    method: { ...DEFAULT_METHOD, normalisation: rule },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  });
  return [...result.values.subarray(x.length)];
}

const reference = (unit: string, cap: boolean): Normalisation => ({
  rule: 'distance-to-reference',
  reference: unit as UnitCode,
  cap,
});
const posts = (factor: number, truncate: boolean): Normalisation => ({
  rule: 'goalposts',
  bounds: { lower: 0, upper: 6 },
  truncate,
  factor,
});

const RULES: Record<string, { rule: Normalisation; direction?: -1 }> = {
  minmax_0_100: { rule: { rule: 'min-max', low: 0, high: 100 } },
  minmax_1_100: { rule: { rule: 'min-max', low: 1, high: 100 } },
  minmax_flipped: { rule: { rule: 'min-max', low: 0, high: 100 }, direction: -1 },
  zscore: { rule: { rule: 'z-score', mean: 0, standardDeviation: 1 } },
  zscore_10_2: { rule: { rule: 'z-score', mean: 10, standardDeviation: 2 } },
  rank: { rule: { rule: 'rank', ties: 'min' } },
  rank_avg: { rule: { rule: 'rank', ties: 'average' } },
  borda: { rule: { rule: 'borda', ties: 'min' } },
  prank: { rule: { rule: 'percentile-rank', ties: 'min' } },
  dist2max: { rule: { rule: 'distance-to-max' } },
  fracmax: { rule: { rule: 'fraction-of-max' } },
  dist2ref_2: { rule: reference('u2', false) },
  dist2ref_1_cap: { rule: reference('u1', true) },
  dist2targ_4: { rule: { rule: 'distance-to-target', target: 4, cap: false } },
  dist2targ_4_cap: { rule: { rule: 'distance-to-target', target: 4, cap: true } },
  dist2targ_0_neg: { rule: { rule: 'distance-to-target', target: 0, cap: false }, direction: -1 },
  dist2targ_0_neg_cap: {
    rule: { rule: 'distance-to-target', target: 0, cap: true },
    direction: -1,
  },
  goalposts_0_6_100: { rule: posts(100, true) },
  goalposts_0_6_1_neg: { rule: posts(1, true), direction: -1 },
  goalposts_0_6_1_notrunc: { rule: posts(1, false) },
  scaled_0_10: { rule: { rule: 'scaled', bounds: { lower: 0, upper: 10 }, factor: 100 } },
  scaled_1_5_sf1: { rule: { rule: 'scaled', bounds: { lower: 1, upper: 5 }, factor: 1 } },
};

/**
 * Where we depart from COINr on purpose. `missing`: the column has no information or no scale and is missing with a note,
 * where COINr gives 1, 2, 0, NaN or infinity to all. An error: the number would mean nothing.
 */
const DEPARTURES: Record<string, 'missing' | string> = {
  'const rank': 'missing',
  'const rank_avg': 'missing',
  'const borda': 'missing',
  'const prank': 'missing',
  'const fracmax': 'missing',
  'const dist2targ_4': 'missing',
  'const dist2targ_4_cap': 'missing',
  'const dist2targ_0_neg': 'missing',
  'const dist2targ_0_neg_cap': 'missing',
  // The reference unit is the worst: there is no finite distance to it.
  'ties dist2ref_2': 'missing',
  'neg fracmax': 'fraction-of-max-not-positive',
  // Less is better and even the worst has less than the target.
  'neg dist2targ_0_neg': 'target-not-above-worst',
  'neg dist2targ_0_neg_cap': 'target-not-above-worst',
};

describe.skipIf(!referenceIsThere)('normalisation vectors', () => {
  const vectors = readReferenceJson<Record<string, Vectors>>('vectors/normalisation_vectors.json');

  it('cover every column of the file', () => {
    for (const columns of Object.values(vectors())) {
      expect(Object.keys(columns).toSorted()).toEqual([...Object.keys(RULES), 'x'].toSorted());
    }
  });

  it.each(Object.keys(RULES))('%s', (name) => {
    const { rule, direction } = RULES[name] as { rule: Normalisation; direction?: -1 };
    for (const [column, expected] of Object.entries(vectors())) {
      const x = numbers(expected['x'] as Cell[]);
      const departure = DEPARTURES[`${column} ${name}`];
      const run = () => normalised(x, rule, direction ?? 1);
      if (departure === undefined) {
        expectColumn(run(), numbers(expected[name] as Cell[]), `${column} ${name}`, 1e-12);
      } else if (departure === 'missing') {
        expect(run(), `${column} ${name}`).toEqual(x.map(() => NaN));
      } else {
        expect(run, `${column} ${name}`).toThrow(
          expect.objectContaining({ details: expect.objectContaining({ reason: departure }) }),
        );
      }
    }
  });
});

describe.skipIf(!referenceIsThere)('aggregation vectors', () => {
  const vectors = readReferenceJson<Record<string, unknown>>('vectors/aggregation_vectors.json');

  it.each<[string, string, Aggregation, 'equal' | string]>([
    ['amean', 'x', { rule: 'arithmetic' }, 'equal'],
    ['gmean', 'x', { rule: 'geometric' }, 'equal'],
    ['hmean', 'x', { rule: 'harmonic' }, 'equal'],
    ['amean2', 'x2', { rule: 'arithmetic' }, 'equal'],
    ['gmean2', 'x2', { rule: 'geometric' }, 'equal'],
    ['hmean2', 'x2', { rule: 'harmonic' }, 'equal'],
    ['genmean2_p2', 'x2', { rule: 'power', exponent: 2 }, 'equal'],
    ['genmean2_pm1', 'x2', { rule: 'power', exponent: -1 }, 'equal'],
    ['genmean2_p05', 'x2', { rule: 'power', exponent: 0.5 }, 'equal'],
  ])('%s', (name, data, rule) => {
    const x = numbers(vectors()[data] as Cell[]);
    const w = data === 'x' ? (vectors()['w'] as number[]) : x.map(() => 1);
    expect(mean(x, w, rule)).toBeCloseTo(vectors()[name] as number, 13);
  });

  it('genmean_zero_p2: a zero is fine for a positive exponent', () => {
    expect(mean([0, 1, 2], [1, 1, 1], { rule: 'power', exponent: 2 })).toBeCloseTo(
      vectors()['genmean_zero_p2'] as number,
      13,
    );
  });

  it('departs: the power mean of the values present, where COINr gives up on the gap', () => {
    expect(vectors()['genmean_p2']).toBeNull();
    const x = numbers(vectors()['x'] as Cell[]);
    const expected = Math.sqrt((1 * 1 + 2 * 16 + 3 * 81 + 5 * 256) / 11);
    expect(mean(x, vectors()['w'] as number[], { rule: 'power', exponent: 2 })).toBeCloseTo(
      expected,
      13,
    );
  });

  it('departs: the harmonic mean refuses negative values as it does zero; COINr refuses zero only', () => {
    expect(vectors()['neg_hmean']).toBe(6);
    for (const x of [-1, 0]) {
      for (const rule of ['geometric', 'harmonic'] as const) {
        expect(() => mean([x, 2, 3], [1, 1, 1], { rule })).toThrow(
          expect.objectContaining({
            code: 'E_PRECONDITION',
            details: expect.objectContaining({
              reason: 'mean-needs-positive',
              unit: 'u',
              node: 'c0',
              found: String(x),
            }),
          }),
        );
      }
    }
  });

  it('departs: weights that sum to zero are refused; COINr gives NaN', () => {
    expect(vectors()['zero_weights_amean']).toBe('NaN');
    expect(() => mean([1, 2], [0, 0], { rule: 'arithmetic' })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ reason: 'zero-weights' }) }),
    );
  });

  it('allNA_amean: nothing present gives nothing', () => {
    expect(vectors()['allNA_amean']).toBeNull();
    expect(mean([NaN, NaN], [1, 1], { rule: 'arithmetic' })).toBeNaN();
  });
});

/** The mean of one unit over indicators that keep their values: goalposts 0..1 that do not truncate. */
function mean(x: readonly number[], w: readonly number[], rule: Aggregation): number {
  const name = { zh: '', en: '' };
  const result = score({
    framework: {
      id: 'mean',
      name,
      source: null,
      assumptions: [],
      nodes: [
        { code: 'index' as NodeCode, parent: null, name, weight: 1, indicator: null },
        ...x.map((_, at) => ({
          code: `c${at}` as NodeCode,
          parent: 'index' as NodeCode,
          name,
          weight: w[at] as number,
          indicator: PLAIN_INDICATOR,
        })),
      ],
    },
    units: [{ code: 'u' as UnitCode, name, attributes: {} }],
    values: Float64Array.from(x),
    method: {
      ...DEFAULT_METHOD,
      normalisation: { rule: 'scaled', bounds: { lower: 0, upper: 1 }, factor: 1 },
      aggregation: [rule],
    },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  });
  return result.score[0] as number;
}

interface WinsoriseVector {
  readonly x: (number | null)[];
  readonly skew: number;
  readonly kurt: number;
  readonly pass: boolean;
}
interface WinsoriseOutcome {
  readonly x: (number | null)[];
  readonly nwin: number;
  readonly treated: string[];
}

describe.skipIf(!referenceIsThere)('winsorise vectors', () => {
  const vectors = readReferenceJson<
    Record<string, WinsoriseVector & Record<string, WinsoriseOutcome>>
  >('vectors/winsorise_vectors.json');
  const limits = { skewLimit: 2, kurtosisLimit: 3.5 };

  it.each([
    ['winmax1', 1],
    ['winmax2', 2],
    ['winmax3', 3],
    ['winmax5', 5],
    ['winmaxNULL', Infinity],
  ])('%s', (name, most) => {
    for (const [what, vector] of Object.entries(vectors())) {
      const x = Float64Array.from(numbers(vector.x));
      const outcome = winsorise(x, most, (column) => !hasOutliers(column, limits));
      expectOutcome(outcome, vector[name] as WinsoriseOutcome, `${what} ${name}`);
    }
  });

  it('force3: a fixed number of points, whatever the skew', () => {
    for (const [what, vector] of Object.entries(vectors())) {
      const outcome = winsorise(Float64Array.from(numbers(vector.x)), 3, () => false);
      expectOutcome(outcome, vector['force3'] as WinsoriseOutcome, `${what} force3`);
    }
  });

  it('skew, kurtosis and the outlier rule', () => {
    for (const [what, vector] of Object.entries(vectors())) {
      const x = Float64Array.from(numbers(vector.x));
      const { skew, kurtosis } = columnShape(x);
      expect(skew, what).toBeCloseTo(vector.skew, 12);
      expect(kurtosis, what).toBeCloseTo(vector.kurt, 11);
      expect(hasOutliers(x, limits), what).toBe(!vector.pass);
    }
  });

  function expectOutcome(
    { column, moved }: ReturnType<typeof winsorise>,
    expected: WinsoriseOutcome,
    what: string,
  ): void {
    expect([...column], what).toEqual(numbers(expected.x));
    expect(moved.length, what).toBe(expected.nwin);
    const marked = expected.treated.flatMap((mark, at) => (mark === '' ? [] : [at]));
    expect(moved, what).toEqual(marked);
  }
});

describe.skipIf(!referenceIsThere)('transform vectors', () => {
  const vectors = readReferenceJson<Record<string, Record<string, unknown>>>(
    'vectors/transform_vectors.json',
  );

  it.each(['pos', 'neg', 'frac'])('%s', (name) => {
    const vector = vectors()[name] as Record<string, unknown>;
    const x = vector['x'] as number[];
    const range = { min: Math.min(...x), max: Math.max(...x) };
    const expectEqual = (apply: (x: number) => number, key: string) =>
      expectColumn(x.map(apply), vector[key] as number[], `${name} ${key}`, 1e-12);
    expectEqual(shiftedLog(range).apply, 'log_CT');
    const isNegative = vector['log_CT_plus_flag'] === 'log_CT_neg';
    expectEqual((isNegative ? reflectedLog(range) : shiftedLog(range)).apply, 'log_CT_plus');
    expectEqual(boxCox(range, 0).apply, 'boxcox_0');
    expectEqual(boxCox(range, 0.5).apply, 'boxcox_0.5');
    expectEqual(boxCox(range, 2).apply, 'boxcox_2');
    expectEqual(boxCox(range, -1).apply, 'boxcox_m1');
    // COINr's older log, ln(x − min + 1), is Box-Cox with exponent 0.
    expectEqual(boxCox(range, 0).apply, 'log_CT_orig');
    const shape = columnShape(Float64Array.from(x));
    expect(shape.skew).toBeCloseTo(vector['skew'] as number, 12);
    expect(shape.kurtosis).toBeCloseTo(vector['kurt'] as number, 12);
  });
});

interface Decision {
  readonly matrix: number[][];
  readonly direction: number[];
  readonly weights: number[];
  readonly topsis: Record<string, { closeness: number[]; rank: number[] }>;
  readonly entropy: Record<string, { w: number[] }>;
}

describe.skipIf(!referenceIsThere)('TOPSIS on the decision matrix', () => {
  const decision = readReferenceJson<Decision>('vectors/decision_6x4.json');

  it.each(['vector_w', 'vector_equal', 'vector_entropy_raw'])('%s', (name) => {
    const { matrix, direction, weights, topsis: expected, entropy } = decision();
    const used: Record<string, number[]> = {
      vector_w: weights,
      vector_equal: weights.map(() => 0.25),
      vector_entropy_raw: entropy['on_raw']?.w ?? [],
    };
    // Less is better: turning the sign first gives the same distances as swapping ideal and worst.
    const columns = direction.map((sign, column) =>
      Float64Array.from(matrix, (row) => sign * (row[column] as number)),
    );
    const closeness = new Float64Array(matrix.length);
    for (const isWhole of [true, false]) {
      topsis(columns, columns.map(leafFrame), used[name] as number[], isWhole, closeness);
      expectColumn(closeness, expected[name]?.closeness as number[], name, 1e-12);
    }
  });
});

describe.skipIf(!referenceIsThere)('imputed cells', () => {
  const folder = 'imputed_cells_raw.csv';
  const cells = () => readReferenceCsv(folder);

  it.each([
    ['i_mean', { missing: 'mean' }],
    ['i_median', { missing: 'median' }],
    ['i_mean_grp_EurAsia', { missing: 'group-mean', groupAttribute: 'EurAsia_group' }],
    ['i_mean_grp_GDP', { missing: 'group-mean', groupAttribute: 'GDP_group' }],
    ['i_mean_grp_GDPpc', { missing: 'group-mean', groupAttribute: 'GDPpc_group' }],
    ['i_mean_grp_Pop', { missing: 'group-mean', groupAttribute: 'Pop_group' }],
    ['i_median_grp_EurAsia', { missing: 'group-median', groupAttribute: 'EurAsia_group' }],
    ['i_median_grp_GDP', { missing: 'group-median', groupAttribute: 'GDP_group' }],
    ['row_mean_pillar', { missing: 'unit-mean' }],
    ['row_median_pillar', { missing: 'unit-median' }],
  ] as const)('%s', (column, method) => {
    const request = asemRequest(method);
    const { prepared } = createScorer(request);
    expectCells(prepared.completed.values, column);
    expect(prepared.completed.state.filter((state) => state === CellState.imputed)).toHaveLength(
      63,
    );
  });

  it.each<[string, number, Statistic]>([
    ['row_mean_all', 3, columnMean],
    ['row_median_all', 3, columnMedian],
    ['row_mean_subindex', 2, columnMean],
  ])('%s: over the leaves of an ancestor further up', (column, steps, statistic) => {
    const framework = asemFramework();
    const tree = compileFramework(framework);
    const { observations } = createScorer(asemRequest({})).prepared;
    const sets = new Map<number, number[]>();
    tree.nodeOfLeaf.forEach((node, leaf) => {
      let ancestor = node;
      for (let step = 0; step < steps; step++) ancestor = tree.parent[ancestor] as number;
      sets.set(ancestor, [...(sets.get(ancestor) ?? []), leaf]);
    });
    expectCells(fillByUnit(tree, observations, [...sets.values()], statistic).values, column);
  });

  function expectCells(values: Float64Array, column: string): void {
    const framework = asemFramework();
    const leaves = framework.nodes.filter((node) => node.indicator !== null);
    const units = asemUnits();
    for (const cell of cells()) {
      const leaf = leaves.findIndex(({ code }) => code === cell['iCode']);
      const unit = units.findIndex(({ code }) => code === cell['uCode']);
      const want = Number(cell[column]);
      const got = values[leaf * units.length + unit] as number;
      expect(Math.abs(got / want - 1), `${column} ${cell['uCode']} ${cell['iCode']}`).toBeLessThan(
        1e-10,
      );
    }
  }
});
