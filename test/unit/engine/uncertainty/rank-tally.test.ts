import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankScores, tieTolerance } from '../../../../electron/engine/rank.ts';
import {
  addTally,
  emptyTally,
  rankCounter,
  tallyBytes,
} from '../../../../electron/engine/uncertainty/rank-tally.ts';

/** Few different numbers, so that ties are many, and gaps. */
const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(NaN));
const draws = fc.integer({ min: 1, max: 9 }).chain((units) =>
  fc.record({
    expectedRank: fc.array(fc.nat(units), { minLength: units, maxLength: units }),
    draws: fc.array(fc.array(score, { minLength: units, maxLength: units }), { minLength: 1 }),
  }),
);

it('counts ranks and pairs as comparing every pair does, whatever order is expected', () => {
  fc.assert(
    fc.property(draws, ({ expectedRank, draws }) => {
      const units = expectedRank.length;
      const counter = rankCounter(1, Int32Array.from(expectedRank));
      const rankCounts = new Int32Array(units * (units + 1));
      const ahead = new Int32Array(units * units);
      for (const draw of draws) {
        const scores = Float64Array.from(draw);
        const tolerance = tieTolerance(scores);
        rankScores(scores).forEach((rank, unit) => rankCounts[unit * (units + 1) + rank]!++);
        const level = draw.map((x) => (Number.isNaN(x) ? -Infinity : x));
        for (let a = 0; a < units; a++) {
          for (let b = a + 1; b < units; b++) {
            const wins = Number(level[a]! > level[b]! + tolerance);
            const loses = Number(level[b]! > level[a]! + tolerance);
            ahead[a * units + b]! += 1 + wins - loses;
          }
        }
        counter.count(scores, Float64Array.of(1));
      }
      const tally = counter.finish();
      expect(tally.draws).toBe(draws.length);
      expect(Array.from(tally.rankCounts)).toEqual(Array.from(rankCounts));
      expect(Array.from(tally.ahead)).toEqual(Array.from(ahead));
    }),
  );
});

it('adds up the shares of the winners, of all that tie and of nobody who has no score', () => {
  const draw = (counter: ReturnType<typeof rankCounter>, scores: number[], local: number[]) =>
    counter.count(Float64Array.from(scores), Float64Array.from(local));
  const first = rankCounter(2, Int32Array.of(1, 2, 3));
  draw(first, [3, 2, 1], [0.25, 0.75]);
  draw(first, [1, 2, NaN], [0.5, 0.5]);
  draw(first, [-5, -9, -5 - 4e-9], [1, 0]);
  draw(first, [NaN, NaN, NaN], [0.125, 0.875]);
  const second = rankCounter(2, Int32Array.of(1, 2, 3));
  draw(second, [1, 1, 2], [0.375, 0.625]);

  const whole = emptyTally(3, 2);
  addTally(whole, first.finish());
  expect(Array.from(whole.winnerShares)).toEqual([1.25, 0.75, 0.5, 0.5, 1, 0]);
  addTally(whole, second.finish());
  expect(whole).toEqual({
    unitCount: 3,
    nodeCount: 2,
    draws: 5,
    // Not ranked, first, second, third.
    rankCounts: Int32Array.of(1, 2, 2, 0, 1, 1, 2, 1, 2, 2, 0, 1),
    // 2 a win, 1 a tie: before `b` twice, tied twice, behind once …
    ahead: Int32Array.of(0, 6, 6, 0, 0, 5, 0, 0, 0),
    winnerShares: Float64Array.of(1.25, 0.75, 0.5, 0.5, 1.375, 0.625),
  });
});

it('needs what its three tables have', () => {
  const { rankCounts, ahead, winnerShares } = emptyTally(7, 4);
  expect(tallyBytes(7, 4)).toBe(rankCounts.byteLength + ahead.byteLength + winnerShares.byteLength);
});
