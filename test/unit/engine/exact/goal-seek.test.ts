import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createGoalSeek } from '../../../../electron/engine/exact/goal-seek.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { ScoringRequest } from '../../../../electron/engine/score.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { GoalMoves } from '../../../../shared/model/weight-analysis.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
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

/** `me` against two rivals under z-scores; how far the second column carries `me` decides whom it has to overtake. */
function zScoreStep(me: number, moves: GoalMoves = null) {
  const framework = makeFramework([
    { code: 'a' },
    { code: 'b', type: 'rating', goalposts: { lower: 0, upper: 10 } },
  ]);
  const request = makeRequest(
    framework,
    { me: [me, 2], near: [0, 0.5], far: [1, 0.05] },
    {
      normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 },
      normalisationByIndicator: { ['b' as NodeCode]: AS_IS },
    },
  );
  return goalStepOf(request, 'a', 1, moves);
}

/**
 * The lead over `low`, in deviations, is above the 2.7 that it needs only from 1.5 to 3.4; above 2.5, with a fourth one at
 * 2, from there to far below 158.
 */
function overshoot({ ofLow = 2.7, others = [1, 1, 1], high = 10 } = {}) {
  const framework = makeFramework([
    { code: 'a' },
    { code: 'b', type: 'rating', goalposts: { lower: 0, upper: 10 } },
  ]);
  const request = makeRequest(
    framework,
    {
      me: [1, 0],
      low: [0, ofLow],
      ...Object.fromEntries(others.map((value, at) => [`other${at}`, [value, 0]])),
    },
    {
      normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 },
      normalisationByIndicator: { ['b' as NodeCode]: AS_IS },
    },
  );
  return goalStepOf(request, 'a', 1, [{ indicator: 'a' as NodeCode, low: 0, high }]);
}

function goalStepOf(
  request: ScoringRequest,
  indicator: string,
  rank: number,
  moves: GoalMoves = null,
) {
  const goalSeek = createGoalSeek({ scoring: request, unit: 'me' as UnitCode, rank, moves });
  const rankAt = (value: number) => {
    const values = request.values.slice();
    values[0] = value;
    return createScorer({ ...request, values }).result.rank[0]!;
  };
  const { steps } = runAllBlocks(goalSeek);
  return { rankAt, step: steps.find((step) => step.indicator === indicator)! };
}

test('where a better value can worsen the rank, the least that is enough is found, and called unproved', () => {
  // From −100 towards the others the deviation shrinks: `near` is overtaken at −3.8, `far` is ahead from −2.4 to −0.5.
  const { step, rankAt } = zScoreStep(-100);
  expect([-100, -3.6, -1, 1].map(rankAt)).toEqual([2, 1, 2, 1]);
  expect(step).toMatchObject({ worst: -100, best: 1, rankAtBest: 1, proved: false });
  expect(step.to).toBeLessThan(-3.7);
  expect(rankAt(step.to!)).toBe(1);
  expect(rankAt(step.to! - 1e-9)).toBe(2);
});

test('a value within the range can be enough where its best is not', () => {
  // Far above the others the deviation grows faster than the lead over the worst of them.
  const { step, rankAt } = overshoot();
  expect(rankAt(step.from!)).toBe(2);
  expect(step).toMatchObject({ rankAtBest: 2, proved: false });
  expect(rankAt(step.to!)).toBe(1);
  expect(rankAt(step.to! - 1e-9)).toBe(2);
});

test('what others have is looked at, however far the range goes', () => {
  const { step, rankAt } = overshoot({ ofLow: 2.5, others: [1, 1, 1, 2], high: 10_000 });
  // A 64th of the way is beyond what is enough.
  expect([1, 1.9, 2, 10_000 / 64, 10_000].map(rankAt)).toEqual([3, 2, 1, 2, 2]);
  expect(step.to).toBeCloseTo(2, 6);
  expect(rankAt(step.to!)).toBe(1);
});

test('what others have beyond the range is not for `me`', () => {
  const { step, rankAt } = overshoot({ ofLow: 2.5, others: [1, 1, 1, 2], high: 1.9 });
  expect(rankAt(2)).toBe(1);
  expect(step).toMatchObject({ to: null, best: 1.9, rankAtBest: 2 });
});

test('the one value of all others is met exactly, however far the range goes', () => {
  const excludedUnits = new Set(['out' as UnitCode]);
  const rows = { out: [0, 6], me: [2, -5], one: [3, 4], two: [1, 4], gap: [0, null] };
  const request = makeRequest(
    makeFramework([{ code: 'b' }, { code: 'a' }]),
    rows,
    {},
    { excludedUnits },
  );
  const far = [{ indicator: 'a' as NodeCode, low: -5, high: 1e12 }];
  const { step } = goalStepOf(request, 'a', 2, far);
  expect(step).toMatchObject({ from: -5, to: 4, proved: true });
});

test('the least is proved where no rule lets a better value worsen the rank, where all others are alike too', () => {
  const rows = { me: [1, 5], one: [4, 3], two: [6, 3] };
  const request = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }]), rows);
  expect(goalStepOf(request, 'a', 2).step).toMatchObject({ proved: true });
  // Like the others `me` is judged by `b` alone; a little more, and it is the best in `a`.
  const alike = makeRequest(request.framework, { me: [1, 2], one: [4, 3], two: [4, 1] });
  const far = [{ indicator: 'a' as NodeCode, low: 0, high: 9 }];
  const asTheirs = goalStepOf(alike, 'a', 2, far);
  expect([3.9, 4, 4.1, 9].map(asTheirs.rankAt)).toEqual([3, 2, 1, 1]);
  expect(asTheirs.step).toMatchObject({ to: 4, proved: true });
  const excludedUnits = new Set(['out' as UnitCode]);
  const beside = { me: [1, 2], one: [4, 3], two: [4, 1], out: [6, 0], gap: [null, 0] };
  const onlyScored = makeRequest(request.framework, beside, {}, { excludedUnits });
  expect(goalStepOf(onlyScored, 'a', 2, far).step).toMatchObject({ to: 4, proved: true });
  const beyond = goalStepOf(alike, 'a', 1, far).step;
  expect(beyond.to).toBeGreaterThan(4);
  expect(beyond.to).toBeCloseTo(4, 9);
});

test('of whole values the next better one is found where a half one would be enough', () => {
  const goalposts = { lower: 0, upper: 10 };
  const stepOf = (direction: 1 | -1, needed: number) => {
    // Half of the score is a, the other half b: `me` needs a = needed to draw level with the rival at 0 in a.
    const lead = direction === 1 ? needed : 10 - needed;
    const start = direction === 1 ? 0 : 10;
    const request = makeRequest(
      makeFramework([
        { code: 'a', type: 'rank', direction, goalposts },
        { code: 'b', goalposts },
      ]),
      { me: [start, 0], rival: [start, lead] },
      { normalisation: { rule: 'goalposts', bounds: null, truncate: false, factor: 100 } },
    );
    const moves = [{ indicator: 'a' as NodeCode, low: 0, high: 10 }];
    const setup = { scoring: request, unit: 'me' as UnitCode, rank: 1, moves };
    return runAllBlocks(createGoalSeek(setup)).steps[0]?.to;
  };
  expect([4, 4.4, 4.6, 5].map((needed) => stepOf(1, needed))).toEqual([4, 5, 5, 5]);
  expect([5, 5.4, 5.6, 6].map((needed) => stepOf(-1, needed))).toEqual([5, 5, 5, 6]);
});

test('a unit that no single value gets into the ranking reaches nothing', () => {
  const rows = { me: [9, null, null], second: [3, 3, 3], third: [1, 2, 3] };
  const request = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }, { code: 'c' }]), rows, {
    minCoverage: 0.9,
  });
  const setup = { scoring: request, unit: 'me' as UnitCode, rank: 3, moves: null };
  const answer = runAllBlocks(createGoalSeek(setup));
  expect(answer.steps.map(({ to, rankAtBest }) => [to, rankAtBest])).toEqual([
    [null, 0],
    [null, 0],
    [null, 0],
  ]);
  expect(answer).toMatchObject({ rank: 0, together: null, rankAtAllBest: 0 });
});
