import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankScores, tieTolerance } from '../../../../electron/engine/rank.ts';
import { rankCounter } from '../../../../electron/engine/uncertainty/rank-tally.ts';

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
