import { describe, expect, it } from 'vitest';
import { researchNext } from '../../../../electron/engine/exact/research-next.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

/** On a scale of 0 to 1, weights ¼, ¼ and ½. Scores: u 0.4…0.65, v 0.35, x 0.55, w 0.25…0.75. */
const framework = makeFramework([{ code: 'a' }, { code: 'b' }, { code: 'c', weight: 2 }]);
const ROWS = {
  u: [0.8, null, 0.4],
  v: [0.2, 0.2, 0.5],
  w: [null, null, 0.5],
  x: [0.6, 0.6, 0.5],
};

function gaps(method: Partial<Method> = {}) {
  const request = makeRequest(framework, ROWS, { normalisation: AS_IS, ...method });
  return researchNext(request, createScorer(request), request.method);
}

describe('what a gap would bring', () => {
  it('is the expected number of pairs that part, twice', () => {
    const found = gaps();
    expect(found.map(({ unit, indicator }) => `${unit} ${indicator}`)).toEqual([
      'u b',
      'w a',
      'w b',
    ]);
    const [ub, wa, wb] = found;
    // Known, u is a point between 0.4 and 0.65: beside x for sure, still within w, and v was never in reach.
    expect(ub!.rankWidth).toBeCloseTo(2, 6);
    // w then begins at 0.25 + p/4: beyond v for p > 0.4; or ends at 0.5 + p/4: before x for p < 0.2.
    expect(wa!.rankWidth).toBeCloseTo(2 * (0.6 + 0.2), 6);
    expect(wb!.rankWidth).toBeCloseTo(wa!.rankWidth, 12);
    for (const { scoreWidth } of found) expect(scoreWidth).toBeCloseTo(0.25, 12);
    expect(found.map(({ coverageThen }) => coverageThen)).toEqual([1, 0.75, 0.75]);
    expect(found.map(({ becomesRanked }) => becomesRanked)).toEqual([false, false, false]);
  });

  it('is no rank for a unit that is not ranked, but maybe that it will be', () => {
    const [first, ...rest] = gaps({ minCoverage: 0.6 });
    expect(first).toMatchObject({ unit: 'u', indicator: 'b', becomesRanked: false });
    expect(first!.rankWidth).toBeCloseTo(2, 6);
    for (const gap of rest)
      expect(gap).toMatchObject({ unit: 'w', rankWidth: 0, becomesRanked: true });
    const still = gaps({ minCoverage: 0.8 }).filter(({ unit }) => unit === 'w');
    expect(still.map(({ becomesRanked }) => becomesRanked)).toEqual([false, false]);
    const just = gaps({ minCoverage: 0.75 }).filter(({ unit }) => unit === 'w');
    expect(just.map(({ becomesRanked }) => becomesRanked)).toEqual([true, true]);
  });

  it('comes in order of the ranks, and of equal ones what narrows the score most first', () => {
    // Nobody else is near, so no gap changes any rank: weights ¼, ½ and ¼ alone decide.
    const wide = makeFramework([{ code: 'a' }, { code: 'b', weight: 2 }, { code: 'c' }]);
    const rows = { u: [null, null, 0], v: [0, 1, null], w: [1, null, null] };
    const request = makeRequest(wide, rows, { normalisation: AS_IS, minCoverage: 0.9 });
    const found = researchNext(request, createScorer(request), request.method);
    expect(
      found.map(({ indicator, rankWidth, scoreWidth }) => [indicator, rankWidth, scoreWidth]),
    ).toEqual([
      ['b', 0, 0.5],
      ['b', 0, 0.5],
      ['a', 0, 0.25],
      ['c', 0, 0.25],
      ['c', 0, 0.25],
    ]);
  });

  it('is nothing where a value is known, although all are alike there', () => {
    const request = makeRequest(framework, {
      u: [5, null, 1],
      v: [5, 2, 3],
      w: [5, 3, null],
    });
    const found = researchNext(request, createScorer(request), request.method);
    expect(found.map(({ unit, indicator }) => `${unit} ${indicator}`).toSorted()).toEqual([
      'u b',
      'w c',
    ]);
  });

  it('is not known where the score is no weighted sum', () => {
    expectAppError(() => gaps({ aggregation: [{ rule: 'max' }] }), 'E_UNSUPPORTED', {
      reason: 'gaps-not-exact',
    });
  });
});
