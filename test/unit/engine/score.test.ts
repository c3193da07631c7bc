import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { MissingRule } from '../../../shared/model/method.ts';
import { createScorer, score } from '../../../electron/engine/score.ts';
import { makeFramework, makeRequest } from './make-request.ts';

const framework = makeFramework([
  { code: 'G', weight: 2, children: [{ code: 'a' }, { code: 'b', weight: 3 }] },
  { code: 'c' },
]);
const ROWS = { u: [10, 80, 30], v: [90, null, 60], w: [40, 20, 95] };
const GAPLESS = { ...ROWS, v: [90, 50, 60] };
const OTHER = new Map([['a' as NodeCode, 7]]);

function request(missing: MissingRule = 'available', rows: typeof ROWS | typeof GAPLESS = ROWS) {
  return makeRequest(framework, rows, { missing }, { plausible: { draws: 200, seed: 5 } });
}

describe('a scorer', () => {
  it('computes the plausible ranks of other weights, unless they are not wanted', () => {
    const scorer = createScorer(request());
    const nodes = framework.nodes.map((node) =>
      node.code === 'a' ? { ...node, weight: 7 } : node,
    );
    const expected = score({ ...request(), framework: { ...framework, nodes } });
    expect(expected.plausible).toMatchObject({ draws: 200, seed: 5 });
    expect(expected.plausible?.low).toHaveLength(3);
    expect(scorer.reweigh(OTHER).plausible).toEqual(expected.plausible);
    expect(scorer.reweigh(OTHER, { plausible: false }).plausible).toBeNull();
    expect(scorer.reweigh(OTHER, {}).plausible).toEqual(expected.plausible);
  });

  it('writes into the large arrays of a result that nobody needs any more, and into no other', () => {
    for (const rows of [ROWS, GAPLESS]) {
      const scorer = createScorer(request('available', rows));
      const kept = scorer.reweigh(OTHER);
      const [values, contributions] = [kept.values.slice(), kept.contributions.slice()];
      const spare = scorer.reweigh(new Map());
      const next = scorer.reweigh(OTHER, { spare });
      expect(next.values).toBe(spare.values);
      expect(next.contributions).toBe(spare.contributions);
      expect([kept.values, kept.contributions]).toEqual([values, contributions]);
      expect([next.values, next.contributions]).toEqual([values, contributions]);
    }
  });

  it('takes the arrays of no result of another scorer', () => {
    const foreign = createScorer(request()).result;
    const before = foreign.values.slice();
    const next = createScorer(request()).reweigh(OTHER, { spare: foreign });
    expect(next.values).not.toBe(foreign.values);
    expect(foreign.values).toEqual(before);
  });

  it('writes into the contributions only under the rule `bounds`, whose values are not those aggregated', () => {
    const scorer = createScorer(request('bounds'));
    const spare = scorer.reweigh(new Map());
    const before = spare.values.slice();
    const next = scorer.reweigh(OTHER, { spare });
    const fresh = createScorer(request('bounds')).reweigh(OTHER);
    expect(next.contributions).toBe(spare.contributions);
    expect(next).toEqual(fresh);
    expect(spare.values).toEqual(before);
  });
});

describe('a result', () => {
  it('carries the notes of every stage, in their order', () => {
    const rows = { u: [10, null, 5], v: [90, 50, 5], w: [40, 70, 5] };
    const { notes } = score(makeRequest(framework, rows, { missing: 'mean', availability: [1] }));
    expect(notes).toMatchObject([
      { kind: 'imputed', node: 'b' },
      { kind: 'constant-column', node: 'c' },
      { kind: 'below-availability', node: 'index' },
    ]);
  });

  it('has arrays of its own for score and interval, also where they are equal', () => {
    const result = score(request('available', GAPLESS));
    expect(result.scoreLow).toEqual(result.score);
    expect(result.scoreHigh).toEqual(result.score);
    const arrays = [result.score, result.scoreLow, result.scoreHigh].map(({ buffer }) => buffer);
    expect(new Set(arrays).size).toBe(3);
    expect(result.score.length).toBe(3);
    expect(result.rankBest).toEqual(result.rank);
    expect(result.rankWorst).toEqual(result.rank);
  });
});
