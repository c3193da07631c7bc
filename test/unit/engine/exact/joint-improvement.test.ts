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

  test('refuse an indicator that is not there', () => {
    expectAppError(
      () => seek(request, 1, [{ indicator: 'z' as NodeCode, low: null, high: null }]),
      'E_NOT_FOUND',
      { reason: 'unknown-node', node: 'z' },
    );
  });
});
