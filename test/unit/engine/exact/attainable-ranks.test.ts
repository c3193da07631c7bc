import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { NodeShare } from '../../../../shared/model/weight-analysis.ts';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createAttainableRanks } from '../../../../electron/engine/exact/attainable-ranks.ts';
import type { RegionRequest } from '../../../../electron/engine/exact/weight-region.ts';
import { RandomStream } from '../../../../electron/engine/random.ts';
import {
  createScorer,
  type Scorer,
  type ScoringRequest,
} from '../../../../electron/engine/score.ts';
import { syntheticRequest } from '../../../bench/synthetic-request.ts';
import { ORDINARY, randomLocks, randomRequest, type RequestLimits } from './random-request.ts';
import { makeFramework, makeRequest } from '../make-request.ts';
import { examples } from '../../../support/examples.ts';

const NO_LOCKS: ReadonlySet<NodeCode> = new Set();

/** Positive numbers that sum to 1, uniform on the simplex. */
function simplexPoint(random: RandomStream, size: number): Float64Array {
  const draws = Float64Array.from({ length: size }, () => -Math.log(1 - random.uniform()));
  const sum = draws.reduce((all, each) => all + each, 0);
  return draws.map((each) => each / sum);
}

/** Weights at random in a box around the present ones with the same sum; null where the draw falls outside. */
function boxPoint(
  random: RandomStream,
  present: Float64Array,
  spread: number,
): Float64Array | null {
  const moved = present.map((each) => each * (1 + spread * (2 * random.uniform() - 1)));
  const excess = moved.reduce((all, each) => all + each, 0) - 1;
  const balanced = moved.map((each) => each - excess / moved.length);
  const inside = balanced.every(
    (each, index) => Math.abs(each - present[index]!) <= spread * present[index]! + 1e-12,
  );
  return inside ? balanced : null;
}

/** Effective leaf weights as relative weights of all nodes. */
function nodeWeights(scorer: Scorer, leafWeights: Float64Array): Map<NodeCode, number> {
  const { tree } = scorer.prepared;
  const sums = new Float64Array(tree.nodeCount);
  tree.nodeOfLeaf.forEach((node, leaf) => (sums[node] = leafWeights[leaf]!));
  for (let node = tree.nodeCount - 1; node > 0; node--) sums[tree.parent[node]!]! += sums[node]!;
  return new Map(tree.codes.map((code, node) => [code, sums[node]!]));
}

function leafShares(scorer: Scorer): Float64Array {
  const { tree } = scorer.prepared;
  return Float64Array.from(tree.nodeOfLeaf, (node) => scorer.result.effectiveWeight[node]!);
}

const isRankedLike = (scorer: Scorer, rank: Int32Array) =>
  rank.every((each, unit) => each > 0 === scorer.result.rank[unit]! > 0);

/** The claimed ranks come out of the scorer, bounds are in order, and no random weights pass them. */
function check(
  request: ScoringRequest,
  region: RegionRequest,
  draws: number,
  point: (random: RandomStream, scorer: Scorer) => Map<NodeCode, number> | null,
): { proved: number; ends: number } {
  const scorer = createScorer(request);
  if (scorer.result.rank.every((rank) => rank === 0)) return { proved: 0, ends: 0 };
  const found = foundByNumber(request, region);
  let proved = 0;
  for (const { unit, best, worst } of found) {
    const present = scorer.result.rank[unit]!;
    expect(best.bound).toBeLessThanOrEqual(best.rank);
    expect(best.rank).toBeLessThanOrEqual(present);
    expect(worst.rank).toBeGreaterThanOrEqual(present);
    expect(worst.bound).toBeGreaterThanOrEqual(worst.rank);
    expect(scorer.reweigh(asMap(best.shares)).rank[unit]).toBe(best.rank);
    expect(scorer.reweigh(asMap(worst.shares)).rank[unit]).toBe(worst.rank);
    if (best.bound === best.rank) proved++;
    if (worst.bound === worst.rank) proved++;
  }
  const random = new RandomStream(11, 'attainable');
  for (let draw = 0; draw < draws; draw++) {
    const weights = point(random, scorer);
    if (weights === null) continue;
    const { rank } = scorer.reweigh(weights);
    if (!isRankedLike(scorer, rank)) continue;
    for (const { unit, best, worst } of found) {
      expect(rank[unit]).toBeGreaterThanOrEqual(best.bound);
      expect(rank[unit]).toBeLessThanOrEqual(worst.bound);
    }
  }
  return { proved, ends: 2 * found.length };
}

/** With the unit's place in the request in place of its code. */
function foundByNumber(request: ScoringRequest, region: RegionRequest) {
  const codes = request.units.map(({ code }) => code);
  return runAllBlocks(createAttainableRanks(request, region)).map((answer) => ({
    ...answer,
    unit: codes.indexOf(answer.unit),
  }));
}

const asMap = (shares: readonly NodeShare[]) =>
  new Map(shares.map(({ node, share }) => [node, share]));

const SMALL: RequestLimits = {
  ...ORDINARY,
  units: [3, 7],
  depth: [1, 2],
  leastWeight: 1,
  minCoverage: [0, 0.4],
};

describe('attainable ranks', () => {
  test('over all indicator weights: attained by the scorer, never beaten by random weights', () => {
    const total = { proved: 0, ends: 0 };
    fc.assert(
      fc.property(randomRequest(SMALL), fc.constantFrom(null, 0.2, 0.6), (request, spread) => {
        const region: RegionRequest = { scope: { kind: 'leaves' }, spread, locked: NO_LOCKS };
        const { proved, ends } = check(request, region, 150, (random, scorer) => {
          const present = leafShares(scorer);
          const weights =
            spread === null
              ? simplexPoint(random, present.length)
              : boxPoint(random, present, spread);
          return weights && nodeWeights(scorer, weights);
        });
        total.proved += proved;
        total.ends += ends;
      }),
      { numRuns: examples(120), seed: 4 },
    );
    // A bound that is not reached is honest, but it should be rare at this size.
    expect(total.proved / total.ends).toBeGreaterThan(0.95);
  }, 180_000);

  test('over the shares of one group, with locks', () => {
    const total = { proved: 0, ends: 0 };
    fc.assert(
      fc.property(
        randomRequest(SMALL).chain((request) =>
          fc.record({ request: fc.constant(request), locked: randomLocks(request) }),
        ),
        ({ request, locked }) => {
          const parent = request.framework.nodes[0]!.code;
          const region: RegionRequest = {
            scope: { kind: 'siblings', parent },
            spread: null,
            locked,
          };
          const { proved, ends } = check(request, region, 80, (random, scorer) => {
            const { tree } = scorer.prepared;
            const children = tree.children.slice(0, tree.childStart[1]);
            const codes = Array.from(children, (child) => tree.codes[child]!);
            const shares = Array.from(children, (child) => scorer.result.localShare[child]!);
            const free = codes.filter((code) => !locked.has(code));
            const held = codes.reduce(
              (sum, code, index) => (locked.has(code) ? sum + shares[index]! : sum),
              0,
            );
            const drawn = simplexPoint(random, free.length);
            return new Map(
              codes.map((code, index) => [
                code,
                locked.has(code) ? shares[index]! : drawn[free.indexOf(code)]! * (1 - held),
              ]),
            );
          });
          total.proved += proved;
          total.ends += ends;
        },
      ),
      { numRuns: examples(120), seed: 5 },
    );
    expect(total.proved / total.ends).toBeGreaterThan(0.95);
  }, 120_000);

  test('two indicators: a balanced unit that is never first, and last where both are weighed alike', () => {
    const request = twoIndicators([
      [100, 0],
      [0, 100],
      [40, 40],
    ]);
    const region: RegionRequest = { scope: { kind: 'leaves' }, spread: null, locked: NO_LOCKS };
    const ranks = foundByNumber(request, region).toSorted((a, b) => a.unit - b.unit);
    expect(
      ranks.map(({ best, worst }) => [best.rank, best.bound, worst.rank, worst.bound]),
    ).toEqual([
      [1, 1, 3, 3],
      [1, 1, 3, 3],
      [2, 2, 3, 3],
    ]);
  });

  test('100,000 random weights never pass the ranks of 20 × 12, computed in the test itself', () => {
    const request = syntheticRequest({ units: 20, dimensions: 3, leavesEach: 4, gaps: 0 });
    const scorer = createScorer(request);
    for (const spread of [0.3, null]) {
      const region: RegionRequest = { scope: { kind: 'leaves' }, spread, locked: NO_LOCKS };
      const found = foundByNumber(request, region);
      expect(
        found.every(({ best, worst }) => best.rank === best.bound && worst.rank === worst.bound),
      ).toBe(true);
      const { tree, columns } = scorer.prepared;
      const present = leafShares(scorer);
      const random = new RandomStream(3, 'hundred thousand');
      const best = new Int32Array(20).fill(99);
      const worst = new Int32Array(20);
      for (let draw = 0; draw < examples(100_000); draw++) {
        const weights =
          spread === null ? simplexPoint(random, 12) : boxPoint(random, present, spread);
        if (weights === null) continue;
        const scores = new Float64Array(20);
        for (let leaf = 0; leaf < tree.leafCount; leaf++) {
          for (let unit = 0; unit < 20; unit++) {
            scores[unit]! += weights[leaf]! * columns.values[leaf * 20 + unit]!;
          }
        }
        for (let unit = 0; unit < 20; unit++) {
          let rank = 1;
          for (let other = 0; other < 20; other++)
            if (scores[other]! > scores[unit]! + 1e-7) rank++;
          best[unit] = Math.min(best[unit]!, rank);
          worst[unit] = Math.max(worst[unit]!, rank);
        }
      }
      for (const each of found) {
        expect(best[each.unit]).toBeGreaterThanOrEqual(each.best.rank);
        expect(worst[each.unit]).toBeLessThanOrEqual(each.worst.rank);
      }
    }
  }, 120_000);
});

function twoIndicators(rows: readonly (readonly number[])[]): ScoringRequest {
  const base = syntheticRequest({ units: rows.length, dimensions: 1, leavesEach: 2, gaps: 0 });
  return {
    ...base,
    framework: {
      ...base.framework,
      nodes: base.framework.nodes.map((node) => ({ ...node, weight: 1 })),
    },
    values: Float64Array.from([0, 1].flatMap((leaf) => rows.map((row) => row[leaf]!))),
  };
}

test('a unit that has no score only for want of weight hinders nothing, as long as it stays below the least coverage', () => {
  const request = makeRequest(
    makeFramework([{ code: 'a' }, { code: 'b', weight: 0 }, { code: 'c', weight: 0 }]),
    { first: [4, 1, 1], second: [3, 4, 2], third: [1, 2, 4], unranked: [null, 3, null] },
    { minCoverage: 0.5, missing: 'available-leaf' },
  );
  const region: RegionRequest = {
    scope: { kind: 'siblings', parent: 'index' as NodeCode },
    spread: null,
    locked: NO_LOCKS,
  };
  const worst = foundByNumber(request, region).map((answer) => answer.worst.rank);
  // The first stands above the second only where a weighs more than c, the third above it only where c weighs more than a.
  expect(worst).toEqual([3, 2, 3]);
  check(request, region, 500, (random, scorer) =>
    nodeWeights(scorer, simplexPoint(random, scorer.prepared.tree.leafCount)),
  );
});
