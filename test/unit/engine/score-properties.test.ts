import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import {
  changedByWeights,
  contributionsOfNode,
  valuesOfNode,
  withOtherWeights,
} from '../../../shared/model/reweighed-scores.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { createScorer, score, type ScoringRequest } from '../../../electron/engine/score.ts';
import {
  AGGREGATIONS,
  leafCodes,
  NORMALISATIONS,
  randomRequest,
  unitCodes,
} from './random-request.ts';

/** Equal up to the rounding of sums taken in another order; NaN equals NaN. */
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  const largest = Math.max(1, ...Array.from(expected).filter(Number.isFinite).map(Math.abs));
  expect(actual.length, what).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) {
    const [got, want] = [actual[at] as number, expected[at] as number];
    if (Number.isNaN(want)) expect(got, `${what} [${at}]`).toBeNaN();
    else
      expect(Math.abs(got - want), `${what} [${at}] ${got} ≠ ${want}`).toBeLessThan(1e-9 * largest);
  }
}

function rowOf(matrix: Float64Array, node: number, { units }: ScoringResult): Float64Array {
  return matrix.slice(node * units.length, (node + 1) * units.length);
}

/** Everything a result says about each unit, in the order of `units` and `nodes`. */
function comparable(result: ScoringResult, units: readonly UnitCode[], nodes: readonly NodeCode[]) {
  const column = units.map((unit) => result.units.indexOf(unit));
  const row = nodes.map((node) => result.nodes.indexOf(node));
  const perUnit = (array: ArrayLike<number>) => column.map((at) => array[at] as number);
  const matrix = (array: ArrayLike<number>) =>
    row.flatMap((node) => column.map((at) => array[node * result.units.length + at] as number));
  return {
    values: matrix(result.values),
    contributions: matrix(result.contributions),
    score: perUnit(result.score),
    scoreLow: perUnit(result.scoreLow),
    scoreHigh: perUnit(result.scoreHigh),
    coverage: perUnit(result.coverage),
    rank: perUnit(result.rank),
    rankBest: perUnit(result.rankBest),
    rankWorst: perUnit(result.rankWorst),
    plausibleLow: perUnit(result.plausible?.low ?? []),
    plausibleHigh: perUnit(result.plausible?.high ?? []),
  };
}

function expectSame(actual: ReturnType<typeof comparable>, expected: typeof actual): void {
  for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
    expectClose(actual[key], expected[key], key);
  }
}

/** Exactly: not even the last bit differs. */
function expectIdentical(actual: ScoringResult, expected: ScoringResult): void {
  const nodes = expected.nodes;
  expect(comparable(actual, expected.units, nodes)).toEqual(
    comparable(expected, expected.units, nodes),
  );
}

const withDraws = (request: ScoringRequest): ScoringRequest => ({
  ...request,
  plausible: { draws: 200, seed: 7 },
});

describe('every method', () => {
  it('gives the same bytes for the same input', () => {
    fc.assert(
      fc.property(randomRequest(), (request) => {
        expectIdentical(score(withDraws(request)), score(withDraws(request)));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of units', () => {
    fc.assert(
      fc.property(randomRequest(), fc.infiniteStream(fc.nat()), (request, shuffle) => {
        const order = shuffled(request.units.length, shuffle);
        const leafCount = leafCodes(request).length;
        const values = new Float64Array(request.values.length);
        for (let leaf = 0; leaf < leafCount; leaf++) {
          order.forEach((from, to) => {
            const start = leaf * order.length;
            values[start + to] = request.values[start + from] as number;
          });
        }
        const units = order.map((from) => request.units[from] as ScoringRequest['units'][number]);
        const original = score(withDraws(request));
        const other = score(withDraws({ ...request, units, values }));
        expectSame(
          comparable(other, original.units, original.nodes),
          comparable(original, original.units, original.nodes),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of indicators', () => {
    fc.assert(
      fc.property(randomRequest(), (request) => {
        // Siblings in reverse, each with all that is below it: still parents first.
        const { nodes } = request.framework;
        const below = (parent: NodeCode | null): typeof nodes =>
          nodes
            .filter((node) => node.parent === parent)
            .toReversed()
            .flatMap((node) => [node, ...below(node.code)]);
        const framework = { ...request.framework, nodes: below(null) };
        const unitCount = request.units.length;
        const before = leafCodes(request);
        const values = Float64Array.from(
          leafCodes({ ...request, framework }).flatMap((code) => {
            const from = before.indexOf(code) * unitCount;
            return [...request.values.subarray(from, from + unitCount)];
          }),
        );
        const original = score(withDraws(request));
        const other = score(withDraws({ ...request, framework, values }));
        expectSame(
          comparable(other, original.units, original.nodes),
          comparable(original, original.units, original.nodes),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is unchanged when all weights are multiplied by a constant', () => {
    fc.assert(
      fc.property(
        randomRequest(),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (request, factor) => {
          const nodes = request.framework.nodes.map((node) => ({
            ...node,
            weight: node.weight * factor,
          }));
          const original = score(withDraws(request));
          const framework = { ...request.framework, nodes };
          const other = score(withDraws({ ...request, framework }));
          expectSame(
            comparable(other, original.units, original.nodes),
            comparable(original, original.units, original.nodes),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never ranks a unit that is better or equal everywhere below the other', () => {
    fc.assert(
      fc.property(
        randomRequest({ gaps: 0.2 }),
        fc.array(fc.nat(40), { minLength: 40, maxLength: 40 }),
        (request, gains) => {
          // The first unit is made the second plus a gain, on the same indicators.
          const unitCount = request.units.length;
          const values = request.values.slice();
          leafCodes(request).forEach((code, leaf) => {
            const direction = request.framework.nodes.find((node) => node.code === code)?.indicator
              ?.direction as number;
            values[leaf * unitCount] =
              (values[leaf * unitCount + 1] as number) + direction * (gains[leaf] ?? 0);
          });
          const { score: scores, rank } = score({ ...request, values });
          const [better, worse] = [scores[0] as number, scores[1] as number];
          if (Number.isNaN(worse)) return;
          expect(better - worse).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, Math.abs(worse)));
          expect(rank[0]).toBeLessThanOrEqual(rank[1] as number);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('ranks a copy of a unit beside it and shifts the others only by that tie', () => {
    // Rules whose statistics a copy does not move; a z-score's mean or a rank's count it would.
    const still = NORMALISATIONS.filter(
      ({ rule }) => !['z-score', 'rank', 'borda', 'percentile-rank'].includes(rule),
    );
    const alone = AGGREGATIONS.filter(({ rule }) => rule !== 'copeland' && rule !== 'topsis');
    fc.assert(
      fc.property(
        randomRequest({
          normalisations: still,
          aggregations: alone,
          missing: ['available', 'available-leaf', 'zero', 'bounds'],
        }),
        (request) => {
          const { units } = request;
          const copy = { ...(units[0] as (typeof units)[number]), code: 'copy' as UnitCode };
          const wider = new Float64Array(
            (request.values.length / units.length) * (units.length + 1),
          );
          for (let leaf = 0; leaf < leafCodes(request).length; leaf++) {
            const column = request.values.subarray(leaf * units.length, (leaf + 1) * units.length);
            wider.set([...column, column[0] as number], leaf * (units.length + 1));
          }
          const before = score(request);
          const after = score({ ...request, units: [...units, copy], values: wider });
          const copied = after.rank[units.length];
          expect(copied).toBe(after.rank[0]);
          before.rank.forEach((rank, unit) => {
            const behind = rank > (before.rank[0] as number) && before.rank[0] !== 0;
            expect(after.rank[unit]).toBe(behind ? rank + 1 : rank);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds each score and rank inside its intervals', () => {
    fc.assert(
      fc.property(randomRequest(), (request) => {
        const result = score(withDraws(request));
        result.units.forEach((_, unit) => {
          const value = result.score[unit] as number;
          if (Number.isNaN(value)) return;
          expect(result.scoreLow[unit]).toBeLessThanOrEqual(value);
          expect(result.scoreHigh[unit]).toBeGreaterThanOrEqual(value);
          const [best, worst] = [result.rankBest[unit] as number, result.rankWorst[unit] as number];
          expect(result.rank[unit]).toBeGreaterThanOrEqual(best);
          expect(result.rank[unit]).toBeLessThanOrEqual(worst);
          expect(result.plausible?.low[unit]).toBeGreaterThanOrEqual(best);
          expect(result.plausible?.high[unit]).toBeLessThanOrEqual(worst);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('ranks again after a change of weights exactly as from the start', () => {
    fc.assert(
      fc.property(
        randomRequest(),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 60, maxLength: 60 }),
        (request, drawn) => {
          const nodes = request.framework.nodes.map((node, at) => ({
            ...node,
            weight: drawn[at % drawn.length] as number,
          }));
          const scorer = createScorer(withDraws(request));
          scorer.reweigh(new Map(nodes.slice(0, 2).map((node) => [node.code, 17])));
          const again = scorer.reweigh(new Map(nodes.map((node) => [node.code, node.weight])));
          const fresh = score(
            withDraws({ ...request, framework: { ...request.framework, nodes } }),
          );
          expectIdentical(again, fresh);
          expectIdentical(scorer.reweigh(new Map()), scorer.result);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('changes with the weights nothing but what a preview carries', () => {
    fc.assert(
      fc.property(randomRequest(), fc.integer({ min: 1, max: 20 }), (request, weight) => {
        const scorer = createScorer(withDraws(request));
        const { nodeCount, leafOfNode } = scorer.prepared.tree;
        const aggregates = Int32Array.from({ length: nodeCount }, (_, at) => at).filter(
          (at) => leafOfNode[at] === -1,
        );
        const node = request.framework.nodes[1]?.code as NodeCode;
        const whole = scorer.reweigh(new Map([[node, weight]]), { plausible: false });
        const joined = withOtherWeights(
          scorer.result,
          changedByWeights(whole, aggregates, Int32Array.from(whole.nodes.keys())),
        );
        expect(joined).not.toBeNull();
        expectIdentical(joined as ScoringResult, whole);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the rows of nodes as the whole matrices have them, also of those that were asked for alone', () => {
    fc.assert(
      fc.property(randomRequest(), fc.integer({ min: 1, max: 20 }), (request, weight) => {
        const scorer = createScorer(request);
        const node = request.framework.nodes[1]?.code as NodeCode;
        const whole = scorer.reweigh(new Map([[node, weight]]), { plausible: false });
        const asked = whole.nodes.map((_, at) => at).filter((at) => at % 2 === 0);
        const leaves = new Set(leafCodes(request));
        const aggregates = whole.nodes.flatMap((code, at) => (leaves.has(code) ? [] : [at]));
        const joined = withOtherWeights(
          scorer.result,
          changedByWeights(whole, Int32Array.from(aggregates), Int32Array.from(asked)),
        ) as ScoringResult;
        for (const at of whole.nodes.keys()) {
          expect(valuesOfNode(joined, at)).toEqual(valuesOfNode(whole, at));
          expect(valuesOfNode(whole, at)).toEqual(rowOf(joined.values, at, whole));
          const contributions = contributionsOfNode(joined, at);
          expect(contributions).toEqual(asked.includes(at) ? contributionsOfNode(whole, at) : null);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same in the arrays of an earlier result as in new ones', () => {
    fc.assert(
      fc.property(
        randomRequest(),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 5, maxLength: 5 }),
        (request, drawn) => {
          const node = request.framework.nodes[1]?.code as NodeCode;
          const scorer = createScorer(withDraws(request));
          let spare: ScoringResult | undefined;
          for (const weight of drawn) {
            const weights = new Map([[node, weight]]);
            spare = scorer.reweigh(weights, { spare });
            expectIdentical(spare, createScorer(withDraws(request)).reweigh(weights));
          }
          // Another scorer's result is nobody's spare.
          const other = createScorer(request).result;
          const before = other.values.slice();
          scorer.reweigh(new Map([[node, 3]]), { spare: other });
          expect(other.values).toEqual(before);
          expect(scorer.reweigh(new Map(), { plausible: false }).plausible).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('treats an excluded unit as if it had never been there', () => {
    fc.assert(
      fc.property(randomRequest(), fc.nat(), (request, pick) => {
        const codes = unitCodes(request);
        const out = codes[pick % codes.length] as UnitCode;
        const kept = codes.flatMap((code, at) => (code === out ? [] : [at]));
        const values = Float64Array.from(
          leafCodes(request).flatMap((_, leaf) =>
            kept.map((at) => request.values[leaf * codes.length + at] as number),
          ),
        );
        const units = kept.map((at) => request.units[at] as ScoringRequest['units'][number]);
        expectIdentical(
          score(withDraws({ ...request, excludedUnits: new Set([out]) })),
          score(withDraws({ ...request, units, values })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('treats an excluded node as if its branch had never been there', () => {
    fc.assert(
      fc.property(
        randomRequest({ aggregations: [{ rule: 'arithmetic' }] }),
        fc.nat(),
        (request, pick) => {
          const { nodes } = request.framework;
          const candidates = nodes.filter((node) => node.parent === nodes[0]?.code);
          const out = candidates[pick % candidates.length]?.code as NodeCode;
          const gone = new Set([out]);
          for (const node of nodes)
            if (node.parent !== null && gone.has(node.parent)) gone.add(node.code);
          const unitCount = request.units.length;
          const values = Float64Array.from(
            leafCodes(request).flatMap((code, leaf) =>
              gone.has(code)
                ? []
                : [...request.values.subarray(leaf * unitCount, (leaf + 1) * unitCount)],
            ),
          );
          const framework = {
            ...request.framework,
            nodes: nodes.filter(({ code }) => !gone.has(code)),
          };
          expectIdentical(
            score(withDraws({ ...request, excludedNodes: new Set([out]) })),
            score(withDraws({ ...request, framework, values })),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('weighted sums', () => {
  it('split into contributions that sum to every node and to the score', () => {
    fc.assert(
      fc.property(randomRequest({ aggregations: [{ rule: 'arithmetic' }] }), (request) => {
        const result = score(request);
        const { nodes } = request.framework;
        const unitCount = result.units.length;
        const at = (code: NodeCode, unit: number) =>
          result.contributions[result.nodes.indexOf(code) * unitCount + unit] as number;
        for (let unit = 0; unit < unitCount; unit++) {
          const value = result.score[unit] as number;
          const tolerance =
            1e-12 * Math.max(1, ...result.values.map(Math.abs).filter(Number.isFinite));
          for (const node of nodes) {
            const below = nodes.filter(({ parent }) => parent === node.code);
            if (Number.isNaN(value)) expect(at(node.code, unit)).toBeNaN();
            else if (below.length > 0) {
              const sum = below.reduce((sum, child) => sum + at(child.code, unit), 0);
              expect(Math.abs(sum - at(node.code, unit))).toBeLessThanOrEqual(tolerance);
            }
          }
          if (Number.isNaN(value)) continue;
          expect(at(nodes[0]?.code as NodeCode, unit)).toBe(value);
          const leaves = leafCodes(request).reduce((sum, code) => sum + at(code, unit), 0);
          expect(Math.abs(leaves - value)).toBeLessThanOrEqual(tolerance);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('means', () => {
  it('order: min ≤ power −1 = harmonic ≤ geometric ≤ arithmetic ≤ power 2 ≤ max', () => {
    fc.assert(
      fc.property(
        randomRequest({
          normalisations: [{ rule: 'min-max', low: 1, high: 100 }],
          aggregations: [{ rule: 'arithmetic' }],
          missing: ['available', 'available-leaf', 'zero'],
        }),
        (request) => {
          const scores = (aggregation: ScoringRequest['method']['aggregation'][number]) =>
            score({
              ...request,
              method: {
                ...request.method,
                aggregation: [aggregation],
                normalisation: { rule: 'min-max', low: 1, high: 100 },
              },
            }).score;
          const ladder = [
            scores({ rule: 'min' }),
            scores({ rule: 'harmonic' }),
            scores({ rule: 'geometric' }),
            scores({ rule: 'arithmetic' }),
            scores({ rule: 'power', exponent: 2 }),
            scores({ rule: 'max' }),
          ];
          expectClose(
            scores({ rule: 'power', exponent: -1 }),
            ladder[1] as Float64Array,
            'power −1',
          );
          expectClose(scores({ rule: 'power', exponent: 1 }), ladder[3] as Float64Array, 'power 1');
          ladder.slice(1).forEach((upper, step) => {
            upper.forEach((value, unit) => {
              const lower = ladder[step]?.[unit] as number;
              if (!Number.isNaN(value)) expect(value).toBeGreaterThanOrEqual(lower - 1e-9);
            });
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('intervals under missing data', () => {
  it('hold the score and the rank that the complete data would give, on a fixed scale', () => {
    const fixed = NORMALISATIONS.filter(({ rule }) => rule === 'goalposts');
    fc.assert(
      fc.property(
        randomRequest({
          gaps: 0,
          normalisations: fixed,
          aggregations: AGGREGATIONS.filter(({ rule }) =>
            ['arithmetic', 'min', 'max', 'median', 'copeland'].includes(rule),
          ),
          missing: ['available', 'available-leaf', 'zero', 'mean', 'bounds'],
        }),
        fc.array(fc.nat(99), { minLength: 300, maxLength: 300 }),
        (request, chance) => {
          const truth = score(request);
          const values = request.values.map((x, at) => ((chance[at] ?? 0) < 35 ? NaN : x));
          const seen = score({ ...request, values });
          truth.score.forEach((value, unit) => {
            const slack = 1e-9 * Math.max(1, Math.abs(value));
            expect(seen.scoreLow[unit]).toBeLessThanOrEqual(value + slack);
            expect(seen.scoreHigh[unit]).toBeGreaterThanOrEqual(value - slack);
            // The bounds are among the ranked units, so they speak of the truth when all are ranked.
            if (seen.rank.includes(0)) return;
            expect(seen.rankBest[unit]).toBeLessThanOrEqual(truth.rank[unit] as number);
            expect(seen.rankWorst[unit]).toBeGreaterThanOrEqual(truth.rank[unit] as number);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

function shuffled(count: number, numbers: Iterable<number>): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let place = count;
  for (const number of numbers) {
    if (place <= 1) break;
    const other = number % place--;
    [order[place], order[other]] = [order[other] as number, order[place] as number];
  }
  return order;
}
