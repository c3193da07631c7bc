import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createAttainableRanks } from '../../../../electron/engine/exact/attainable-ranks.ts';
import type { Norm } from '../../../../electron/engine/exact/least-distance.ts';
import { leastFlip } from '../../../../electron/engine/exact/least-flip.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import type { RegionRequest } from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { examples } from '../../../support/examples.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

/** Exact statements about two and three indicators against paper, and against every weight of a grid. */

type Rows = Record<string, (number | null)[]>;
const ANYWHERE: RegionRequest = { scope: { kind: 'leaves' }, spread: null, locked: new Set() };

function setUp(rows: Rows) {
  const count = Object.values(rows)[0]!.length;
  const leaves = ['a', 'b', 'c'].slice(0, count).map((code) => ({ code }));
  const request = makeRequest(makeFramework(leaves), rows, { normalisation: AS_IS });
  const scorer = createScorer(request);
  return { request, scorer, model: weightModel(scorer, request.method) };
}

function flip(
  rows: Rows,
  units: [number, number],
  norm: Norm,
  region: Partial<RegionRequest> = {},
) {
  const { scorer, model } = setUp(rows);
  return leastFlip(model, scorer, { ...ANYWHERE, ...region }, units, norm);
}

describe('the least change that flips two units', () => {
  // With s the weight of a: u = s, v = 0.8(1 − s), equal at 4/9.
  const rows = { u: [1, 0], v: [0, 0.8] };

  it('of two indicators is the way to where they meet', () => {
    for (const scope of [
      { kind: 'leaves' },
      { kind: 'siblings', parent: 'index' as NodeCode },
    ] as const) {
      for (const units of [
        [0, 1],
        [1, 0],
      ] as [number, number][]) {
        const byMoves = flip(rows, units, 'l1', { scope });
        expect(byMoves).toMatchObject({ ahead: 0, behind: 1, norm: 'l1' });
        expect(byMoves?.distance).toBeCloseTo(1 / 9, 6);
        expect(byMoves?.bound).toBeCloseTo(1 / 9, 6);
        expect(byMoves?.shares.get('a' as NodeCode)).toBeCloseTo(4 / 9, 6);
        expect(flip(rows, units, 'l2', { scope })?.distance).toBeCloseTo(Math.SQRT2 / 18, 6);
      }
    }
  });

  it('is none within a spread that does not reach there, or with a lock', () => {
    expect(flip(rows, [0, 1], 'l1', { spread: 0.11 })).toBeNull();
    expect(flip(rows, [0, 1], 'l1', { spread: 0.12 })).not.toBeNull();
    expect(flip(rows, [0, 1], 'l2', { locked: new Set(['a' as NodeCode]) })).toBeNull();
  });

  it.each([
    // u lacks a: 0.4c/(b + c) exceeds 0.7c where a is above 3/7.
    [{ u: [null, 0, 0.4], v: [0, 0, 0.7] }, (3 / 7 - 1 / 3) * Math.sqrt(1.5), 0.01],
    // Far away, at a twelfth of all weights; their nearest on a fine grid.
    [{ u: [null, null, 0.7], v: [0.2, 0, 0.9] }, 0.4988, 0.001],
    [{ u: [null, 1, 0.8], v: [1, null, 0.3] }, 0.4988, 0.001],
  ] as [Rows, number, number][])('is found with gaps: %j', (gaps, nearest, allowance) => {
    for (const norm of ['l1', 'l2'] as const) {
      const found = flip(gaps, [0, 1], norm);
      expect(found).not.toBeNull();
      if (norm === 'l1') continue;
      expect(found!.distance / nearest).toBeGreaterThan(1 - allowance);
      expect(found!.distance / nearest).toBeLessThan(1 + allowance);
    }
  });

  it('is none where one is ahead in everything', () => {
    for (const norm of ['l1', 'l2'] as const) {
      expect(flip({ u: [1, 0.8], v: [0, 0.8] }, [1, 0], norm)).toBeNull();
    }
  });
});

const STEPS = 24;
/** Weights of three indicators, all of them above 0. */
const GRID = Array.from({ length: STEPS - 2 }, (_, a) =>
  Array.from({ length: STEPS - 2 - a }, (__, b) =>
    [a + 1, b + 1, STEPS - a - b - 2].map((x) => x / STEPS),
  ),
).flat();

/** Σ w x/Σ w over what is there. */
function scoreOf(row: readonly (number | null)[], weights: readonly number[]): number {
  const present = row.flatMap((x, at) => (x === null ? [] : [{ x, weight: weights[at]! }]));
  const whole = present.reduce((sum, { weight }) => sum + weight, 0);
  return present.reduce((sum, { x, weight }) => sum + weight * x, 0) / whole;
}

/** Bounds and what is reached are true however early the search ends. */
const LITTLE_WORK = 100_000;

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 10 }).map((x) => x / 10) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const table = (least: number, most: number): fc.Arbitrary<Rows> =>
  fc
    .array(
      fc.tuple(cell, cell, cell).filter((row) => row.some((x) => x !== null)),
      { minLength: least, maxLength: most },
    )
    .map((rows) => Object.fromEntries(rows.map((row, at) => [`u${at}`, row])));

describe('against all weights of a grid', () => {
  it.each(['l1', 'l2'] as const)('none flips two units with a shorter change, %s', (norm) => {
    fc.assert(
      fc.property(table(2, 2), (rows) => {
        const [one, other] = Object.values(rows) as [(number | null)[], (number | null)[]];
        const third = [1 / 3, 1 / 3, 1 / 3];
        const lead = scoreOf(one, third) - scoreOf(other, third);
        if (Math.abs(lead) < 1e-6) return;
        const [ahead, behind] = lead > 0 ? [one, other] : [other, one];
        const distances = GRID.filter(
          (weights) => scoreOf(behind, weights) > scoreOf(ahead, weights) + 1e-6,
        ).map((weights) => {
          const changes = weights.map((weight) => Math.abs(weight - 1 / 3));
          return norm === 'l1'
            ? changes.reduce((sum, change) => sum + change, 0)
            : Math.hypot(...changes);
        });
        const found = flip(rows, [0, 1], norm);
        if (found === null) {
          expect(distances).toEqual([]);
          return;
        }
        expect(found.bound).toBeLessThanOrEqual(Math.min(...distances) + 1e-9);
        // It flips them by the formula, too.
        const weights = ['a', 'b', 'c'].map((code) => found.shares.get(code as NodeCode)!);
        expect(scoreOf(behind, weights)).toBeGreaterThan(scoreOf(ahead, weights));
        const moved = weights.map((weight) => Math.abs(weight - 1 / 3));
        expect(found.distance).toBeCloseTo(
          norm === 'l1' ? moved.reduce((sum, each) => sum + each, 0) : Math.hypot(...moved),
          9,
        );
      }),
      { numRuns: examples(40), seed: 31 },
    );
  });

  it('none ranks a unit above its best or below its worst rank', () => {
    fc.assert(
      fc.property(table(2, 4), (rows) => {
        const { request } = setUp(rows);
        const units = Object.values(rows);
        const ranks = GRID.map((weights) => {
          const scores = units.map((row) => scoreOf(row, weights));
          return scores.map((own) => 1 + scores.filter((score) => score > own + 1e-8).length);
        });
        for (const { unit, best, worst } of runAllBlocks(
          createAttainableRanks(request, ANYWHERE, LITTLE_WORK),
        )) {
          const own = ranks.map((rank) => rank[Object.keys(rows).indexOf(unit)]!);
          expect(best.bound).toBeLessThanOrEqual(Math.min(...own));
          expect(worst.bound).toBeGreaterThanOrEqual(Math.max(...own));
          const rankAt = (shares: typeof best.shares) => {
            const weights = ['a', 'b', 'c'].map(
              (code) => shares.find(({ node }) => node === code)!.share,
            );
            const scores = units.map((row) => scoreOf(row, weights));
            const mine = scores[Object.keys(rows).indexOf(unit)]!;
            return 1 + scores.filter((score) => score > mine + 1e-9).length;
          };
          expect(rankAt(best.shares)).toBe(best.rank);
          expect(rankAt(worst.shares)).toBe(worst.rank);
        }
      }),
      { numRuns: examples(40), seed: 32 },
    );
  });
});
