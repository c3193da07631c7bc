import type { UnitCode } from '../../../../shared/model/ids.ts';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';

/** Ranks of one unit over the draws. */
export interface RankRow {
  readonly unit: UnitCode;
  /** Place in the result. */
  readonly at: number;
  readonly nominal: number;
  /** NaN: in no draw ranked. */
  readonly mean: number;
  readonly median: number;
  readonly rank5: number;
  readonly rank95: number;
  /** Share of the draws at rank 1, 2, … */
  readonly shares: Float64Array;
}

/** Units by mean rank, the best first; units that are never ranked at the end. */
export function rankRows(result: UncertaintyResult): RankRow[] {
  const count = result.units.length;
  return result.units
    .map((unit, at) => ({
      unit,
      at,
      nominal: result.nominalRank[at] ?? 0,
      mean: result.meanRank[at] ?? NaN,
      median: result.medianRank[at] ?? NaN,
      rank5: result.rank5[at] ?? NaN,
      rank95: result.rank95[at] ?? NaN,
      shares: result.rankAcceptability.subarray(at * count, (at + 1) * count),
    }))
    .toSorted((a, b) => meanForOrder(a) - meanForOrder(b) || a.nominal - b.nominal);
}

function meanForOrder({ mean }: RankRow): number {
  return Number.isNaN(mean) ? Infinity : mean;
}

/** Ranks next to each other: a column of the heat map, or all of its columns. */
export interface RankBin {
  readonly from: number;
  readonly to: number;
}

/** More columns than this are too narrow to be told apart. */
const MOST_COLUMNS = 60;

/** As many ranks to a column as it takes to have columns that can be told apart. */
export function rankBins({ from, to }: RankBin, most = MOST_COLUMNS): RankBin[] {
  const count = to - from + 1;
  const width = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / width) }, (_, at) => ({
    from: from + at * width,
    to: Math.min(to, from + (at + 1) * width - 1),
  }));
}

/**
 * The ranks to draw, of 1 to `ranks`: all of them where each has a column of its own, else those that any of the rows ever
 * has, so that a few units of a thousand are not drawn into one corner.
 */
export function drawnRanks(
  rows: readonly Pick<RankRow, 'nominal' | 'shares'>[],
  ranks: number,
  most = MOST_COLUMNS,
): RankBin {
  if (ranks <= most) return { from: 1, to: ranks };
  let [from, to] = [ranks, 1];
  for (const { nominal, shares } of rows) {
    const reached = (share: number, at: number) => share > 0 || at + 1 === nominal;
    const first = shares.findIndex(reached);
    if (first < 0) continue;
    from = Math.min(from, first + 1);
    to = Math.max(to, shares.findLastIndex(reached) + 1);
  }
  return from > to ? { from: 1, to: ranks } : { from, to };
}

/**
 * Columns over the ranks that the rows have. Where these are too many for a column each, all columns hold about as many of
 * the rows' draws: few ranks where most of them are, many in the tails.
 */
export function rankColumns(
  rows: readonly Pick<RankRow, 'nominal' | 'shares'>[],
  ranks: number,
  most = MOST_COLUMNS,
): RankBin[] {
  const { from, to } = drawnRanks(rows, ranks, most);
  if (to - from < most) return rankBins({ from, to }, most);
  const held = Array.from({ length: to - from + 1 }, (_, at) =>
    rows.reduce((sum, { shares }) => sum + (shares[from - 1 + at] ?? 0), 0),
  );
  // The last column takes what is left over.
  const enough = held.reduce((sum, share) => sum + share, 0) / (most - 1);
  const columns: RankBin[] = [];
  let begin = from;
  let inColumn = 0;
  for (const [at, share] of held.entries()) {
    inColumn += share;
    if (inColumn < enough && from + at < to) continue;
    columns.push({ from: begin, to: from + at });
    begin = from + at + 1;
    inColumn = 0;
  }
  return columns;
}

/** Share of the draws in each column. */
export function binnedShares(shares: Float64Array, bins: readonly RankBin[]): number[] {
  return bins.map(({ from, to }) =>
    shares.subarray(from - 1, to).reduce((sum, share) => sum + share, 0),
  );
}

/** The rank a unit has most often, with its share of the draws; null: it is never ranked. */
export function likeliestRank({ shares }: RankRow): { rank: number; share: number } | null {
  let rank = 0;
  let share = 0;
  shares.forEach((each, at) => {
    if (each > share) [rank, share] = [at + 1, each];
  });
  return rank === 0 ? null : { rank, share };
}

/** How many units keep the rank that they have without uncertainty in at least half of the draws. */
export function countSteady(rows: readonly RankRow[]): number {
  return rows.filter(({ nominal, shares }) => (shares[nominal - 1] ?? 0) >= 0.5).length;
}

/** Below or above this share of the draws the order of two units counts as settled. */
const SETTLED = 0.95;

/** How many pairs of neighbours (by mean rank) have no settled order: neither is before the other in 95 % of the draws. */
export function countInseparable(result: UncertaintyResult, rows: readonly RankRow[]): number {
  return rows.slice(1).filter(({ at: below }, position) => {
    const above = rows[position]?.at ?? 0;
    const wins = result.pairwiseWinning[above * result.units.length + below] ?? NaN;
    return wins < SETTLED && wins > 1 - SETTLED;
  }).length;
}
