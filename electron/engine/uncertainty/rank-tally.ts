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

/** Counts draws into one tally. */
export interface RankCounter {
  /**
   * @param scores R; NaN = not ranked in this draw, which stands behind all that are. NaN is replaced.
   * @param local N, the shares of the draw.
   */
  count(scores: Float64Array, local: Float64Array): void;
  /** The tally; nothing may be counted after. */
  finish(): RankTally;
}

/**
 * Ranks the units of every draw and counts them. Ties share the smallest rank; scores are equal when they differ by at most
 * 1e-9 of the largest absolute one, as in the ranking itself (`rankScores`).
 *
 * Each draw is sorted by insertion from the expected order, and only pairs that leave it, or tie, are written down: a draw
 * costs as much as it differs, not R².
 *
 * @param expectedRank R, 0 = last; only speed depends on it.
 */
export function rankCounter(nodeCount: number, expectedRank: Int32Array): RankCounter {
  const unitCount = expectedRank.length;
  const tally = emptyTally(unitCount, nodeCount);
  const { rankCounts, ahead, winnerShares } = tally;
  const last = unitCount + 1;
  const expected = Int32Array.from(expectedRank.keys()).sort(
    (a, b) => (expectedRank[a] || last) - (expectedRank[b] || last) || a - b,
  );
  const order = new Int32Array(unitCount);

  /** Puts the units in descending order of score. */
  function sortUnits(scores: Float64Array): void {
    for (let place = 0; place < unitCount; place++) {
      const unit = expected[place];
      const score = scores[unit];
      let at = place;
      for (; at > 0 && scores[order[at - 1]] < score; at--) {
        const overtaken = order[at - 1];
        order[at] = overtaken;
        if (overtaken < unit) ahead[overtaken * unitCount + unit] -= 2;
        else ahead[unit * unitCount + overtaken] += 2;
      }
      order[at] = unit;
    }
  }

  return {
    count(scores, local) {
      let largest = 0;
      for (let unit = 0; unit < unitCount; unit++) {
        const score = scores[unit];
        if (score !== score) scores[unit] = -Infinity;
        else if (Math.abs(score) > largest) largest = Math.abs(score);
      }
      const tolerance = 1e-9 * largest;
      sortUnits(scores);
      let higher = 0;
      for (let place = 0; place < unitCount; place++) {
        const unit = order[place];
        const score = scores[unit];
        for (let next = place + 1; next < unitCount; next++) {
          const other = order[next];
          if (score > scores[other] + tolerance) break;
          if (unit < other) ahead[unit * unitCount + other]--;
          else ahead[other * unitCount + unit]++;
        }
        while (scores[order[higher]] > score + tolerance) higher++;
        const rank = score === -Infinity ? 0 : higher + 1;
        rankCounts[unit * (unitCount + 1) + rank]++;
        if (rank !== 1) continue;
        const row = unit * nodeCount;
        for (let node = 0; node < nodeCount; node++) winnerShares[row + node] += local[node];
      }
      tally.draws++;
    },
    finish() {
      for (let place = 0; place < unitCount; place++) {
        const unit = expected[place];
        for (let next = place + 1; next < unitCount; next++) {
          const other = expected[next];
          if (unit < other) ahead[unit * unitCount + other] += 2 * tally.draws;
        }
      }
      return tally;
    },
  };
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
