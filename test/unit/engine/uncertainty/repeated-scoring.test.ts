import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { frameworkShares, relativeWeights } from '../../../../electron/engine/compile-framework.ts';
import { RandomStream } from '../../../../electron/engine/random.ts';
import { comparableColumns, createScorer, prepare } from '../../../../electron/engine/score.ts';
import { indexScorer } from '../../../../electron/engine/uncertainty/index-scorer.ts';
import { createRenormaliser } from '../../../../electron/engine/uncertainty/renormaliser.ts';
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
});
