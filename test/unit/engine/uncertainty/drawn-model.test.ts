import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../electron/engine/random.ts';
import { createScorer, prepare, type ScoringRequest } from '../../../../electron/engine/score.ts';
import {
  createDrawnModel,
  type DrawnModel,
} from '../../../../electron/engine/uncertainty/drawn-model.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { NO_METHOD_CHOICES } from '../../../../shared/model/uncertainty.ts';
import { examples } from '../../../support/examples.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { NORMALISATIONS, randomRequest } from '../random-request.ts';
import { NOISE_AND_GAPS } from './noise-and-gaps.ts';

/** Leaves below `node` that are in the scoring. */
function childrenOf({ framework, excludedNodes }: ScoringRequest, node: NodeCode) {
  return framework.nodes.filter(({ code, parent }) => parent === node && !excludedNodes.has(code));
}

/**
 * The score of a unit by hand: weighted means from the bottom up over the children that have a value.
 *
 * @param byLeaves a child counts as much as of its own weight is present
 */
function scoreByHand(
  request: ScoringRequest,
  share: ReadonlyMap<NodeCode, number>,
  valueOf: (indicator: NodeCode) => number,
  byLeaves: boolean,
): number {
  const visit = (node: NodeCode): { value: number; present: number } => {
    const children = childrenOf(request, node);
    const isLeaf = request.framework.nodes.some(
      ({ code, indicator }) => code === node && indicator !== null,
    );
    if (isLeaf) {
      const value = valueOf(node);
      return { value, present: Number.isNaN(value) ? 0 : 1 };
    }
    let sum = 0;
    let weight = 0;
    for (const { code } of children) {
      const { value, present } = visit(code);
      if (present === 0) continue;
      const counts = share.get(code)! * (byLeaves ? present : 1);
      sum += counts * value;
      weight += counts;
    }
    return { value: sum / weight, present: byLeaves ? weight : Number(weight > 0) };
  };
  return visit(request.framework.nodes[0]!.code).value;
}

/** The scores that a model's own account of its draw leads to. */
function scoresOfParameters(request: ScoringRequest, model: DrawnModel): number[] {
  const { method, weights, values, gaps } = model.parameters();
  const leaves = request.framework.nodes.filter(({ indicator }) => indicator !== null);
  const table = request.values.slice();
  for (const { unit, indicator, value } of values) {
    const leaf = leaves.findIndex(({ code }) => code === indicator);
    const column = request.units.findIndex(({ code }) => code === unit);
    table[leaf * request.units.length + column] = value;
  }
  const { tree, observations, columns } = prepare({ ...request, method, values: table });
  const share = new Map(weights.map((weight) => [weight.node, weight.share]));
  const place = new Map(gaps.map((gap) => [`${gap.unit} ${gap.indicator}`, gap.normalised]));
  return model.ranked.map((unit) => {
    const row = observations.units.findIndex(({ code }) => code === unit);
    const valueOf = (indicator: NodeCode) => {
      const leaf = tree.leafOfNode[tree.codes.indexOf(indicator)]!;
      const own = columns.values[leaf * observations.units.length + row]!;
      return place.get(`${unit} ${indicator}`) ?? own;
    };
    return scoreByHand(request, share, valueOf, method.missing === 'available-leaf');
  });
}

describe('a drawn model', () => {
  it('scores what it says it has drawn, whatever was drawn before and whoever is left out', () => {
    let withGaps = 0;
    fc.assert(
      fc.property(
        randomRequest({ normalisations: NORMALISATIONS, aggregations: [{ rule: 'arithmetic' }] }),
        fc.constantFrom('available' as const, 'available-leaf' as const),
        fc.nat(),
        fc.array(fc.constantFrom('method', 'weights', 'values', 'gaps', 'score'), {
          maxLength: 12,
        }),
        (given, missing, seed, acts) => {
          const [, , third, fourth] = given.framework.nodes;
          const isAlone = (code: NodeCode | undefined) =>
            given.framework.nodes.filter(
              ({ parent }) =>
                parent === given.framework.nodes.find((node) => node.code === code)?.parent,
            ).length < 2;
          const left = [third, fourth].find((node) => node && !isAlone(node.code));
          const request: ScoringRequest = {
            ...given,
            method: { ...given.method, missing },
            excludedUnits: new Set([given.units[seed % given.units.length]!.code]),
            excludedNodes: new Set(left === undefined || seed % 2 === 0 ? [] : [left.code]),
          };
          const ranges = {
            low: request.values.map((x) => x - 2),
            high: request.values.map((x) => x + 5),
          };
          const methods = {
            ...NO_METHOD_CHOICES,
            missing: ['available' as const, 'available-leaf' as const, 'median' as const],
          };
          const model = createDrawnModel({
            request,
            ranges,
            sources: { ...NOISE_AND_GAPS, methods },
          });
          const stream = new RandomStream(seed, 'acts');
          const out = new Float64Array(model.ranked.length);
          for (const act of [...acts, 'values', 'gaps', 'method', 'values']) {
            if (act === 'method') model.chooseMethod(Math.floor(stream.uniform() * 3));
            if (act === 'weights') model.drawWeights(stream);
            if (act === 'values') model.drawValues(stream);
            if (act === 'gaps') model.drawGaps(stream);
            model.score(out);
            const expected = scoresOfParameters(request, model);
            out.forEach((score, at) => {
              if (Number.isNaN(expected[at])) expect(score).toBeNaN();
              else expect(score).toBeCloseTo(expected[at]!, 8);
            });
          }
          if (model.parameters().gaps.length > 0) withGaps++;
        },
      ),
      { numRuns: examples(150), seed: 41 },
    );
    expect(withGaps).toBeGreaterThan(examples(60));
  });

  const framework = makeFramework([
    { code: 'out' },
    { code: 'g', weight: 3, children: [{ code: 'a', weight: 2 }, { code: 'b' }] },
    { code: 'c' },
  ]);
  const request = makeRequest(
    framework,
    { absent: [1, 1, 1, 1], u: [2, 10, 4, 7], v: [3, null, 8, 9], w: [4, 30, 6, 5] },
    { normalisation: AS_IS },
    { excludedUnits: new Set(['absent' as never]), excludedNodes: new Set(['out' as never]) },
  );
  const count = request.units.length;
  /** Numbers that say whose they are: 0.01 for each cell of the request. */
  const numbered = request.values.map((_, at) => at / 100);
  const exceptV = (at: number) => (at === count * 2 + 2 ? 0 : 1);
  const ranges = {
    low: request.values.slice(),
    high: request.values.map((x, at) => x + 10 * exceptV(at)),
  };

  it('takes the numbers of a table by cell of the request, for values with a range and for gaps', () => {
    const model = createDrawnModel({ request, ranges, sources: NOISE_AND_GAPS });
    model.placeValues(numbered);
    const { values, gaps } = model.parameters();
    // The second indicator of the request is `a`: u stands at 4 · 1 + 1 there. v has a gap in it, and an exact value in `b`.
    const [a, b, c] = [1, 2, 3].map((leaf) => leaf * count);
    expect(gaps).toEqual([]);
    expect(values).toEqual([
      { unit: 'u', indicator: 'a', value: 10 + 10 * numbered[a! + 1]! },
      { unit: 'w', indicator: 'a', value: 30 + 10 * numbered[a! + 3]! },
      { unit: 'u', indicator: 'b', value: 4 + 10 * numbered[b! + 1]! },
      { unit: 'w', indicator: 'b', value: 6 + 10 * numbered[b! + 3]! },
      { unit: 'u', indicator: 'c', value: 7 + 10 * numbered[c! + 1]! },
      { unit: 'v', indicator: 'c', value: 9 + 10 * numbered[c! + 2]! },
      { unit: 'w', indicator: 'c', value: 5 + 10 * numbered[c! + 3]! },
    ]);
    model.placeGaps(numbered);
    // On the scale 0..1 of these bounds, widened to the largest value there is: 30 + 10 · 0.07.
    const widest = 30 + 10 * numbered[a! + 3]!;
    const drawn = model.parameters().gaps;
    expect(drawn).toMatchObject([{ unit: 'v', indicator: 'a' }]);
    expect(drawn[0]!.normalised).toBeCloseTo(numbered[a! + 2]! * widest, 12);
  });

  it('says nothing of what is not drawn, and keeps each part until it is drawn again', () => {
    const model = createDrawnModel({
      request,
      ranges: null,
      sources: { ...NOISE_AND_GAPS, weights: null, gaps: false },
    });
    const stream = new RandomStream(1, 'test');
    model.drawWeights(stream);
    model.drawWeightsOf(() => stream);
    model.drawValues(stream);
    model.drawGaps(stream);
    const { values, gaps, weights } = model.parameters();
    expect([values, gaps]).toEqual([[], []]);
    const declared = createScorer(request).result.localShare;
    expect(weights.map(({ share }) => share)).toEqual([...declared]);
    const out = new Float64Array(3);
    model.score(out);
    expect([...out]).toEqual([...createScorer(request).result.score]);
  });

  it('draws a gap between both ends of a scale that does not begin at 0', () => {
    const scaled = {
      ...request,
      method: { ...request.method, normalisation: { rule: 'min-max' as const, low: 20, high: 30 } },
    };
    const model = createDrawnModel({ request: scaled, ranges: null, sources: NOISE_AND_GAPS });
    model.placeGaps(request.values.map(() => 0.25));
    expect(model.parameters().gaps).toEqual([{ unit: 'v', indicator: 'a', normalised: 22.5 }]);
  });

  it('draws a value without information only under the methods that find none in it', () => {
    const alike = makeRequest(
      makeFramework([{ code: 'a' }, { code: 'b' }]),
      { u: [10, 40], v: [20, 40], w: [40, 40] },
      { normalisation: AS_IS },
    );
    const normalisation = [AS_IS, { rule: 'min-max' as const, low: 0, high: 80 }];
    const model = createDrawnModel({
      request: alike,
      ranges: null,
      sources: { ...NOISE_AND_GAPS, methods: { ...NO_METHOD_CHOICES, normalisation } },
    });
    model.placeGaps(alike.values.map(() => 0.25));
    const scoresUnder = (method: number) => {
      const out = new Float64Array(3);
      model.chooseMethod(method);
      model.score(out);
      return [...out];
    };
    expect(scoresUnder(0)).toEqual([25, 30, 40].map((s) => expect.closeTo(s, 9)));
    // All are alike in `b`, which tells min-max nothing: a quarter of the scale 0..80 is drawn.
    expect(scoresUnder(1)).toEqual([10, (80 / 3 + 20) / 2, 50].map((s) => expect.closeTo(s, 9)));
  });

  it('measures TOPSIS by observed values: where a gap is drawn moves its own unit alone', () => {
    const topsis: ScoringRequest = {
      ...request,
      method: { ...request.method, aggregation: [{ rule: 'topsis' }] },
    };
    const model = createDrawnModel({ request: topsis, ranges: null, sources: NOISE_AND_GAPS });
    expect(model.ranked).toEqual(['u', 'v', 'w']);
    const scoresAt = (place: number) => {
      model.placeGaps(topsis.values.map(() => place));
      const out = new Float64Array(3);
      model.score(out);
      return out;
    };
    // `a` has 10 and 30 observed, on a scale from 0: near its low end lies the worst there could be.
    const [lowU, lowV, lowW] = scoresAt(0.05);
    const [highU, highV, highW] = scoresAt(0.95);
    expect([highU, highW]).toEqual([lowU, lowW]);
    expect(highV).toBeGreaterThan(lowV!);
  });

  it('draws each node from a stream of its own, in which no other node leaves a trace', () => {
    const model = createDrawnModel({ request, ranges: null, sources: NOISE_AND_GAPS });
    const u = { g: 0.9, c: 0.4, a: 0.2, b: 0.7 } as Record<string, number>;
    model.drawWeightsOf((node) => ({ uniform: () => u[node] ?? 0 }) as RandomStream);
    const raw = (node: string, share: number) => share * (1 + 0.5 * (2 * u[node]! - 1));
    const share = (node: string) =>
      model.parameters().weights.find((weight) => weight.node === node)!.share;
    const [g, c, a, b] = [raw('g', 3 / 4), raw('c', 1 / 4), raw('a', 2 / 3), raw('b', 1 / 3)];
    expect(share('g')).toBeCloseTo(g / (g + c), 12);
    expect(share('c')).toBeCloseTo(c / (g + c), 12);
    expect(share('a')).toBeCloseTo(a / (a + b), 12);
    expect(share('b')).toBeCloseTo(b / (a + b), 12);
  });

  it('refuses more prepared methods than fit into memory, and says how many', () => {
    const units = 3500;
    const many = makeRequest(
      makeFramework(Array.from({ length: 8 }, (_, at) => ({ code: `i${at}` }))),
      Object.fromEntries(
        Array.from({ length: units }, (_, at) => [`u${at}`, Array<number>(8).fill(at)]),
      ),
    );
    const methods = {
      ...NO_METHOD_CHOICES,
      normalisation: Array.from({ length: 20 }, (_, at) => ({
        rule: 'min-max' as const,
        low: 0,
        high: at + 1,
      })),
      aggregation: Array.from({ length: 20 }, () => [{ rule: 'median' as const }]),
      missing: ['available' as const, 'zero' as const, 'mean' as const],
    };
    // 1,200 methods · 28,000 cells · 5 arrays · 8 bytes are 1.25 GB.
    const refused = expectAppError(
      () =>
        createDrawnModel({ request: many, ranges: null, sources: { ...NOISE_AND_GAPS, methods } }),
      'E_INPUT',
      { reason: 'more-than-memory' },
    );
    expect(refused.message).toContain('1200 method choices on 28000 cells');
  });
});
