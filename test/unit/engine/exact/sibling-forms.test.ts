import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siblingForms } from '../../../../electron/engine/exact/sibling-forms.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { createScorer, type ScoringRequest } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { Aggregation, Method } from '../../../../shared/model/method.ts';
import { examples } from '../../../support/examples.ts';
import { AS_IS, type Group, type Leaf, makeFramework, makeRequest } from '../make-request.ts';
import { ORDINARY, randomRequest } from './random-request.ts';

/** What the shares of some children make of every unit's score and coverage, against the scorer. */

function expectLikeScorer(request: ScoringRequest, parent: number, parts: readonly number[]): void {
  const scorer = createScorer(request);
  const model = weightModel(scorer, request.method);
  const forms = siblingForms(model, parent);
  if (forms === null) throw new Error(`no forms for node ${parent}`);
  const { children, transform, numerator, denominator, coverage } = forms;
  const drawn = Array.from(children, (_, at) => parts[at % parts.length]!);
  const sum = drawn.reduce((all, each) => all + each, 0);
  const shares = drawn.map((each) => each / sum);
  const { tree } = scorer.prepared;
  const moved = scorer.reweigh(
    new Map(shares.map((share, at) => [tree.codes[children[at]!]!, share])),
  );
  const { unitCount } = model;
  for (let unit = 0; unit < unitCount; unit++) {
    const total = (of: Float64Array) =>
      shares.reduce((all, share, at) => all + share * of[at * unitCount + unit]!, 0);
    const weight = total(denominator);
    const score = weight > 1e-12 ? transform.invert(total(numerator) / weight) : NaN;
    const expected = moved.score[unit]!;
    if (Number.isNaN(expected)) expect(score).toBeNaN();
    else expect(score).toBeCloseTo(expected, 8);
    if (request.method.missing !== 'bounds') {
      expect(total(coverage)).toBeCloseTo(moved.coverage[unit]!, 10);
    }
  }
}

const means: Aggregation[] = [
  { rule: 'arithmetic' },
  { rule: 'geometric' },
  { rule: 'harmonic' },
  { rule: 'power', exponent: -2 },
];

describe('scores as ratios of linear functions of some shares', () => {
  it('are those of the scorer, below whichever parent, whatever is missing and least', () => {
    fc.assert(
      fc.property(
        randomRequest({
          ...ORDINARY,
          units: [3, 5],
          gaps: 35,
          aggregations: means.map((mean) => [mean]),
        }),
        fc.array(fc.constantFrom(0, 0.3, 0.5, 0.75, 1), { maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        fc.nat(),
        (request, availability, parts, pick) => {
          const { nodes } = request.framework;
          const parents = nodes.flatMap(({ indicator }, node) =>
            indicator === null ? [node] : [],
          );
          const [aggregation] = request.method.aggregation;
          // Under other means the middle between bounds is no mean of middles.
          const missing =
            aggregation!.rule !== 'arithmetic' && request.method.missing === 'bounds'
              ? 'available'
              : request.method.missing;
          const method = { ...request.method, availability, missing };
          expectLikeScorer({ ...request, method }, parents[pick % parents.length]!, parts);
        },
      ),
      { numRuns: examples(1000), seed: 15 },
    );
  });
});

/** A group G of a and b beside c and d. */
const NESTED: (Leaf | Group)[] = [
  { code: 'G', weight: 2, children: [{ code: 'a' }, { code: 'b' }] },
  { code: 'c' },
  { code: 'd' },
];

function formsOf(
  parent: string,
  rows: Record<string, (number | null)[]>,
  method: Partial<Method>,
  children = NESTED,
) {
  const request = makeRequest(makeFramework(children), rows, { normalisation: AS_IS, ...method });
  const model = weightModel(createScorer(request), request.method);
  return siblingForms(model, model.tree.codes.indexOf(parent as NodeCode));
}

describe('by hand: G half, c and d a quarter each', () => {
  const rows = { full: [0.8, 0.4, 0.2, 0.6], lacks: [0.8, null, 0.2, null] };

  it('below a group, with what is beside it', () => {
    // Beside G: (0.2 + 0.6)/4 = 0.2 for full; of `lacks`, 0.05 of ¾ counts, and G ⅔ of it.
    const whole = formsOf('G', rows, { missing: 'available' });
    expect(whole?.denominator).toEqual(Float64Array.of(1, 1, 1, 0));
    expect(whole?.numerator[0]).toBeCloseTo(0.2 + 0.5 * 0.8, 14);
    expect(whole?.numerator[1]).toBeCloseTo(0.05 / 0.75 + (2 / 3) * 0.8, 14);
    expect(whole?.numerator[2]).toBeCloseTo(0.2 + 0.5 * 0.4, 14);
    expect(whole?.numerator[3]).toBe(0);
    // The first is covered whatever the shares; the other one by c, and by a as far as it weighs.
    expect(whole?.coverage).toEqual(Float64Array.of(1, 0.75, 1, 0.25));

    const leaves = formsOf('G', rows, { missing: 'available-leaf' });
    expect(leaves?.denominator).toEqual(Float64Array.of(1, 0.75, 1, 0.25));
    expect(leaves?.numerator[1]).toBeCloseTo(0.05 + 0.5 * 0.8, 14);
    expect(leaves?.numerator[3]).toBeCloseTo(0.05, 14);
  });

  it('a unit keeps its score where the group does not count for it, whatever the shares', () => {
    // G needs both of its children: `lacks` is scored by c alone, 0.2.
    const least: Partial<Method> = { missing: 'available', availability: [0.6, 0] };
    const kept = formsOf('G', rows, least);
    expect(kept?.numerator[1]).toBeCloseTo(0.2, 14);
    expect(kept?.numerator[3]).toBeCloseTo(0.2, 14);
    expect(kept?.denominator).toEqual(Float64Array.of(1, 1, 1, 1));
    // Half is enough of two.
    const half = formsOf('G', rows, { ...least, availability: [0.5, 0] });
    expect(half?.denominator).toEqual(Float64Array.of(1, 1, 1, 0));
    // Above, two of three are enough, but not more: then there is no score at all.
    const above = formsOf('G', rows, { ...least, availability: [0, 2 / 3] });
    expect(above?.denominator).toEqual(Float64Array.of(1, 1, 1, 0));
    const none = formsOf('G', rows, { ...least, availability: [0, 0.7] });
    expect(none?.denominator).toEqual(Float64Array.of(1, 0, 1, 0));
    expect([none?.numerator[1], none?.numerator[3]]).toEqual([0, 0]);
  });

  it('a unit keeps its score, too, where it has nothing below the group or the group weighs nothing', () => {
    const nothing = { u: [null, null, 0.2, 0.6], v: [0.8, 0.4, 0.2, 0.6] };
    const empty = formsOf('G', nothing, { missing: 'available' });
    expect(empty?.numerator[0]).toBeCloseTo(0.4, 14);
    expect(empty?.numerator[2]).toBeCloseTo(0.4, 14);
    expect(empty?.denominator).toEqual(Float64Array.of(1, 1, 1, 1));
    const light: (Leaf | Group)[] = [
      { ...(NESTED[0] as Group), weight: 0 },
      NESTED[1]!,
      NESTED[2]!,
    ];
    for (const missing of ['available', 'available-leaf'] as const) {
      const weightless = formsOf('G', nothing, { missing }, light);
      for (const at of [0, 1, 2, 3]) expect(weightless?.numerator[at]).toBeCloseTo(0.4, 14);
      expect(weightless?.denominator).toEqual(Float64Array.of(1, 1, 1, 1));
    }
  });

  it('a unit that has only what weighs nothing has no score', () => {
    const only = { u: [0.8, 0.4, null, null], v: [0.8, 0.4, 0.2, 0.6] };
    const light: (Leaf | Group)[] = [
      { ...(NESTED[0] as Group), weight: 0 },
      NESTED[1]!,
      NESTED[2]!,
    ];
    const forms = formsOf('G', only, { missing: 'available' }, light);
    expect([forms?.numerator[0], forms?.numerator[2]]).toEqual([0, 0]);
    expect(forms?.denominator).toEqual(Float64Array.of(0, 1, 0, 1));
  });

  it('below two groups, what is beside each counts with its share', () => {
    // H and e half each; in H, c a quarter and G the rest. Beside G: 0.125·c; beside H: 0.5·e.
    const deep = [
      {
        code: 'H',
        children: [
          { code: 'c' },
          { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b' }] },
        ],
      },
      { code: 'e' },
    ];
    for (const missing of ['available', 'available-leaf'] as const) {
      const forms = formsOf('G', { u: [0.8, 0.4, 0.2, 0.6], v: [0, 0, 0, 1] }, { missing }, deep);
      const beside = 0.125 * 0.8 + 0.5 * 0.6;
      expect(forms?.numerator[0]).toBeCloseTo(beside + 0.375 * 0.4, 14);
      expect(forms?.numerator[2]).toBeCloseTo(beside + 0.375 * 0.2, 14);
      for (const at of [0, 1, 2, 3]) expect(forms?.denominator[at]).toBeCloseTo(1, 14);
    }
  });

  it('there are none where a node on the way up is not the same mean', () => {
    const other = { aggregation: [{ rule: 'geometric' }, { rule: 'arithmetic' }] } as const;
    const values = { u: [1, 2, 3, 4] };
    expect(formsOf('G', values, { aggregation: [...other.aggregation] })).toBeNull();
    expect(formsOf('index', values, { aggregation: [...other.aggregation] })).not.toBeNull();
    const least: Method['aggregation'] = [{ rule: 'min' }, { rule: 'arithmetic' }];
    expect(formsOf('G', values, { aggregation: least })).toBeNull();
    expect(formsOf('index', values, { aggregation: least })?.transform.name).toBe('arithmetic');
    expect(formsOf('index', values, { aggregation: [{ rule: 'min' }] })).toBeNull();
  });
});
