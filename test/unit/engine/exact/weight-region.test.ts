import { describe, expect, it } from 'vitest';
import {
  type RegionRequest,
  regionShares,
  weightRegion,
} from '../../../../electron/engine/exact/weight-region.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { expectAppError } from '../expect-app-error.ts';
import { makeFramework, makeRequest } from '../make-request.ts';

/** Shares: G ¾ of which a ⅓ and b ⅔, c ¼; so a ¼, b ½, c ¼ of the index. */
const request = makeRequest(
  makeFramework([
    { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b', weight: 2 }] },
    { code: 'c' },
  ]),
  { u: [1, 2, 3], v: [3, 2, 1] },
);
const model = weightModel(createScorer(request), request.method);

function region(scope: 'leaves' | string, spread: number | null = null, locked: string[] = []) {
  const asked: RegionRequest = {
    scope: scope === 'leaves' ? { kind: scope } : { kind: 'siblings', parent: scope as NodeCode },
    spread,
    locked: new Set(locked as NodeCode[]),
  };
  const found = weightRegion(model, asked);
  return { ...found, codes: Array.from(found.nodes, (node) => model.tree.codes[node]) };
}

function expectNumbers(actual: ArrayLike<number>, ...expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(actual[at]).toBeCloseTo(value, 12));
}

describe('a region of weights', () => {
  it('of siblings: their shares, anywhere or around where they are', () => {
    const anywhere = region('G');
    expect(anywhere).toMatchObject({ scope: 'siblings', parent: 1, codes: ['a', 'b'], rows: [] });
    expectNumbers(anywhere.present, 1 / 3, 2 / 3);
    expectNumbers(anywhere.lower, 0, 0);
    expectNumbers(anywhere.upper, 1, 1);
    const around = region('G', 0.6);
    expectNumbers(around.lower, 0.4 / 3, 0.8 / 3);
    // No share is above all.
    expectNumbers(around.upper, 1.6 / 3, 1);
    expectNumbers(region('G', 3).lower, 0, 0);
  });

  it('of siblings: what is locked stays', () => {
    const { lower, upper } = region('G', null, ['b', 'c']);
    expectNumbers(lower, 0, 2 / 3);
    expectNumbers(upper, 1, 2 / 3);
  });

  it('of all indicators: their weights, with a row for every lock', () => {
    const free = region('leaves', 0.5);
    expect(free).toMatchObject({ scope: 'leaves', parent: 0, codes: ['a', 'b', 'c'], rows: [] });
    expectNumbers(free.present, 0.25, 0.5, 0.25);
    expectNumbers(free.lower, 0.125, 0.25, 0.125);
    expectNumbers(free.upper, 0.375, 0.75, 0.375);
    const { rows } = region('leaves', null, ['G', 'a', 'index']);
    expect(rows.map(({ lower, upper }) => [lower, upper])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    // G has ¾ of everything; a has ⅓ of G.
    expectNumbers(rows[0]!.coefficients, 0.25, 0.25, -0.75);
    expectNumbers(rows[1]!.coefficients, 2 / 3, -1 / 3, 0);
  });

  it.each([0, -1, NaN, Infinity])('has no spread of %s', (spread) => {
    expectAppError(() => region('leaves', spread), 'E_INPUT', {
      reason: 'spread-not-valid',
      expected: '> 0',
      found: String(spread),
    });
  });

  it.each(['a', 'nowhere'])('has no children of %s', (parent) => {
    expectAppError(() => region(parent), 'E_NOT_FOUND', { reason: 'unknown-parent', node: parent });
  });
});

describe('weights of a region as shares among siblings', () => {
  it('are those of the children', () => {
    expect(regionShares(model, region('G'), Float64Array.of(0.9, 0.1))).toEqual(
      new Map([
        ['a', 0.9],
        ['b', 0.1],
      ]),
    );
  });

  it('are sums of the leaves below, and as they were below what weighs nothing', () => {
    const shares = regionShares(model, region('leaves'), Float64Array.of(0.1, 0.3, 0.6));
    expectNumbers([...shares.values()], 0.4, 0.25, 0.75, 0.6);
    expect([...shares.keys()]).toEqual(['G', 'a', 'b', 'c']);
    const nothing = regionShares(model, region('leaves'), Float64Array.of(0, 0, 1));
    expectNumbers([...nothing.values()], 0, 1 / 3, 2 / 3, 1);
  });
});
