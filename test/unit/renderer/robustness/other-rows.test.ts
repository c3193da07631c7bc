import { describe, expect, test } from 'vitest';
import {
  byInfluence,
  explainedAlone,
  influenceRows,
  printedIndex,
} from '../../../../renderer/features/robustness/influence/influence-rows.ts';
import {
  combinationsOf,
  multiverseRows,
} from '../../../../renderer/features/robustness/multiverse/multiverse-rows.ts';
import {
  removalRows,
  unitTornado,
} from '../../../../renderer/features/robustness/tornado/tornado-rows.ts';
import type { MultiverseResult, TornadoResult } from '../../../../shared/model/one-at-a-time.ts';
import type { SobolIndices } from '../../../../shared/model/sensitivity.ts';
import { NO_METHOD_CHOICES } from '../../../../shared/model/uncertainty.ts';
import { node, unit } from '../results.ts';

describe('Sobol indices', () => {
  const indices: SobolIndices = {
    first: Float64Array.of(0.2, 0.6),
    firstLow: Float64Array.of(0.1, 0.5),
    firstHigh: Float64Array.of(0.3, 0.7),
    total: Float64Array.of(0.4, 0.8),
    totalLow: Float64Array.of(0.3, 0.7),
    totalHigh: Float64Array.of(0.5, 0.9),
    mean: 1,
    variance: 2,
  };

  test('become rows with their intervals, by total order', () => {
    const rows = influenceRows(['weights', 'gaps'], indices);
    expect(rows?.[0]).toEqual({
      input: 'weights',
      first: { value: 0.2, low: 0.1, high: 0.3 },
      total: { value: 0.4, low: 0.3, high: 0.5 },
    });
    expect(byInfluence(rows ?? []).map(({ input }) => input)).toEqual(['gaps', 'weights']);
    expect(explainedAlone(rows ?? [])).toBeCloseTo(0.8, 12);
  });

  test('do not exist for what never varies', () => {
    expect(influenceRows(['weights', 'gaps'], { ...indices, variance: 0 })).toBeNull();
  });

  test('print with a true minus sign', () => {
    expect(printedIndex(-0.031)).toBe('−0.03');
  });
});

describe('one weight at a time', () => {
  const result: TornadoResult = {
    units: [unit('x'), unit('y')],
    nominalRank: Int32Array.of(1, 2),
    nominalScore: Float64Array.of(60, 50),
    nodes: [node('a'), node('b')],
    scoreDown: Float64Array.of(59, 51, 55, 52),
    scoreUp: Float64Array.of(61, 49, 62, 50),
    rankDown: Int32Array.of(2, 1, 1, 2),
    rankUp: Int32Array.of(1, 2, 1, 2),
  };

  test('puts first what moves the measure most', () => {
    const order = (measure: 'score' | 'rank') =>
      unitTornado(result, unit('x'), measure)?.rows.map((row) => row.node);
    expect(order('score')).toEqual(['b', 'a']);
    expect(order('rank')).toEqual(['a', 'b']);
    expect(unitTornado(result, unit('nobody'), 'score')).toBeNull();
  });

  test('reads the numbers of the one unit', () => {
    const shown = unitTornado(result, unit('y'), 'score');
    expect(shown).toMatchObject({ nominalScore: 50, nominalRank: 2 });
    expect(shown?.rows.find((row) => row.node === 'b')).toEqual({
      node: 'b',
      scoreDown: 52,
      scoreUp: 50,
      rankDown: 2,
      rankUp: 2,
    });
  });

  test('takes leaving the ranking, and losing the score, for the largest change', () => {
    const leaving: TornadoResult = {
      ...result,
      scoreDown: Float64Array.of(10, 51, NaN, 52),
      rankDown: Int32Array.of(2, 1, 0, 2),
    };
    for (const measure of ['score', 'rank'] as const) {
      const rows = unitTornado(leaving, unit('x'), measure)?.rows;
      expect(rows?.map((row) => row.node)).toEqual(['b', 'a']);
    }
    const removal = {
      units: [unit('x'), unit('y')],
      nominalRank: Int32Array.of(1, 2),
      nodes: [node('a'), node('b')],
      rank: Int32Array.of(2, 1, 0, 1),
      meanRankChange: Float64Array.of(1, 0),
    };
    expect(removalRows(removal, unit('x'))?.map((row) => row.node)).toEqual(['b', 'a']);
  });

  test('leaves out: what changes the rank of the unit first', () => {
    const removal = {
      units: [unit('x'), unit('y')],
      nominalRank: Int32Array.of(1, 2),
      nodes: [node('a'), node('b'), node('c')],
      rank: Int32Array.of(1, 2, 2, 1, 1, 2),
      meanRankChange: Float64Array.of(0, 1, 0.5),
    };
    const rows = removalRows(removal, unit('x'));
    expect(rows?.map((row) => [row.node, row.rank])).toEqual([
      ['b', 2],
      ['c', 1],
      ['a', 1],
    ]);
  });
});

describe('all combinations of methods', () => {
  // Two normalisations × two missing rules; `y` is not ranked under the last.
  const result: MultiverseResult = {
    units: [unit('x'), unit('y')],
    nominalRank: Int32Array.of(1, 2),
    choices: NO_METHOD_CHOICES,
    rank: Int32Array.of(1, 2, 1, 2, 2, 1, 1, 0),
    effects: [
      { part: 'normalisation', choice: 0, meanRankChange: Float64Array.of(-0.25, 0.2) },
      { part: 'normalisation', choice: 1, meanRankChange: Float64Array.of(0.25, -0.4) },
      { part: 'missing', choice: 0, meanRankChange: Float64Array.of(NaN, 0) },
    ],
  };

  test('give each unit its ranks and shares of all combinations', () => {
    const rows = multiverseRows(result);
    expect(combinationsOf(result)).toBe(4);
    expect(rows.map((row) => row.unit)).toEqual(['x', 'y']);
    expect(rows[0]).toMatchObject({ best: 1, worst: 2, median: 1, ranked: 4 });
    expect(Array.from(rows[0]?.shares ?? [])).toEqual([0.75, 0.25]);
    expect(rows[1]).toMatchObject({ best: 1, worst: 2, median: 2, ranked: 3 });
    expect(Array.from(rows[1]?.shares ?? [])).toEqual([0.25, 0.5]);
  });

  test('name the choice that moves a unit most', () => {
    const [x, y] = multiverseRows(result);
    expect(x?.mover).toEqual({ part: 'normalisation', choice: 0, change: -0.25 });
    expect(y?.mover).toEqual({ part: 'normalisation', choice: 1, change: -0.4 });
    const still = multiverseRows({ ...result, effects: [] });
    expect(still[0]?.mover).toBeNull();
  });
});
