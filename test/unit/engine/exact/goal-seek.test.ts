import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createGoalSeek } from '../../../../electron/engine/exact/goal-seek.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { ORDINARY, randomRequest } from './random-request.ts';

test('the value found reaches the rank, a little less does not, and null means that nothing in the range does', () => {
  let improved = 0;
  fc.assert(
    fc.property(
      randomRequest({ ...ORDINARY, units: [3, 6], depth: [1, 2], leastWeight: 1, most: 1000 }),
      fc.nat(),
      (request, pick) => {
        const unit = request.units[pick % request.units.length]!.code;
        const count = request.units.length;
        const leaves = request.framework.nodes.filter((node) => node.indicator !== null);
        const rankAt = (indicator: string, value: number) => {
          const leaf = leaves.findIndex(({ code }) => code === indicator);
          const values = request.values.slice();
          values[leaf * count + (pick % count)] = value;
          const { rank } = createScorer({ ...request, values }).result;
          return rank[pick % count]!;
        };
        const goal = 1 + (pick % 2);
        const { steps } = runAllBlocks(
          createGoalSeek({ scoring: request, unit, rank: goal, moves: null }),
        );
        for (const { indicator, from, to, worst, best, rankAtBest } of steps) {
          expect(rankAt(indicator, best)).toBe(rankAtBest);
          if (to === null) {
            for (const part of [0.3, 0.7, 1]) {
              const rank = rankAt(indicator, worst + part * (best - worst));
              expect(rank === 0 || rank > goal).toBe(true);
            }
            continue;
          }
          expect(rankAt(indicator, to)).toBeLessThanOrEqual(goal);
          if (from === null || to === from) continue;
          improved++;
          const less = rankAt(indicator, to - 1e-6 * (to - from) - 1e-9 * Math.sign(to - from));
          expect(less === 0 || less > goal).toBe(true);
        }
      },
    ),
    { numRuns: 60, seed: 6 },
  );
  expect(improved).toBeGreaterThan(10);
});
