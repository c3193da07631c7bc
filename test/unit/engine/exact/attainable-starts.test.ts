import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createAttainableRanks } from '../../../../electron/engine/exact/attainable-ranks.ts';
import type { RegionRequest } from '../../../../electron/engine/exact/weight-region.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

/** Where the search for attainable ranks starts from: what is claimed when there is no time to search at all. */

const NO_WORK = -1;
const CODES = ['a', 'b', 'c'];

/** The weights now, and each as high and as low as it goes with the others as they are in proportion, where allowed. */
function starts(present: readonly number[], spread: number | null, lockedAt: number): number[][] {
  const bounds = present.map((weight, at) => {
    if (at === lockedAt) return [weight, weight] as const;
    if (spread === null) return [0, 1] as const;
    return [weight * (1 - spread), Math.min(1, weight * (1 + spread))] as const;
  });
  const moved = present.flatMap((weight, at) =>
    bounds[at]!.map((end) =>
      present.map((other, place) => {
        if (place === at) return end;
        return weight === 1 ? (1 - end) / 2 : (other * (1 - end)) / (1 - weight);
      }),
    ),
  );
  const isAllowed = (weights: readonly number[]) =>
    weights.every((weight, at) => {
      const [least, most] = bounds[at]!;
      return weight > least - 1e-13 && weight < most + 1e-13;
    });
  return [[...present], ...moved.filter(isAllowed)];
}

const cell = fc.integer({ min: 0, max: 997 });
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 8 });

describe('without any search', () => {
  it.each([
    { relative: [1, 2, 3], spread: null, locked: [] },
    { relative: [1, 2, 3], spread: 0.5, locked: [] },
    { relative: [2, 2, 1], spread: 0.9, locked: ['a'] },
    { relative: [2, 2, 1], spread: null, locked: ['b'] },
    { relative: [0, 1, 0], spread: null, locked: [] },
  ])(
    'ranks are those at the weights now and at the ends of each: $relative, spread $spread, $locked held',
    ({ relative, spread, locked }) => {
      const sum = relative.reduce((all, each) => all + each, 0);
      const present = relative.map((each) => each / sum);
      const region: RegionRequest = {
        scope: { kind: 'siblings', parent: 'index' as NodeCode },
        spread,
        locked: new Set(locked as NodeCode[]),
      };
      const places = starts(present, spread, CODES.indexOf(locked[0] ?? ''));
      fc.assert(
        fc.property(table, (rows) => {
          const request = makeRequest(
            makeFramework(relative.map((weight, at) => ({ code: CODES[at]!, weight }))),
            Object.fromEntries(rows.map((row, unit) => [`u${unit}`, row])),
            { normalisation: AS_IS },
          );
          const ranks = places.map((weights) => {
            const scores = rows.map((row) =>
              row.reduce((all, value, at) => all + value * weights[at]!, 0),
            );
            return scores.map((own) => 1 + scores.filter((score) => score > own + 1e-6).length);
          });
          for (const { unit, best, worst } of runAllBlocks(
            createAttainableRanks(request, region, NO_WORK),
          )) {
            const own = ranks.map((rank) => rank[Number(unit.slice(1))]!);
            expect([best.rank, worst.rank]).toEqual([Math.min(...own), Math.max(...own)]);
            // Nothing is proved: any rank is possible.
            expect([best.bound, worst.bound]).toEqual([1, rows.length]);
          }
        }),
        { numRuns: 20, seed: 81 },
      );
    },
  );

  it('over leaves a lock of shares leaves the weights now alone', () => {
    const rows = { u0: [5, 0, 9], u1: [4, 6, 2] };
    const request = makeRequest(makeFramework(CODES.map((code) => ({ code }))), rows, {
      normalisation: AS_IS,
    });
    const answers = (locked: readonly string[]) =>
      runAllBlocks(
        createAttainableRanks(
          request,
          { scope: { kind: 'leaves' }, spread: null, locked: new Set(locked as NodeCode[]) },
          NO_WORK,
        ),
      ).map(({ unit, best, worst }) => [unit, best.rank, worst.rank]);
    expect(answers([])).toEqual([
      ['u0', 1, 2],
      ['u1', 1, 2],
    ]);
    // With a third on a, b alone goes from nothing to two thirds; in proportion to a it does not.
    expect(answers(['a'])).toEqual([
      ['u0', 1, 1],
      ['u1', 2, 2],
    ]);
  });
});
