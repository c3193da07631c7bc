import { describe, expect, it } from 'vitest';
import type { Method } from '../../shared/model/method.ts';
import { createScorer, score } from '../../electron/engine/score.ts';
import { asemFullExample, asemRequest, nodeColumn, referenceTable } from './asem.ts';
import { expectRanks, expectTable } from './compare.ts';
import { referenceIsThere, referenceNumber } from './reference-files.ts';

interface Pipeline {
  readonly folder: string;
  readonly method: Partial<Method>;
  readonly data?: string;
  readonly customWeights?: boolean;
  /** Where the reference's own ranks are split by rounding, it has a second file without that. */
  readonly ranks?: string;
}

const IMPUTED = 'asem/iData_imputed_i_mean.csv';

const PIPELINES: Record<string, Pipeline> = {
  'a: min-max 0–100, arithmetic, gaps left': {
    folder: 'a_minmax0-100_amean',
    method: { missing: 'available' },
  },
  'a2: the same on data imputed beforehand': {
    folder: 'a2_minmax0-100_amean_imputed',
    method: {},
    data: IMPUTED,
  },
  'b: min-max 1–100, geometric': {
    folder: 'b_minmax1-100_gmean',
    method: {
      normalisation: { rule: 'min-max', low: 1, high: 100 },
      aggregation: [{ rule: 'geometric' }],
    },
  },
  'c: z-scores': {
    folder: 'c_zscore0-1_amean',
    method: { normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 } },
  },
  'd: ranks': {
    folder: 'd_rank_amean',
    method: { normalisation: { rule: 'rank', ties: 'min' } },
    ranks: 'ranks_tol1e-10.csv',
  },
  'j1: Copeland at every level on imputed data': {
    folder: 'j1_copeland_imputed',
    method: { aggregation: [{ rule: 'copeland' }] },
    data: IMPUTED,
  },
  'l1: goalposts, truncated': {
    folder: 'l1_goalposts_trunc_amean',
    method: { normalisation: { rule: 'goalposts', bounds: null, truncate: true, factor: 100 } },
  },
  'q: arithmetic, geometric and harmonic means level by level, custom weights': {
    folder: 'q_minmax1-100_mixed_customw',
    method: {
      normalisation: { rule: 'min-max', low: 1, high: 100 },
      aggregation: [{ rule: 'arithmetic' }, { rule: 'geometric' }, { rule: 'harmonic' }],
    },
    customWeights: true,
  },
  's1: parents missing below three quarters of their children': {
    folder: 's1_amean_datthresh0.75',
    method: { availability: [0.75] },
  },
};

describe.skipIf(!referenceIsThere)('ASEM pipelines against COINr', () => {
  it.each(Object.entries(PIPELINES))('%s', (_, { folder, method, ...options }) => {
    const result = score(asemRequest(method, options));
    expect(expectTable(result, `asem/${folder}/normalised.csv`)).toBe(51 * 49);
    expect(expectTable(result, `asem/${folder}/aggregated.csv`)).toBe(51 * 11);
    expectRanks(result, `asem/${folder}/${options.ranks ?? 'ranks.csv'}`);
  });

  it('a2 again, imputing the means ourselves', () => {
    const result = score(asemRequest({ missing: 'mean' }));
    expectTable(result, 'asem/a2_minmax0-100_amean_imputed/normalised.csv');
    expectTable(result, 'asem/a2_minmax0-100_amean_imputed/aggregated.csv');
  });

  describe('k: the full example, from the denominated data on', () => {
    const folder = 'asem/k_full_asem';
    const request = asemFullExample;

    it('imputes and treats as stage by stage', () => {
      const { prepared } = createScorer(request());
      expectStage(prepared.completed.values, `${folder}/imputed.csv`);
      expectStage(prepared.treated.values, `${folder}/treated.csv`);

      function expectStage(values: Float64Array, path: string): void {
        const table = referenceTable(path);
        const { tree, observations } = prepared;
        tree.nodeOfLeaf.forEach((node, leaf) => {
          observations.units.forEach((unit, at) => {
            const column = tree.codes[node] as string;
            const want = referenceNumber(table.get(unit.code)?.[column] as string);
            const got = values[leaf * observations.units.length + at] as number;
            expect(got, `${path} ${column} ${unit.code}`).toBeCloseTo(want, 12);
          });
        });
      }
    });

    it('records exactly the points that the reference winsorised', () => {
      const { notes } = score(request());
      const moved = notes
        .filter(({ kind }) => kind === 'winsorised')
        .map(({ unit, node }) => `${unit} ${node}`);
      const expected = [...referenceTable(`${folder}/treated_points.csv`)].flatMap(([unit, row]) =>
        Object.entries(row)
          .filter(([, mark]) => mark.startsWith('win'))
          .map(([node]) => `${unit} ${node}`),
      );
      expect(moved.toSorted()).toEqual(expected.toSorted());
      expect(moved).toHaveLength(35);
    });

    it('reaches the same scores at every level', () => {
      const result = score(request());
      expectTable(result, `${folder}/normalised.csv`);
      expect(expectTable(result, `${folder}/aggregated_all_levels.csv`)).toBe(51 * 60);
      expectRanks(result, `${folder}/ranks.csv`);
    });

    it('flags what it imputed at every level', () => {
      const { units, nodes, imputed } = score(request());
      const unit = units.findIndex((code) => code === 'BRN');
      const flag = (node: string) =>
        imputed[nodes.findIndex((code) => code === node) * units.length + unit];
      expect([flag('ConSpeed'), flag('Physical'), flag('Conn'), flag('Index')]).toEqual([
        1, 1, 1, 1,
      ]);
      expect([flag('LPI'), flag('Political')]).toEqual([0, 0]);
    });
  });
});

describe.skipIf(!referenceIsThere)('where our convention departs from COINr', () => {
  it('leaves out a child that a power mean lacks, as in every other mean; COINr makes the parent missing', () => {
    const method: Partial<Method> = {
      normalisation: { rule: 'min-max', low: 1, high: 100 },
      aggregation: [{ rule: 'power', exponent: 2 }],
    };
    const withGaps = nodeColumn(score(asemRequest(method)), 'Index');
    expect(withGaps.every((x) => !Number.isNaN(x))).toBe(true);
  });

  it('compares two units by Copeland over the indicators both have; COINr gives the weight of the others to one side', () => {
    const method: Partial<Method> = { aggregation: [{ rule: 'copeland' }] };
    const result = score(asemRequest(method));
    for (const node of ['Physical', 'Conn', 'Index']) {
      const scores = nodeColumn(result, node);
      // What one unit wins another loses, with gaps too; giving lost weight to one side breaks this.
      expect(
        scores.reduce((sum, x) => sum + x, 0),
        node,
      ).toBe(0);
    }
  });
});
