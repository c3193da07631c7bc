import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createGoalSeek } from '../../../../electron/engine/exact/goal-seek.ts';
import { createScorer, type ScoringRequest } from '../../../../electron/engine/score.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { GoalMoves } from '../../../../shared/model/weight-analysis.ts';
import { expectAppError } from '../expect-app-error.ts';
import { makeFramework, makeRequest } from '../make-request.ts';

const goalposts = { lower: 0, upper: 10 };
const framework = makeFramework([
  { code: 'a', weight: 5, goalposts },
  { code: 'b', weight: 3, goalposts },
  { code: 'c', weight: 2, goalposts },
]);
/** Scores 7, 4 and 2; goalposts of 0 to 10 leave the scale where it is. */
const request = makeRequest(
  framework,
  { first: [7, 7, 7], second: [4, 4, 4], last: [2, 2, 2] },
  { normalisation: { rule: 'goalposts', bounds: null, truncate: false, factor: 100 } },
);
const unit = 'last' as UnitCode;

function seek(scoring: ScoringRequest, rank: number, moves: GoalMoves = null) {
  return runAllBlocks(createGoalSeek({ scoring, unit, rank, moves }));
}

describe('several indicators together', () => {
  test('take the heaviest first, and are proved to be the least where everything is linear', () => {
    const { together } = seek(request, 1);
    // 5 points short: a brings ½ a point for each, up to 4; b brings the last one, 1/0.3.
    expect(together?.proved).toBe(true);
    expect(together?.moves.map(({ indicator }) => indicator)).toEqual(['a', 'b']);
    expect(together?.moves[0]?.to).toBe(10);
    expect(together?.moves[1]?.to).toBeCloseTo(2 + 1 / 0.3, 6);
    expect(together?.effort).toBeCloseTo(0.8 + 1 / 3, 6);
  });

  test('are no worse than any combination on a fine grid', () => {
    const least = seek(request, 1).together?.effort ?? NaN;
    let found = Infinity;
    for (let a = 2; a <= 10; a += 0.25) {
      for (let b = 2; b <= 10; b += 0.25) {
        for (let c = 2; c <= 10; c += 0.25) {
          if (0.5 * a + 0.3 * b + 0.2 * c < 7) continue;
          found = Math.min(found, (a + b + c - 6) / 10);
        }
      }
    }
    expect(least).toBeLessThanOrEqual(found);
    expect(found - least).toBeLessThan(0.1);
  });

  test('reach the rank when they are scored, and a little less of any of them does not', () => {
    const moves = seek(request, 1).together?.moves ?? [];
    const rankWith = (part: number) => {
      const values = request.values.slice();
      for (const { indicator, from, to } of moves) {
        const leaf = ['a', 'b', 'c'].indexOf(indicator);
        values[leaf * 3 + 2] = from + part * (to - from);
      }
      return createScorer({ ...request, values }).result.rank[2];
    };
    expect(rankWith(1)).toBe(1);
    expect(rankWith(0.999)).toBe(2);
  });

  test('stay within the ranges given, and say when not even all the best is enough', () => {
    const held: GoalMoves = ['a', 'b', 'c'].map((code) => ({
      indicator: code as NodeCode,
      low: null,
      high: 5,
    }));
    const answer = seek(request, 1, held);
    expect(answer.together).toBeNull();
    expect(answer.rankAtAllBest).toBe(2);
    expect(answer.steps.map(({ best }) => best)).toEqual([5, 5, 5]);
    const second = seek(request, 2, held).together;
    expect(second?.moves.every(({ to }) => to <= 5)).toBe(true);
  });

  test('leave alone what may not move', () => {
    const { steps, together } = seek(request, 2, [
      { indicator: 'b' as NodeCode, low: null, high: null },
      { indicator: 'c' as NodeCode, low: null, high: null },
    ]);
    expect(steps.map(({ indicator }) => indicator)).toEqual(['b', 'c']);
    expect(together?.moves.map(({ indicator }) => indicator)).toEqual(['b']);
  });

  test('are not called proved where the new value moves the scale', () => {
    // Lowest in everything on min-max: with the lowest value the scale moves.
    const moving = makeRequest(
      makeFramework([{ code: 'a' }, { code: 'b' }]),
      { first: [9, 7], second: [6, 8], last: [1, 2] },
      {},
    );
    const { together } = seek(moving, 1);
    expect(together).not.toBeNull();
    expect(together?.proved).toBe(false);
  });

  test('are none where the rank is held already', () => {
    const { together, rankAtAllBest } = seek(request, 3);
    expect(together).toEqual({ moves: [], effort: 0, proved: true });
    expect(rankAtAllBest).toBe(1);
  });

  test('need two indicators that can be moved by any amount, not by whole ranks only', () => {
    const rows = { first: [7, 7], second: [4, 4], last: [2, 2] };
    const rule = { normalisation: request.method.normalisation };
    const whole = makeFramework([
      { code: 'a', goalposts },
      { code: 'b', type: 'rank', goalposts },
    ]);
    expect(seek(makeRequest(whole, rows, rule), 1).together).toBeNull();
    expect(seek(request, 2, [{ indicator: 'a' as NodeCode, low: null, high: null }]).together).toBe(
      null,
    );
  });

  test('go down where less is better', () => {
    const falling = makeFramework([
      { code: 'a', weight: 6, direction: -1, goalposts },
      { code: 'b', weight: 4, goalposts },
    ]);
    // Scores 7 and 2: five points, of which a brings 0.6 for each down to 0, and b the last 0.2.
    const answer = seek(
      makeRequest(
        falling,
        { first: [3, 7], second: [5, 5], last: [8, 2] },
        { normalisation: request.method.normalisation },
      ),
      1,
    );
    expect(answer.together?.proved).toBe(true);
    expect(answer.together?.moves.map(({ indicator, from }) => [indicator, from])).toEqual([
      ['a', 8],
      ['b', 2],
    ]);
    expect(answer.together?.moves[0]?.to).toBe(0);
    expect(answer.together?.moves[1]?.to).toBeCloseTo(2.5, 6);
    expect(answer.together?.effort).toBeCloseTo(0.8 + 0.05, 6);
  });

  test('are confirmed by the pipeline where the score is not linear, and none of them could stop earlier', () => {
    const geometric: ScoringRequest = {
      ...request,
      method: { ...request.method, aggregation: [{ rule: 'geometric' }] },
    };
    const { together } = seek(geometric, 1);
    expect(together?.proved).toBe(false);
    const score = (values: readonly number[]) =>
      values[0]! ** 0.5 * values[1]! ** 0.3 * values[2]! ** 0.2;
    const reached = [2, 2, 2];
    for (const { indicator, to } of together?.moves ?? []) {
      reached['abc'.indexOf(indicator)] = to;
    }
    expect(score(reached)).toBeGreaterThan(7 - 1e-6);
    for (const { indicator, to } of together?.moves ?? []) {
      const less = reached.with('abc'.indexOf(indicator), to - 0.001);
      expect(score(less)).toBeLessThan(7);
    }
    expect(together?.effort).toBeCloseTo(
      reached.reduce((sum, value) => sum + (value - 2) / 10, 0),
      6,
    );
  });

  test('cost a whole scale where the best value makes all units alike', () => {
    // Alone at 0 in both. With a = 10 nobody differs in a any more, and b alone decides.
    const rows = { first: [10, 10], second: [10, 8], last: [0, 0] };
    const two = makeFramework([{ code: 'a' }, { code: 'b' }]);
    const { together } = seek(makeRequest(two, rows), 1);
    expect(together?.moves).toEqual([
      { indicator: 'a', from: 0, to: 10 },
      { indicator: 'b', from: 0, to: expect.closeTo(10, 6) as number },
    ]);
    expect(together?.effort).toBeCloseTo(2, 6);
    expect(together?.proved).toBe(false);
  });

  test('take what weighs most first, whatever the order of the indicators and however far each can go', () => {
    const value = fc.integer({ min: 0, max: 9 });
    const three = fc.tuple(value, value, value);
    const weights = fc.tuple(...[2, 3, 5].map((weight) => fc.constantFrom(weight, weight + 5)));
    let moved = 0;
    fc.assert(
      fc.property(weights, three, three, three, (weight, first, second, last) => {
        const scoring = makeRequest(
          makeFramework(weight.map((each, at) => ({ code: 'abc'[at]!, weight: each, goalposts }))),
          // One that has nothing, and so no score, is in nobody's way.
          { first, second, none: [null, null, null], last },
          { normalisation: request.method.normalisation },
        );
        const whole = weight.reduce((sum, each) => sum + each, 0);
        const points = (values: readonly number[]) =>
          values.reduce((sum, each, at) => sum + (weight[at]! * each) / whole, 0);
        let short = Math.max(points(first), points(second)) - points(last);
        const heaviest = [0, 1, 2].sort((one, other) => weight[other]! - weight[one]!);
        const expected = heaviest.map((at) => {
          const to = Math.min(10, last[at]! + Math.max(0, short / (weight[at]! / whole)));
          short -= (weight[at]! / whole) * (to - last[at]!);
          return to - last[at]!;
        });
        const { together } = seek(scoring, 1);
        expect(together?.proved).toBe(true);
        expect(together?.effort).toBeCloseTo(expected.reduce((sum, each) => sum + each, 0) / 10, 6);
        const gains = new Map(
          together?.moves.map(({ indicator, from, to }) => [indicator, to - from]),
        );
        heaviest.forEach((at, place) => {
          const gain = gains.get('abc'[at] as NodeCode) ?? 0;
          if (weight[0] !== weight[2] && weight[1] !== weight[2]) {
            expect(gain).toBeCloseTo(expected[place]!, 6);
          }
        });
        if (gains.size > 1) moved++;
      }),
      { numRuns: 30, seed: 21 },
    );
    expect(moved).toBeGreaterThan(5);
  });

  test('go evenly along the logarithm where that is compared', () => {
    const decades = { lower: 1, upper: 100 };
    const leaf = { transform: 'log10', goalposts: decades } as const;
    const scoring = makeRequest(
      makeFramework([
        { code: 'a', weight: 3, ...leaf },
        { code: 'b', ...leaf },
      ]),
      { first: [100, 1], last: [1, 1] },
      { normalisation: request.method.normalisation },
    );
    // Half a decade more in a is worth three halves in b: the first needs two decades of a, three quarters of the scale.
    const first = seek(scoring, 1).together;
    expect(first).toEqual({
      moves: [{ indicator: 'a', from: 1, to: expect.closeTo(100, 5) as number }],
      effort: expect.closeTo(1, 7) as number,
      proved: true,
    });
    // With a held at 10, b has to bring three decades and has two; at 10^1.5 it needs one and a half.
    const upTo = (high: number): GoalMoves => [
      { indicator: 'a' as NodeCode, low: null, high },
      { indicator: 'b' as NodeCode, low: null, high: null },
    ];
    expect(seek(scoring, 1, upTo(10)).together).toBeNull();
    const both = seek(scoring, 1, upTo(10 ** 1.5)).together;
    expect(both?.proved).toBe(true);
    expect(both?.moves.map(({ to }) => to)).toEqual([
      10 ** 1.5,
      expect.closeTo(10 ** 1.5, 4) as number,
    ]);
    expect(both?.effort).toBeCloseTo(1.5, 6);
  });

  test('are not called proved where the way bends, or where what is best lies beyond the scale', () => {
    const truncated = {
      ...request,
      method: {
        ...request.method,
        normalisation: { rule: 'goalposts', bounds: null, truncate: true, factor: 100 } as const,
      },
    };
    expect(seek(truncated, 1).together?.proved).toBe(true);
    // Half of the way from 2 to 20 is as good as the whole.
    const beyond: GoalMoves = ['a', 'b'].map((code) => ({
      indicator: code as NodeCode,
      low: null,
      high: 20,
    }));
    const { together } = seek(truncated, 1, beyond);
    expect(together?.proved).toBe(false);
    expect(together?.moves[0]?.to).toBeCloseTo(10, 6);
  });

  test('leave out what is at its best already', () => {
    const rows = { first: [10, 10], last: [10, 2] };
    const two = makeFramework([
      { code: 'a', goalposts },
      { code: 'b', goalposts },
    ]);
    const scoring = makeRequest(two, rows, { normalisation: request.method.normalisation });
    expect(seek(scoring, 1).together).toBeNull();
  });

  test('are proved to be none where the rank is held, also where values move the scale', () => {
    const rows = { first: [9, 7], second: [6, 8], last: [1, 2] };
    const moving = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }]), rows);
    expect(seek(moving, 3).together).toEqual({ moves: [], effort: 0, proved: true });
  });

  test('are cheaper than going all the way and back where the scale moves along', () => {
    // a weighs ⅔. Level with the first at a = 8 and b = 4: half and a quarter of a scale. At b = 7 alone the first
    // would have the least of b, and both 66.7 points: a whole scale.
    const rows = { first: [8, 4], second: [6, 7], last: [7, 3] };
    const two = makeFramework([{ code: 'a', weight: 2 }, { code: 'b' }]);
    for (const low of [0, 20]) {
      const scoring = makeRequest(two, rows, {
        normalisation: { rule: 'min-max', low, high: 100 },
      });
      const { together } = seek(scoring, 1);
      expect(together?.moves).toEqual([
        { indicator: 'a', from: 7, to: 8 },
        { indicator: 'b', from: 3, to: expect.closeTo(4, 6) as number },
      ]);
      expect(together?.effort).toBeCloseTo(0.75, 6);
    }
  });

  test('are not called proved where they leave the score and push others down', () => {
    // The last is the best in a already. Further up, the first is no longer near: 7/8 of the scale becomes 7/99.
    const rows = { first: [8, 9], other: [1, 1], last: [9, 2] };
    const scoring = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }]), rows);
    const upTo100: GoalMoves = [
      { indicator: 'a' as NodeCode, low: null, high: 100 },
      { indicator: 'b' as NodeCode, low: null, high: null },
    ];
    const { together } = seek(scoring, 1, upTo100);
    expect(together?.moves[0]?.indicator).toBe('a');
    expect(together?.proved).toBe(false);
  });

  test('are one alone where that costs less', () => {
    // In b the last is 20 points short, thrice. From 6 on in c the first has the least of it: 6.6 leads by 60.
    const rows = { first: [9, 8, 6], second: [4, 3, 7], last: [9, 7, 2] };
    const three = makeFramework([
      { code: 'a', weight: 3 },
      { code: 'b', weight: 3 },
      { code: 'c' },
    ]);
    const { together } = seek(makeRequest(three, rows), 1);
    expect(together?.moves).toEqual([
      { indicator: 'c', from: 2, to: expect.closeTo(6.6, 6) as number },
    ]);
    // And not b = 8 with c = 6, which would be 0.2 + 0.8 of a scale.
    expect(together?.effort).toBeCloseTo(4.6 / 5, 6);
    expect(together?.proved).toBe(false);
  });

  test('refuse an indicator that is not there', () => {
    expectAppError(
      () => seek(request, 1, [{ indicator: 'z' as NodeCode, low: null, high: null }]),
      'E_NOT_FOUND',
      { reason: 'unknown-node', node: 'z' },
    );
  });
});
