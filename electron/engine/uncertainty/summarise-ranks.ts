import type { UncertaintyResult } from '../../../shared/model/uncertainty.ts';
import type { RankTally } from './rank-tally.ts';

/** What the counts say about each unit; shapes and meaning: `UncertaintyResult`. */
export type RankSummary = Pick<
  UncertaintyResult,
  | 'meanRank'
  | 'medianRank'
  | 'rank5'
  | 'rank95'
  | 'rankAcceptability'
  | 'pairwiseWinning'
  | 'centralWeights'
>;

export function summariseRanks(tally: RankTally): RankSummary {
  const { unitCount, nodeCount, draws } = tally;
  const summary: RankSummary = {
    meanRank: new Float64Array(unitCount),
    medianRank: new Float64Array(unitCount),
    rank5: new Float64Array(unitCount),
    rank95: new Float64Array(unitCount),
    rankAcceptability: new Float64Array(unitCount * unitCount),
    pairwiseWinning: pairwiseWinning(tally),
    centralWeights: new Float64Array(unitCount * nodeCount),
  };
  for (let unit = 0; unit < unitCount; unit++) {
    const row = unit * (unitCount + 1);
    const counts = tally.rankCounts.subarray(row + 1, row + 1 + unitCount);
    summary.meanRank[unit] = meanRank(counts);
    summary.medianRank[unit] = rankQuantile(counts, 0.5);
    summary.rank5[unit] = rankQuantile(counts, 0.05);
    summary.rank95[unit] = rankQuantile(counts, 0.95);
    for (let place = 0; place < unitCount; place++) {
      summary.rankAcceptability[unit * unitCount + place] = counts[place] / draws;
    }
    for (let node = 0; node < nodeCount; node++) {
      const at = unit * nodeCount + node;
      // 0/0 of a unit that never wins is NaN: it has no central weights.
      summary.centralWeights[at] = tally.winnerShares[at] / counts[0];
    }
  }
  return summary;
}

/** @param counts in how many draws the unit has rank 1, 2, … */
function meanRank(counts: Int32Array): number {
  let sum = 0;
  let draws = 0;
  for (let place = 0; place < counts.length; place++) {
    sum += (place + 1) * counts[place];
    draws += counts[place];
  }
  return sum / draws;
}

/** Quantile of type 7 (Hyndman & Fan 1996) of ranks of which only the counts are known; NaN of none. */
export function rankQuantile(counts: Int32Array, share: number): number {
  let draws = 0;
  for (let place = 0; place < counts.length; place++) draws += counts[place];
  if (draws === 0) return NaN;
  const position = (draws - 1) * share;
  const below = Math.floor(position);
  const lower = orderStatistic(counts, below);
  if (below + 1 >= draws) return lower;
  return lower + (position - below) * (orderStatistic(counts, below + 1) - lower);
}

/** The rank at a place of the sorted list, from 0. */
function orderStatistic(counts: Int32Array, place: number): number {
  let seen = 0;
  for (let at = 0; at < counts.length; at++) {
    seen += counts[at];
    if (seen > place) return at + 1;
  }
  return NaN;
}

function pairwiseWinning({ unitCount, draws, ahead }: RankTally): Float64Array {
  const winning = new Float64Array(unitCount * unitCount).fill(0.5);
  for (let a = 0; a < unitCount; a++) {
    for (let b = a + 1; b < unitCount; b++) {
      const share = ahead[a * unitCount + b] / (2 * draws);
      winning[a * unitCount + b] = share;
      winning[b * unitCount + a] = 1 - share;
    }
  }
  return winning;
}
