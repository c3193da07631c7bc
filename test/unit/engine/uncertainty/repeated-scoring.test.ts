import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { frameworkShares, relativeWeights } from '../../../../electron/engine/compile-framework.ts';
import { RandomStream } from '../../../../electron/engine/random.ts';
import { comparableColumns, createScorer, prepare } from '../../../../electron/engine/score.ts';
import { indexScorer } from '../../../../electron/engine/uncertainty/index-scorer.ts';
import { createRenormaliser } from '../../../../electron/engine/uncertainty/renormaliser.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { NORMALISATIONS, randomRequest } from '../random-request.ts';
import { examples } from '../../../support/examples.ts';

/** What simulations repeat millions of times has ways of its own: they must give what the ranking gives. */

const seed = fc.nat();

describe('the scorer of simulations', () => {
  it('scores as the ranking does, with gaps, whole branches missing and weights of 0', () => {
    let withGaps = 0;
    let withZeros = 0;
    fc.assert(
      fc.property(
        randomRequest(),
        fc.constantFrom('available' as const, 'available-leaf' as const),
        seed,
        (given, missing, seed) => {
          const method = {
            ...given.method,
            missing,
            aggregation: [{ rule: 'arithmetic' as const }],
            availability: [],
          };
          const request = { ...given, method, plausible: null };
          const scorer = createScorer(request);
          const { tree, observations, columns, plan } = prepare(request);
          const { units } = observations;
          const simulated = indexScorer(tree, plan, units, missing);
          simulated.use(columns, columns.values);
          const out = new Float64Array(units.length);
          const random = new RandomStream(seed, 'weights');
          for (let draw = 0; draw < 5; draw++) {
            const weights = new Map<NodeCode, number>();
            for (let parent = 0; parent < tree.nodeCount; parent++) {
              const children = tree.children.subarray(
                tree.childStart[parent],
                tree.childStart[parent + 1],
              );
              children.forEach((child, at) => {
                const isZero = at > 0 && random.uniform() < 0.3;
                if (isZero) withZeros++;
                weights.set(tree.codes[child]!, isZero ? 0 : random.uniform() + 0.01);
              });
            }
            const { local } = frameworkShares(
              tree,
              relativeWeights(tree, request.framework, weights),
            );
            simulated.score(local, out);
            const expected = scorer.reweigh(weights).score;
            out.forEach((score, unit) => {
              if (Number.isNaN(expected[unit])) expect(score).toBeNaN();
              else expect(score).toBeCloseTo(expected[unit]!, 9);
            });
          }
          if (columns.values.some((x) => Number.isNaN(x))) withGaps++;
        },
      ),
      { numRuns: examples(300), seed: 21 },
    );
    expect(withGaps).toBeGreaterThan(examples(50));
    expect(withZeros).toBeGreaterThan(examples(50));
  });

  const framework = makeFramework([
    { code: 'g', weight: 3, children: [{ code: 'a' }, { code: 'b' }] },
    { code: 'c' },
  ]);
  const scoresOf = (
    rows: Record<string, readonly (number | null)[]>,
    missing: 'available' | 'available-leaf',
    weights: Record<string, number> = {},
  ) => {
    const request = makeRequest(framework, rows, { missing, normalisation: AS_IS });
    const { tree, observations, columns, plan } = prepare(request);
    const scorer = indexScorer(tree, plan, observations.units, missing);
    scorer.use(columns, columns.values);
    const relative = relativeWeights(tree, framework, new Map(Object.entries(weights) as never));
    const out = new Float64Array(observations.units.length);
    scorer.score(frameworkShares(tree, relative).local, out);
    return [...out];
  };

  it.each(['available', 'available-leaf'] as const)(
    'gives a unit without any value no score, beside units that lack nothing: %s',
    (missing) => {
      const rows = { whole: [8, 4, 2], empty: [null, null, null], other: [0, 0, 4] };
      expect(scoresOf(rows, missing)).toEqual([5, NaN, 1]);
    },
  );

  it('takes what weighs nothing in a draw for missing, level by level', () => {
    const rows = { whole: [8, 4, 2], noB: [8, null, 2], noC: [8, 4, null] };
    const weights = { a: 0, b: 1, g: 3, c: 1 };
    // All that noB has below g weighs nothing, so that c alone counts.
    expect(scoresOf(rows, 'available', weights)).toEqual([3.5, 2, 4]);
    expect(scoresOf(rows, 'available-leaf', weights)).toEqual([3.5, 2, 4]);
    const onlyC = { ...rows, noC: [8, 4, null] };
    expect(scoresOf(onlyC, 'available', { g: 0, c: 1 })).toEqual([2, 2, NaN]);
  });
});

describe('normalising again', () => {
  it('gives the same bits as the general way, whatever the values become', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        randomRequest(),
        fc.constantFrom(...NORMALISATIONS),
        fc.constantFrom('available' as const, 'bounds' as const),
        seed,
        (given, normalisation, missing, seed) => {
          const method = {
            ...given.method,
            normalisation,
            normalisationByIndicator: {},
            missing,
            treatment: { ...given.method.treatment, rule: 'none' as const, byIndicator: {} },
          };
          const { tree, observations } = prepare({ ...given, method });
          const raw = observations.values.slice();
          const own = { ...observations, values: raw };
          const general = () => comparableColumns(tree, own, method).columns;
          const renormalise = createRenormaliser(tree, own, method, general)!;
          const random = new RandomStream(seed, 'values');
          for (let draw = 0; draw < 6; draw++) {
            // Coarse values, so that columns become constant and cease to be.
            for (let at = 0; at < raw.length; at++) {
              if (raw[at] === raw[at]) raw[at] = Math.floor(random.uniform() * 2.5) * 20 - 20;
            }
            expect(renormalise()).toEqual(general());
            compared++;
          }
        },
      ),
      { numRuns: examples(200), seed: 22 },
    );
    expect(compared).toBe(6 * examples(200));
  });

  it('leaves alone what looks at every column anew', () => {
    fc.assert(
      fc.property(randomRequest(), (given) => {
        const method = { ...given.method, missing: 'median' as const };
        const { tree, observations, columns } = prepare({ ...given, method });
        expect(createRenormaliser(tree, observations, method, () => columns)).toBeNull();
      }),
      { numRuns: 5 },
    );
  });

  const logarithmic = makeRequest(
    makeFramework([{ code: 'a', transform: 'log10' }, { code: 'b' }]),
    { u: [1, 5], v: [10, 6], w: [1000, 8], x: [null, 9] },
  );

  it('takes logarithms where they are declared, and leaves to the general way what has none', () => {
    const { tree, observations } = prepare(logarithmic);
    const own = { ...observations, values: observations.values.slice() };
    const general = () => comparableColumns(tree, own, logarithmic.method).columns;
    const instead = general();
    const renormalise = createRenormaliser(tree, own, logarithmic.method, () => instead)!;
    // u, v and w stand at 0, ⅓ and 1 of the way on a logarithmic scale.
    const [u, v, w, x] = renormalise().values;
    expect([u, w, x]).toEqual([0, 100, NaN]);
    expect(v).toBeCloseTo(100 / 3, 12);
    own.values.set([100, 10_000, 1], 0);
    expect(renormalise()).toEqual(general());
    own.values[1] = -3;
    expect(renormalise()).toBe(instead);
    own.values[1] = 0;
    expect(() => general()).toThrow('a of v is 0');
  });

  it('gives the same columns again, and new ones only when a column becomes constant or ceases to be', () => {
    const { tree, observations } = prepare(logarithmic);
    const own = { ...observations, values: observations.values.slice() };
    const renormalise = createRenormaliser(tree, own, logarithmic.method, () => {
      throw new Error('not needed');
    })!;
    const first = renormalise();
    own.values[4] = 7;
    expect(renormalise()).toBe(first);
    own.values.fill(3, 4, 8);
    const constant = renormalise();
    expect(constant).not.toBe(first);
    expect(renormalise()).toBe(constant);
    own.values[4] = 2;
    expect(renormalise()).not.toBe(constant);
  });

  it('is not for methods that treat', () => {
    const { tree, observations, columns } = prepare(logarithmic);
    const treating = (treatment: Partial<Method['treatment']>) => ({
      ...logarithmic.method,
      treatment: {
        ...logarithmic.method.treatment,
        rule: 'none' as const,
        byIndicator: {},
        ...treatment,
      },
    });
    const made = (method: Method) => createRenormaliser(tree, observations, method, () => columns);
    expect(made(treating({}))).not.toBeNull();
    expect(made(treating({ rule: 'winsorise' }))).toBeNull();
    const one = { ['b' as NodeCode]: { rule: 'log' as const } };
    expect(made(treating({ byIndicator: one }))).toBeNull();
    expect(made({ ...treating({}), missing: 'available-leaf' })).not.toBeNull();
  });
});
