import { describe, expect, test } from 'vitest';
import {
  binnedShares,
  countInseparable,
  countSteady,
  drawnRanks,
  likeliestRank,
  rankBins,
  rankColumns,
  rankRows,
} from '../../../../renderer/features/robustness/ranks/rank-table.ts';
import { shownRows } from '../../../../renderer/features/robustness/ranks/shown-rows.ts';
import { contrast, strongestTint } from '../../../../renderer/features/robustness/ranks/tint.ts';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import { node, unit } from '../results.ts';

/** Three units over ten draws; `c` is never ranked in four of them. */
const result: UncertaintyResult = {
  units: [unit('b'), unit('a'), unit('c')],
  nodes: [node('index')],
  draws: 10,
  seed: 1,
  nominalRank: Int32Array.of(2, 1, 3),
  meanRank: Float64Array.of(1.7, 1.3, NaN),
  medianRank: Float64Array.of(2, 1, NaN),
  rank5: Float64Array.of(1, 1, NaN),
  rank95: Float64Array.of(2, 2, NaN),
  rankAcceptability: Float64Array.of(0.3, 0.7, 0, 0.7, 0.3, 0, 0, 0, 0),
  pairwiseWinning: Float64Array.of(0.5, 0.3, 1, 0.7, 0.5, 1, 0, 0, 0.5),
  centralWeights: new Float64Array(3),
};

describe('ranks over the draws', () => {
  const rows = rankRows(result);

  test('stand in the order of their mean, what is never ranked last', () => {
    expect(rows.map((row) => row.unit)).toEqual(['a', 'b', 'c']);
    expect(Array.from(rows[0]?.shares ?? [])).toEqual([0.7, 0.3, 0]);
  });

  test('have a likeliest rank, except for who is never ranked', () => {
    expect(rows.map(likeliestRank)).toEqual([
      { rank: 1, share: 0.7 },
      { rank: 2, share: 0.7 },
      null,
    ]);
  });

  test('are steady when the rank of now comes in half of the draws', () => {
    expect(countSteady(rows)).toBe(2);
  });

  test('count neighbours whose order is not settled', () => {
    // a before b in 70 %: open; b before c in all: settled.
    expect(countInseparable(result, rows)).toBe(1);
  });
});

describe('columns of the heat map', () => {
  test('are ranks while they fit', () => {
    expect(rankBins({ from: 1, to: 3 }, 60)).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 3 },
    ]);
    expect(rankBins({ from: 1, to: 0 }, 60)).toEqual([]);
  });

  test('hold several ranks when there are more, and lose no draw', () => {
    const bins = rankBins({ from: 1, to: 1000 }, 60);
    expect(bins.length).toBeLessThanOrEqual(60);
    expect(bins[0]).toEqual({ from: 1, to: 17 });
    expect(bins.at(-1)?.to).toBe(1000);
    const shares = new Float64Array(1000).fill(0.001);
    const sum = binnedShares(shares, bins).reduce((all, share) => all + share, 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe('ranks that are drawn', () => {
  const reaching = (ranks: number, nominal: number, ...reached: readonly number[]) => {
    const shares = new Float64Array(ranks);
    for (const rank of reached) shares[rank - 1] = 1 / reached.length;
    return { nominal, shares };
  };

  test('are all while each has a column', () => {
    expect(drawnRanks([reaching(60, 5, 5)], 60)).toEqual({ from: 1, to: 60 });
    // Fourteen units, of which six are ever ranked.
    expect(drawnRanks([reaching(14, 2, 2, 3)], 6)).toEqual({ from: 1, to: 6 });
    expect(drawnRanks([], 0)).toEqual({ from: 1, to: 0 });
  });

  test('of many are those that a unit has now or in a draw', () => {
    const rows = [reaching(1000, 80, 90, 120), reaching(1000, 0, 101, 300), reaching(1000, 0)];
    expect(drawnRanks(rows, 1000)).toEqual({ from: 80, to: 300 });
    expect(drawnRanks([reaching(1000, 0)], 1000)).toEqual({ from: 1, to: 1000 });
  });

  test('stand in columns with about as many draws, and none is lost', () => {
    const shares = Float64Array.from({ length: 1000 }, (_, at) => 0.5 ** (at / 20));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const columns = rankColumns([{ nominal: 3, shares }], 1000);
    expect(columns.length).toBeLessThanOrEqual(60);
    expect(columns[0]?.from).toBe(1);
    expect(columns.at(-1)?.to).toBe(1000);
    columns.slice(1).forEach(({ from }, at) => expect(from).toBe((columns[at]?.to ?? 0) + 1));
    expect(columns.slice(0, 20).every(({ from, to }) => to - from < 3)).toBe(true);
    const held = binnedShares(shares, columns);
    expect(held.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 9);
    // What a single rank holds is the most that a column can have too much.
    expect(Math.max(...held)).toBeLessThan(total / 59 + 1);
    const few = rankColumns([reaching(1000, 80, 90, 120)], 1000);
    expect(few).toHaveLength(41);
    expect(few[0]).toEqual({ from: 80, to: 80 });
  });
});

describe('rows that are shown', () => {
  const rows = Array.from({ length: 100 }, (_, at) => ({ unit: unit(`u${at}`) }));
  const name = (code: string) => `Unit ${code}`;

  test('are the first, and the selected one wherever it stands', () => {
    const shown = shownRows(rows, '', name, unit('u80'), 10);
    expect(shown).toHaveLength(10);
    expect(shown.at(-1)?.unit).toBe('u80');
    expect(shownRows(rows, '', name, unit('u3'), 10).at(-1)?.unit).toBe('u9');
  });

  test('are found by a part of their name, whatever its case', () => {
    expect(shownRows(rows, 'UNIT U42', name, null, 10).map((row) => row.unit)).toEqual(['u42']);
  });
});

describe('tints', () => {
  test('go as far as text stays readable', () => {
    const grey = (strength: number) => {
      const part = Math.round(255 * (1 - strength))
        .toString(16)
        .padStart(2, '0');
      return `#${part}${part}${part}`;
    };
    const strongest = strongestTint('#000', grey);
    expect(contrast('#000000', grey(strongest))).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#000000', grey(strongest + 0.04))).toBeLessThan(4.5);
  });

  test('know black on white', () => {
    expect(contrast('#fff', '#000000')).toBeCloseTo(21, 10);
  });
});
