/**
 * Counts of ranks over draws among R units. Whole numbers add up alike in any order; the one sum of fractions
 * (`winnerShares`) is kept per block and added in the order of the blocks.
 */
export interface RankTally {
  readonly unitCount: number;
  readonly nodeCount: number;
  draws: number;
  /** R × (R + 1): in how many draws unit u has rank r, at [u × (R + 1) + r]; r = 0: not ranked. */
  readonly rankCounts: Int32Array;
  /** R × R, for a < b only, at [a × R + b]: 2 for every draw in which a stands before b, 1 for every tie. */
  readonly ahead: Int32Array;
  /** R × N: sum of the local shares of the draws that the unit wins. */
  readonly winnerShares: Float64Array;
}

export function emptyTally(unitCount: number, nodeCount: number): RankTally {
  return {
    unitCount,
    nodeCount,
    draws: 0,
    rankCounts: new Int32Array(unitCount * (unitCount + 1)),
    ahead: new Int32Array(unitCount * unitCount),
    winnerShares: new Float64Array(unitCount * nodeCount),
  };
}

/** Bytes of one tally; pairs of units make it large, not draws. */
export function tallyBytes(unitCount: number, nodeCount: number): number {
  return 4 * unitCount * (2 * unitCount + 1) + 8 * unitCount * nodeCount;
}

/** Working memory of `countDraw`. */
export interface RankScratch {
  readonly rank: Int32Array;
}

export function rankScratch(unitCount: number): RankScratch {
  return { rank: new Int32Array(unitCount) };
}

/**
 * Ranks the units of one draw and counts it. Ties share the smallest rank; scores are equal when they differ by at most
 * 1e-9 of the largest absolute one, as in the ranking itself (`rankScores`).
 *
 * @param scores R; NaN = not ranked in this draw, which stands behind all that are. Not kept, but NaN is replaced.
 * @param local N, the shares of the draw.
 */
export function countDraw(
  tally: RankTally,
  { rank }: RankScratch,
  scores: Float64Array,
  local: Float64Array,
): void {
  const { unitCount, nodeCount, rankCounts, ahead, winnerShares } = tally;
  let largest = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const score = scores[unit];
    if (score !== score) scores[unit] = -Infinity;
    else if (Math.abs(score) > largest) largest = Math.abs(score);
  }
  const tolerance = 1e-9 * largest;
  rank.fill(1);
  for (let a = 0; a < unitCount; a++) {
    const own = scores[a];
    const reach = own + tolerance;
    const row = a * unitCount;
    let before = 0;
    for (let b = a + 1; b < unitCount; b++) {
      const other = scores[b];
      const behind = other > reach ? 1 : 0;
      const first = own > other + tolerance ? 1 : 0;
      before += behind;
      rank[b] += first;
      ahead[row + b] += 1 + first - behind;
    }
    rank[a] += before;
  }
  for (let unit = 0; unit < unitCount; unit++) {
    const place = scores[unit] === -Infinity ? 0 : rank[unit];
    rankCounts[unit * (unitCount + 1) + place]++;
    if (place !== 1) continue;
    const row = unit * nodeCount;
    for (let node = 0; node < nodeCount; node++) winnerShares[row + node] += local[node];
  }
  tally.draws++;
}

/** Adds `part` to `whole`. Parts must come in the order of their blocks: sums of fractions depend on it. */
export function addTally(whole: RankTally, part: RankTally): void {
  whole.draws += part.draws;
  addInto(whole.rankCounts, part.rankCounts);
  addInto(whole.ahead, part.ahead);
  addInto(whole.winnerShares, part.winnerShares);
}

function addInto<Numbers extends Int32Array | Float64Array>(whole: Numbers, part: Numbers): void {
  for (let at = 0; at < whole.length; at++) whole[at] += part[at];
}
