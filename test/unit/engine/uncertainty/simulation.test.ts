import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import {
  NO_METHOD_CHOICES,
  type UncertaintyResult,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { RandomStream } from '../../../../electron/engine/random.ts';
import { createScorer, type ScoringRequest } from '../../../../electron/engine/score.ts';
import { createDrawnModel } from '../../../../electron/engine/uncertainty/drawn-model.ts';
import {
  BLOCK_DRAWS,
  createSimulation,
  type SimulationSetup,
} from '../../../../electron/engine/uncertainty/simulation.ts';
import { valueRanges } from '../../../../electron/engine/uncertainty/value-ranges.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { randomRequest } from '../random-request.ts';
import { examples } from '../../../support/examples.ts';

const CERTAIN: UncertaintySources = {
  weights: null,
  locked: [],
  values: null,
  gaps: false,
  methods: NO_METHOD_CHOICES,
};

function setup(request: ScoringRequest, rest: Partial<SimulationSetup> = {}): SimulationSetup {
  return { request, sources: CERTAIN, ranges: null, draws: 600, seed: 7, ...rest };
}

function simulate(given: SimulationSetup): UncertaintyResult {
  return runAllBlocks(createSimulation(given));
}

const twoDimensions = makeFramework([
  { code: 'g', weight: 3, children: [{ code: 'a', weight: 2 }, { code: 'b' }] },
  { code: 'h', weight: 1, children: [{ code: 'c' }, { code: 'd' }, { code: 'e' }] },
]);
const rows = {
  u: [9, 1, 4, 2, 7],
  v: [3, 8, 5, 5, 1],
  w: [6, 6, 2, 9, 3],
  x: [1, 2, 1, 1, 2],
};

describe('weights that are drawn', () => {
  const shares = (
    weights: NonNullable<UncertaintySources['weights']>,
    locked: readonly string[] = [],
    draws = 4000,
  ) => {
    const model = createDrawnModel({
      request: makeRequest(twoDimensions, rows),
      ranges: null,
      sources: { ...CERTAIN, weights, locked: locked as NodeCode[] },
    });
    const stream = new RandomStream(11, 'test');
    return Array.from({ length: draws }, () => {
      model.drawWeights(stream);
      return Object.fromEntries(model.tree.codes.map((code, at) => [code, model.local[at]!]));
    });
  };
  const mean = (draws: Record<string, number>[], code: string) =>
    draws.reduce((sum, draw) => sum + draw[code]!, 0) / draws.length;
  const RULES = [
    { rule: 'noise', factor: 0.25 },
    { rule: 'dirichlet', concentration: 20 },
    { rule: 'dirichlet', concentration: 0.5 },
    { rule: 'simplex' },
  ] as const;

  it.each(RULES)('share out everything among siblings and keep locked shares: $rule', (rule) => {
    for (const draw of shares(rule, ['d'], 200)) {
      expect(draw['index']).toBe(1);
      expect(draw['g']! + draw['h']!).toBeCloseTo(1, 12);
      expect(draw['a']! + draw['b']!).toBeCloseTo(1, 12);
      expect(draw['d']).toBe(1 / 3);
      expect(draw['c']! + draw['e']!).toBeCloseTo(2 / 3, 12);
      expect(Math.min(...Object.values(draw))).toBeGreaterThanOrEqual(0);
    }
  });

  it('noise stays within its factor of the declared weights', () => {
    const ratios = shares({ rule: 'noise', factor: 0.25 }).map((draw) => draw['a']! / draw['b']!);
    expect(Math.min(...ratios)).toBeGreaterThan((2 * 0.75) / 1.25);
    expect(Math.max(...ratios)).toBeLessThan((2 * 1.25) / 0.75);
    expect(Math.max(...ratios)).toBeGreaterThan(3);
  });

  it('Dirichlet shares have the declared means and the variance m(1 − m)/(c + 1)', () => {
    const draws = shares({ rule: 'dirichlet', concentration: 9 });
    expect(mean(draws, 'a')).toBeCloseTo(2 / 3, 1.7);
    const variance = draws.reduce((sum, draw) => sum + (draw['a']! - 2 / 3) ** 2, 0) / draws.length;
    expect(variance / ((2 / 3) * (1 / 3) * 0.1)).toBeGreaterThan(0.9);
    expect(variance / ((2 / 3) * (1 / 3) * 0.1)).toBeLessThan(1.1);
  });

  it('Dirichlet shares have the whole distribution that paper gives, below shape 1 too', () => {
    /** Largest distance of the draws from a distribution; one draw in a hundred of 4,000 has more than 0.026. */
    const distance = (
      concentration: number,
      code: string,
      cumulative: (share: number) => number,
      locked: string[] = [],
    ) => {
      const draws = shares({ rule: 'dirichlet', concentration }, locked).map((draw) => draw[code]!);
      const gaps = draws
        .sort((one, other) => one - other)
        .map((share, at) => Math.abs((at + 0.5) / draws.length - cumulative(share)));
      return Math.max(...gaps);
    };
    // Beta(2, 1), Beta(6, 3) by its binomial sum, and for one of three alike Beta(½, 1).
    expect(distance(3, 'a', (x) => x ** 2)).toBeLessThan(0.026);
    expect(distance(9, 'a', (x) => x ** 6 * (28 - 48 * x + 21 * x ** 2))).toBeLessThan(0.026);
    expect(distance(1.5, 'c', (x) => Math.sqrt(x))).toBeLessThan(0.026);
    // Two that share what a lock leaves, two thirds: Beta(½, ½), the arcsine, and Beta(1, 1).
    const arcsine = (x: number) => (2 / Math.PI) * Math.asin(Math.sqrt(Math.min(1, 1.5 * x)));
    expect(distance(1, 'd', arcsine, ['c'])).toBeLessThan(0.026);
    expect(distance(2, 'd', (x) => 1.5 * x, ['c'])).toBeLessThan(0.026);
  });

  it('noise spreads evenly over its whole factor, around the declared weight', () => {
    // With b locked nothing is left to share; of c, d and e, two free ones share two thirds.
    expect(new Set(shares({ rule: 'noise', factor: 0.5 }, ['b'], 5).map(({ a }) => a)).size).toBe(
      1,
    );
    const ratios = shares({ rule: 'noise', factor: 0.5 }, ['c']).map(({ d, e }) => d! / e!);
    // Of two uniform numbers between ½ and 1½: the first is above twice the other in a triangle of ½ by ¼.
    const share = ratios.filter((ratio) => ratio > 2).length / ratios.length;
    expect(Math.abs(share - 1 / 16)).toBeLessThan(0.015);
  });

  it('the uniform simplex has means 1/k and 1/4 of its draws with a share over one half', () => {
    const draws = shares({ rule: 'simplex' });
    expect(mean(draws, 'c')).toBeCloseTo(1 / 3, 1.7);
    // P(share > ½) = (1 − ½)² on the triangle; uniforms divided by their sum would give about 0.17.
    const large = draws.filter((draw) => draw['c']! > 0.5).length / draws.length;
    expect(Math.abs(large - 0.25)).toBeLessThan(0.025);
  });

  it('refuses a lock on a node that is not there', () => {
    expectAppError(() => shares({ rule: 'simplex' }, ['nowhere']), 'E_INPUT', {
      reason: 'unknown-node',
      node: 'nowhere',
    });
  });
});

describe('a simulation', () => {
  it('without any source gives the nominal ranks in every draw', () => {
    fc.assert(
      fc.property(randomRequest(), (request) => {
        const { result } = createScorer(request);
        const simulated = simulate(setup(request, { draws: 3 }));
        const nominal = Array.from(result.rank).filter((rank) => rank > 0);
        expect(Array.from(simulated.nominalRank)).toEqual(nominal);
        expect(Array.from(simulated.meanRank)).toEqual(nominal);
        expect(Array.from(simulated.rank95)).toEqual(nominal);
      }),
      { numRuns: examples(150) },
    );
  });

  it('scores every draw as the ranking does with the same weights', () => {
    fc.assert(
      fc.property(randomRequest(), (request) => {
        const model = createDrawnModel({
          request,
          ranges: null,
          sources: { ...CERTAIN, weights: { rule: 'noise', factor: 0.5 } },
        });
        const scorer = createScorer(request);
        const stream = new RandomStream(3, 'draws');
        const scores = new Float64Array(model.ranked.length);
        for (let draw = 0; draw < 3; draw++) {
          model.drawWeights(stream);
          model.score(scores);
          const weights = new Map(model.tree.codes.map((code, at) => [code, model.local[at]!]));
          const expected = scorer.reweigh(weights);
          model.ranked.forEach((unit, at) => {
            const want = expected.score[expected.units.indexOf(unit)]!;
            if (Number.isNaN(want)) expect(scores[at]).toBeNaN();
            else
              expect(Math.abs(scores[at]! - want)).toBeLessThan(1e-9 * Math.max(1, Math.abs(want)));
          });
        }
      }),
      { numRuns: examples(200) },
    );
  });

  it('counts every draw once: acceptabilities sum to 1 and pairs to 1', () => {
    const request = makeRequest(twoDimensions, rows);
    const sources = { ...CERTAIN, weights: { rule: 'simplex' } as const };
    const result = simulate(setup(request, { sources, draws: 1000 }));
    const count = result.units.length;
    for (let unit = 0; unit < count; unit++) {
      const row = result.rankAcceptability.subarray(unit * count, (unit + 1) * count);
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      const mean = row.reduce((sum, share, place) => sum + share * (place + 1), 0);
      expect(result.meanRank[unit]).toBeCloseTo(mean, 12);
      for (let other = 0; other < count; other++) {
        const both =
          result.pairwiseWinning[unit * count + other]! +
          result.pairwiseWinning[other * count + unit]!;
        expect(both).toBeCloseTo(1, 12);
      }
    }
  });

  it('gives the weights under which a unit wins', () => {
    const framework = makeFramework([{ code: 'a' }, { code: 'b' }]);
    const request = makeRequest(
      framework,
      { left: [1, 0], right: [0, 1], loser: [0, 0] },
      { normalisation: AS_IS },
    );
    const sources = { ...CERTAIN, weights: { rule: 'simplex' } as const };
    const { nodes, centralWeights } = simulate(setup(request, { sources, draws: 20_000 }));
    const at = (unit: number, node: string) =>
      centralWeights[unit * nodes.length + nodes.indexOf(node as NodeCode)];
    // `left` wins where a > ½, and a is uniform: its mean there is ¾.
    expect(at(0, 'a')).toBeCloseTo(0.75, 2);
    expect(at(1, 'a')).toBeCloseTo(0.25, 2);
    expect(at(2, 'a')).toBeNaN();
  });

  it('draws values within their range and normalises them again', () => {
    const framework = makeFramework([{ code: 'a' }]);
    const request = makeRequest(framework, { low: [10], high: [11], far: [30], gap: [null] }, {});
    const ranges = valueRanges(
      request,
      {
        byConfidence: { high: 0, medium: 0.2, low: 1 },
        cells: [{ unit: 'far' as UnitCode, indicator: 'a' as NodeCode, low: 30, high: 40 }],
      },
      (at) => (at < 2 ? 'medium' : null),
    );
    expect(Array.from(ranges.low)).toEqual([8, 8.8, 30, NaN]);
    expect(Array.from(ranges.high)).toEqual([12, 13.2, 40, NaN]);
    const result = simulate(setup(request, { ranges, draws: 5000 }));
    expect(result.units).toEqual(['low', 'high', 'far']);
    expect(Array.from(result.rank5)).toEqual([2, 2, 1]);
    // P(U(8, 12) > U(8.8, 13.2)) = ½ · 3.2² / (4 · 4.4)
    expect(result.pairwiseWinning[1]).toBeCloseTo(0.2909, 1.5);
    expect(result.pairwiseWinning[2]).toBe(0);
  });

  it('draws gaps over their scale', () => {
    const framework = makeFramework([{ code: 'a' }, { code: 'b' }]);
    const request = makeRequest(framework, { u: [0, null], v: [4, 0], w: [0, 10], x: [10, 3] });
    const { pairwiseWinning } = simulate(
      setup(request, { sources: { ...CERTAIN, gaps: true }, draws: 5000 }),
    );
    // u has U(0, 100)/2, v has 20: u is ahead where the place is above 0.4.
    expect(pairwiseWinning[1]).toBeCloseTo(0.6, 1.7);
  });

  it('draws methods from their lists, all combinations alike', () => {
    const request = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }]), {
      u: [1, 9],
      v: [4, 5],
      w: [9, 1.1],
    });
    const methods = {
      ...NO_METHOD_CHOICES,
      normalisation: [
        { rule: 'min-max', low: 1, high: 100 } as const,
        { rule: 'rank', ties: 'min' } as const,
      ],
      aggregation: [[{ rule: 'arithmetic' } as const], [{ rule: 'geometric' } as const]],
    };
    const given = setup(request, { sources: { ...CERTAIN, methods }, draws: 2000 });
    const simulation = createSimulation(given);
    const seen = new Map<string, number>();
    for (let draw = 0; draw < 2000; draw += 5) {
      const { method } = simulation.drawParameters(draw);
      const name = `${method.normalisation.rule} ${method.aggregation[0]?.rule}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    expect(seen.size).toBe(4);
    expect(Math.min(...seen.values())).toBeGreaterThan(60);
  });

  it('makes any draw again from its parameters', () => {
    const request = makeRequest(twoDimensions, { ...rows, y: [5, null, 3, null, 4] });
    const sources: UncertaintySources = {
      ...CERTAIN,
      weights: { rule: 'noise', factor: 0.4 },
      methods: { ...NO_METHOD_CHOICES, missing: ['available', 'available-leaf', 'median'] },
    };
    const ranges = {
      low: request.values.map((x) => x * 0.7),
      high: request.values.map((x) => x * 1.3),
    };
    const simulation = createSimulation(setup(request, { sources, ranges, draws: 600 }));
    const tally = simulation.runBlock(1);
    const counts = new Map<string, number>();
    for (let draw = BLOCK_DRAWS; draw < 2 * BLOCK_DRAWS; draw++) {
      const { method, weights, values, ranking } = simulation.drawParameters(draw);
      const table = request.values.slice();
      const leaves = request.framework.nodes.filter((node) => node.indicator !== null);
      for (const { unit, indicator, value } of values) {
        const row = leaves.findIndex((leaf) => leaf.code === indicator);
        const column = request.units.findIndex(({ code }) => code === unit);
        table[row * request.units.length + column] = value;
      }
      const again = createScorer({ ...request, method, values: table });
      const { rank } = again.reweigh(new Map(weights.map(({ node, share }) => [node, share])));
      expect(ranking.map((each) => each.rank)).toEqual([...rank]);
      rank.forEach((place, unit) => {
        const key = `${unit} ${place}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    }
    for (let unit = 0; unit < 5; unit++) {
      for (let place = 0; place <= 5; place++) {
        expect(tally.rankCounts[unit * 6 + place]).toBe(counts.get(`${unit} ${place}`) ?? 0);
      }
    }
    expectAppError(() => simulation.drawParameters(600), 'E_INPUT', { reason: 'unknown-draw' });
  });

  it('numbers its draws from 0, over all blocks, and has no others', () => {
    const sources = { ...CERTAIN, weights: { rule: 'simplex' } as const };
    const simulation = createSimulation(
      setup(makeRequest(twoDimensions, rows), { sources, draws: BLOCK_DRAWS + 44 }),
    );
    expect([0, 1].map((block) => simulation.runBlock(block).draws)).toEqual([BLOCK_DRAWS, 44]);
    const weightOfA = (draw: number) =>
      simulation.drawParameters(draw).weights.find(({ node }) => node === 'a')?.share;
    const drawn = [0, 1, BLOCK_DRAWS, BLOCK_DRAWS + 43].map(weightOfA);
    expect(new Set([2 / 3, ...drawn]).size).toBe(5);
    for (const draw of [-1, 0.5, BLOCK_DRAWS + 44]) {
      expectAppError(() => simulation.drawParameters(draw), 'E_INPUT', {
        reason: 'unknown-draw',
        expected: `0 to ${BLOCK_DRAWS + 43}`,
      });
    }
  });

  it('gives other draws for another seed, and the same for the same', () => {
    const request = makeRequest(twoDimensions, rows);
    const sources = { ...CERTAIN, weights: { rule: 'simplex' } as const };
    expect(simulate(setup(request, { sources }))).toEqual(simulate(setup(request, { sources })));
    expect(simulate(setup(request, { sources })).meanRank).not.toEqual(
      simulate(setup(request, { sources, seed: 8 })).meanRank,
    );
  });

  it('refuses, before it starts, a method that the data do not allow', () => {
    const request = makeRequest(twoDimensions, rows);
    const methods = { ...NO_METHOD_CHOICES, aggregation: [[{ rule: 'geometric' } as const]] };
    expectAppError(
      () => createSimulation(setup(request, { sources: { ...CERTAIN, methods } })),
      'E_PRECONDITION',
      { reason: 'mean-needs-positive' },
    );
  });

  it('refuses, before it starts, what does not fit into memory', () => {
    const framework = makeFramework([{ code: 'a' }]);
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`u${at}`, [at]]));
    expectAppError(() => createSimulation(setup(makeRequest(framework, many))), 'E_INPUT', {
      reason: 'more-than-memory',
    });
  });
});
