import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionForms, standInValues } from '../../../../electron/engine/exact/region-forms.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import {
  type RegionRequest,
  regionShares,
  weightRegion,
} from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { Aggregation, Method } from '../../../../shared/model/method.ts';
import { examples } from '../../../support/examples.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, type Group, type Leaf, makeFramework, makeRequest } from '../make-request.ts';
import { ORDINARY, randomRequest } from './random-request.ts';

/** Scores as functions of the weights of a region, against the scorer and on paper. */

const LEAVES: RegionRequest = { scope: { kind: 'leaves' }, spread: null, locked: new Set() };

const means: Aggregation[] = [{ rule: 'arithmetic' }, { rule: 'geometric' }, { rule: 'harmonic' }];

describe('at any weights', () => {
  it('scores, their ratios, coverage and stand-ins are those of the scorer', () => {
    let stoodIn = 0;
    fc.assert(
      fc.property(
        randomRequest({
          ...ORDINARY,
          units: [2, 4],
          gaps: 35,
          leastWeight: 1,
          missing: ['available', 'available-leaf', 'zero'],
          aggregations: means.map((mean) => [mean]),
        }),
        fc.array(fc.constantFrom(0, 0.3, 0.5, 0.75), { maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (drawn, availability, parts, isLeaves) => {
          const request = { ...drawn, method: { ...drawn.method, availability } };
          const scorer = createScorer(request);
          const model = weightModel(scorer, request.method);
          const parent = request.framework.nodes[0]!.code;
          const region = weightRegion(
            model,
            isLeaves ? LEAVES : { ...LEAVES, scope: { kind: 'siblings', parent } },
          );
          const forms = regionForms(model, region);
          const sizes = Array.from(region.present, (_, at) => parts[at % parts.length]!);
          const sum = sizes.reduce((all, each) => all + each, 0);
          const weights = Float64Array.from(sizes, (each) => each / sum);
          const moved = scorer.reweigh(regionShares(model, region, weights));
          const { size, value, denominator, transform } = forms;
          const scores = forms.evaluate(weights);
          const means = standInValues(forms, weights);
          stoodIn += means.length;
          for (const unit of request.units.keys()) {
            const expected = moved.score[unit]!;
            if (Number.isNaN(expected)) expect(scores[unit]).toBeNaN();
            else expect(scores[unit]).toBeCloseTo(expected, 8);
            const row = value.slice(unit * size, (unit + 1) * size);
            for (const number of forms.standInsOf[unit]!) {
              expect(forms.standIns[number]?.unit).toBe(unit);
              const { gaps, range } = forms.standIns[number]!;
              for (const gap of gaps) row[gap] = means[number]!;
              expect(means[number]).toBeGreaterThan(range.low - 1e-9);
              expect(means[number]).toBeLessThan(range.high + 1e-9);
            }
            const total = (of: Float64Array, from: number) =>
              weights.reduce((all, weight, at) => all + weight * of[from + at]!, 0);
            const weight = total(denominator, unit * size);
            if (!Number.isNaN(expected)) {
              expect(transform.invert(total(row, 0) / weight)).toBeCloseTo(expected, 8);
            }
            expect(total(forms.coverage, unit * size)).toBeCloseTo(moved.coverage[unit]!, 10);
          }
        },
      ),
      { numRuns: examples(800), seed: 16 },
    );
    expect(stoodIn).toBeGreaterThan(examples(800) / 20);
  });
});

/** G of a and b, H of c and d, and e alone; all five indicators weigh a fifth. */
const NESTED: (Leaf | Group)[] = [
  { code: 'G', weight: 2, children: [{ code: 'a' }, { code: 'b' }] },
  { code: 'H', weight: 2, children: [{ code: 'c' }, { code: 'd' }] },
  { code: 'e' },
];

function formsOf(
  rows: Record<string, (number | null)[]>,
  method: Partial<Method> = {},
  region: Partial<RegionRequest> = {},
  children = NESTED,
) {
  const request = makeRequest(makeFramework(children), rows, { normalisation: AS_IS, ...method });
  const model = weightModel(createScorer(request), request.method);
  return regionForms(model, weightRegion(model, { ...LEAVES, ...region }));
}

describe('by hand', () => {
  const full = [0.2, 0.4, 0.6, 0.8, 1];

  it('a complete table has no stand-ins and no denominators but 1', () => {
    const forms = formsOf({ u: full, v: [1, 0, 1, 0, 1] });
    expect(forms.isComplete).toBe(true);
    expect(forms.value).toEqual(Float64Array.of(...full, 1, 0, 1, 0, 1));
    expect(forms.denominator).toEqual(new Float64Array(10).fill(1));
    expect([forms.standIns, forms.standInsOf]).toEqual([[], [[], []]]);
    expect(formsOf({ u: full, v: [1, 0, 1, 0, null] }).isComplete).toBe(false);
    expect(formsOf({ u: full, v: [1, 0, 1, null, 1] }).isComplete).toBe(false);
    const siblings = { scope: { kind: 'siblings', parent: 'G' as NodeCode } } as const;
    expect(formsOf({ u: full, v: [1, 0, 1, 0, 1] }, {}, siblings).isComplete).toBe(true);
    expect(formsOf({ u: full, v: [1, null, 1, 0, 1] }, {}, siblings).isComplete).toBe(false);
  });

  it('the mean of its group stands in for a gap, but at the top the gap drops out', () => {
    const forms = formsOf({ u: full, v: [0.1, null, 0.3, 0.7, null] });
    expect(forms.standIns).toEqual([
      {
        unit: 1,
        gaps: [1],
        included: Uint8Array.of(1, 0, 0, 0, 0),
        range: { low: 0.1, high: 0.1 },
      },
    ]);
    expect(forms.standInsOf).toEqual([[], [0]]);
    expect(Array.from(forms.denominator.slice(5))).toEqual([1, 1, 1, 1, 0]);
    expect(Array.from(forms.value.slice(5))).toEqual([0.1, 0, 0.3, 0.7, 0]);
    // (0.1·(a + b) + 0.3c + 0.7d)/(a + b + c + d), with weights of 1, 2, 3 and 4 elevenths, and e 1.
    const weights = Float64Array.of(1, 2, 3, 4, 1).map((each) => each / 11);
    expect(forms.evaluate(weights)[1]).toBeCloseTo((0.3 + 0.9 + 2.8) / 10, 14);
    expect(Array.from(standInValues(forms, weights))).toEqual([expect.closeTo(0.1, 14)]);
    expect(Array.from(forms.coverage.slice(5))).toEqual([1, 0, 1, 1, 0]);
  });

  it('a whole group missing leaves its weight to the index; with too few children, so does the rest of it', () => {
    const gone = formsOf({ u: full, v: [null, null, 0.3, 0.7, 0.5] });
    expect(gone.standIns).toEqual([]);
    expect(Array.from(gone.denominator.slice(5))).toEqual([0, 0, 1, 1, 1]);
    const least = formsOf({ u: full, v: [0.1, null, 0.3, 0.7, 0.5] }, { availability: [0.6, 0] });
    expect(least.standIns).toEqual([]);
    expect(Array.from(least.denominator.slice(5))).toEqual([0, 0, 1, 1, 1]);
    const enough = formsOf({ u: full, v: [0.1, null, 0.3, 0.7, 0.5] }, { availability: [0.5, 0] });
    expect(enough.standIns).toHaveLength(1);
    // Above, two of three groups are enough, or not: then there is no score at any weights.
    const two = formsOf({ u: full, v: [null, null, 0.3, 0.7, 0.5] }, { availability: [0, 0.6] });
    expect(Array.from(two.denominator.slice(5))).toEqual([0, 0, 1, 1, 1]);
    const none = formsOf({ u: full, v: [null, null, 0.3, 0.7, 0.5] }, { availability: [0, 0.7] });
    expect(Array.from(none.denominator.slice(5))).toEqual([0, 0, 0, 0, 0]);
    expect(none.evaluate(new Float64Array(5).fill(0.2))[1]).toBeNaN();
  });

  it('the range of a stand-in is that of its group over the box', () => {
    // G of three: a = 0.1 and c = 0.5 with 0.4 each now; within ±50 % from 0.2 and 0.6 to 0.6 and 0.2.
    const three = [
      { code: 'G', children: [{ code: 'a' }, { code: 'b', weight: 0.5 }, { code: 'c' }] },
    ];
    const rows = { u: [0.1, null, 0.5], v: [1, 1, 1] };
    const [standIn] = formsOf(rows, {}, { spread: 0.5 }, three).standIns;
    expect(standIn?.range.low).toBeCloseTo((0.6 * 0.1 + 0.2 * 0.5) / 0.8, 14);
    expect(standIn?.range.high).toBeCloseTo((0.2 * 0.1 + 0.6 * 0.5) / 0.8, 14);
    expect(formsOf(rows, {}, {}, three).standIns[0]?.range).toEqual({ low: 0.1, high: 0.5 });
  });

  it('of one unit the deepest comes first, and stands in the mean above it', () => {
    // G of K (a, b) and c. b is missing: K stands in. c is missing: G, which runs over a and b, too.
    const deep = [
      {
        code: 'G',
        children: [{ code: 'K', children: [{ code: 'a' }, { code: 'b' }] }, { code: 'c' }],
      },
      { code: 'e' },
    ];
    const { standIns } = formsOf({ u: [0.4, null, null, 1], v: [0, 0, 0, 1] }, {}, {}, deep);
    expect(standIns.map(({ gaps }) => gaps)).toEqual([[1], [2]]);
    expect(standIns.map(({ included }) => Array.from(included))).toEqual([
      [1, 0, 0, 0],
      [1, 1, 0, 0],
    ]);
    expect(standIns.map(({ range }) => range)).toEqual([
      { low: 0.4, high: 0.4 },
      { low: 0.4, high: 0.4 },
    ]);
  });

  it('stand-ins are told apart by unit', () => {
    const forms = formsOf({ u: [0.1, null, 0.3, null, 1], v: [null, 0.9, 0.2, 0.4, 1] });
    expect(forms.standInsOf).toEqual([[0, 1], [2]]);
    const weights = new Float64Array(5).fill(0.2);
    // H first: later groups are listed first.
    expect(Array.from(standInValues(forms, weights))).toEqual([
      expect.closeTo(0.3, 14),
      expect.closeTo(0.1, 14),
      expect.closeTo(0.9, 14),
    ]);
  });

  it('the tolerance is that of the largest value, in the space of the mean', () => {
    // Ties within 1e-9 of the largest size: 100; under a geometric mean widest for the smallest value, 1.
    const rows = { u: [1, 100, 10, 10, 10], v: [2, 2, 2, 2, 2] };
    const plain = formsOf(rows).tolerance;
    expect(plain).toBeGreaterThan(0);
    expect(formsOf({ ...rows, v: [2, 2, 2, 2, 1000] }).tolerance / plain).toBeCloseTo(10, 4);
    const geometric = formsOf(rows, { aggregation: [{ rule: 'geometric' }] }).tolerance;
    expect(geometric / Math.log(1 + plain)).toBeCloseTo(1, 6);
  });

  it('refuses what is not one mean of the kinds that it knows', () => {
    const rows = { u: full, v: full };
    const details = { reason: 'aggregation-not-exact' };
    const siblings = { scope: { kind: 'siblings', parent: 'G' as NodeCode } } as const;
    for (const region of [LEAVES, siblings]) {
      expectAppError(
        () => formsOf(rows, { aggregation: [{ rule: 'median' }] }, region),
        'E_UNSUPPORTED',
        details,
      );
      expectAppError(
        () =>
          formsOf(rows, { aggregation: [{ rule: 'geometric' }, { rule: 'arithmetic' }] }, region),
        'E_UNSUPPORTED',
        details,
      );
    }
    const top = { scope: { kind: 'siblings', parent: 'index' as NodeCode } } as const;
    const below: Partial<Method> = { aggregation: [{ rule: 'median' }, { rule: 'arithmetic' }] };
    expect(formsOf(rows, below, top).size).toBe(3);
    expectAppError(() => formsOf(rows, below), 'E_UNSUPPORTED', details);
  });
});
