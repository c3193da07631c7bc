import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createGoalSeek } from '../../../../electron/engine/exact/goal-seek.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import { makeFramework, makeRequest } from '../make-request.ts';
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

/** The one step of `me`, of whom only this one value is asked. */
function stepOfMe(leaf: { type?: 'rank' | 'boolean'; direction: 1 | -1 }, rows: Rows, rank = 1) {
  const request = makeRequest(makeFramework([{ code: 'a', ...leaf }]), rows, {
    normalisation: { rule: 'rank', ties: 'min' },
  });
  const setup = { scoring: request, unit: 'me' as UnitCode, rank, moves: null };
  return runAllBlocks(createGoalSeek(setup)).steps[0]!;
}
type Rows = Record<string, [number | null]>;

test('of whole values the one that draws level is found, wherever the search begins', () => {
  for (let from = 6; from <= 40; from++) {
    const rows: Rows = { me: [from], rival: [4], other: [5] };
    const step = stepOfMe({ type: 'rank', direction: -1 }, rows);
    expect(step).toMatchObject({ from, to: 4, best: 1, rankAtBest: 1 });
  }
  for (let rival = 5; rival <= 40; rival++) {
    const rows: Rows = { me: [3], rival: [rival], far: [47] };
    expect(stepOfMe({ type: 'rank', direction: 1 }, rows, 2).to).toBe(rival);
  }
  const yes: Rows = { me: [1], yes: [1], no: [0] };
  const no: Rows = { ...yes, me: [0] };
  expect(stepOfMe({ type: 'boolean', direction: 1 }, no).to).toBe(1);
  expect(stepOfMe({ type: 'boolean', direction: -1 }, yes).to).toBe(0);
});

test('a unit that has no value needs the worst of the range where that is enough, and else a value within', () => {
  const rows: Rows = { me: [null], second: [3], first: [9] };
  expect(stepOfMe({ direction: 1 }, rows, 3)).toMatchObject({ from: null, to: 3, worst: 3 });
  expect(stepOfMe({ direction: 1 }, rows, 1)).toMatchObject({ from: null, worst: 3, best: 9 });
  expect(stepOfMe({ direction: 1 }, rows, 1).to).toBeCloseTo(9, 9);
  expect(stepOfMe({ direction: -1 }, rows, 1).to).toBeCloseTo(3, 9);
  expect(stepOfMe({ direction: -1 }, rows, 3).to).toBe(9);
});
