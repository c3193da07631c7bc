import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RankProblem, type Side } from '../../../../electron/engine/exact/rank-problem.ts';
import { rankedRegion } from '../../../../electron/engine/exact/ranked-region.ts';
import { regionForms, standInValues } from '../../../../electron/engine/exact/region-forms.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { weightRegion } from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { examples } from '../../../support/examples.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

/** Rows of one unit against another over weights of four indicators: G of a, b and c, beside d. */

type Cells = readonly (number | null)[];

const FRAMEWORK = makeFramework([
  { code: 'G', weight: 3, children: [{ code: 'a' }, { code: 'b' }, { code: 'c' }] },
  { code: 'd' },
]);

/** The rivals come before the unit itself, so that it is told apart from the first one. */
function setUp(
  [own, ...others]: readonly [Cells, ...Cells[]],
  missing: Method['missing'],
  side: Side,
  { strictly = 0, spread = 0.5, distance = 3 } = {},
) {
  const rows = [...others, own];
  const request = makeRequest(
    FRAMEWORK,
    Object.fromEntries(rows.map((row, unit) => [`u${unit}`, row])),
    { normalisation: AS_IS, missing },
  );
  const model = weightModel(createScorer(request), request.method);
  const region = weightRegion(model, { scope: { kind: 'leaves' }, spread, locked: new Set() });
  const forms = regionForms(model, region);
  const ranked = rankedRegion(model, region, forms, rows.keys());
  const rivals = Array.from(others.keys());
  const unit = others.length;
  return { forms, problem: new RankProblem(forms, ranked, unit, rivals, side, strictly, distance) };
}

function dot(coefficients: Float64Array, weights: Float64Array): number {
  return coefficients.reduce((sum, each, at) => sum + each * weights[at]!, 0);
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const row = fc.tuple(cell, cell, cell, cell).filter((cells) => cells.some((x) => x !== null));
/** Weights within half of a quarter. */
const weights = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: -12, max: 12 })))
  .filter((parts) => Math.abs(parts.reduce((sum, part) => sum + part, 0)) <= 12)
  .map(([a = 0, b = 0, c = 0]) =>
    Float64Array.of(25 + a, 25 + b, 25 + c, 25 - a - b - c).map((each) => each / 100),
  );

describe('wherever the weights are', () => {
  it('rows of rivals hold where these are behind, and tell exactly by how much where intervals are points', () => {
    let behind = 0;
    fc.assert(
      fc.property(
        row,
        row,
        weights,
        weights,
        fc.constantFrom('available' as const, 'available-leaf' as const),
        fc.constantFrom(1 as const, -1 as const),
        fc.constantFrom(0, 0.25),
        (own, other, at, elsewhere, missing, side, strictly) => {
          const { forms, problem } = setUp([own, other], missing, side, { strictly });
          const quantitiesAt = (point: Float64Array) =>
            Float64Array.of(forms.evaluate(point)[1]!, ...standInValues(forms, point)).map(
              (each) => side * each,
            );
          const quantities = quantitiesAt(at);
          const { low, high } = problem.whole;
          expect(low).toHaveLength(quantities.length);
          quantities.forEach((quantity, number) => {
            expect(quantity).toBeGreaterThan(low[number]! - 1e-9);
            expect(quantity).toBeLessThan(high[number]! + 1e-9);
          });
          const [theirs, mine] = forms.evaluate(at);
          const lead = side * (theirs! - mine!) + strictly;
          const weight = dot(forms.denominator.slice(0, forms.size), at);
          const exact = problem.rivalRow(0, { low: quantities, high: quantities });
          expect(exact.limit).toBe(0);
          expect(dot(exact.coefficients, at)).toBeCloseTo(weight * lead, 10);
          const between = {
            low: low.map((each, number) => (each + quantities[number]!) / 2),
            high: high.map((each, number) => (each + quantities[number]!) / 2),
          };
          for (const intervals of [problem.whole, between]) {
            expect(dot(problem.rivalRow(0, intervals).coefficients, at)).toBeLessThan(
              weight * lead + 1e-9,
            );
            // Rows that hold the quantities within their intervals hold here.
            for (const { coefficients, lower, upper } of problem.intervalRows(intervals)) {
              expect(dot(coefficients, at)).toBeGreaterThan(lower - 1e-9);
              expect(dot(coefficients, at)).toBeLessThan(upper + 1e-9);
            }
          }
          if (lead <= 0) behind++;
          expect(problem.intervalRows(problem.whole)).toEqual([]);
          // With every quantity held where these weights put it, others with another level break a row.
          const held = problem.intervalRows({ low: quantities, high: quantities });
          const keeps = held.every(({ coefficients, lower, upper }) => {
            const sum = dot(coefficients, elsewhere);
            return sum >= lower - 1e-7 && sum <= upper + 1e-7;
          });
          const moved = quantitiesAt(elsewhere);
          const isSame = moved.every((each, number) => Math.abs(each - quantities[number]!) < 1e-9);
          if (isSame) expect(keeps).toBe(true);
          if (moved.some((each, number) => Math.abs(each - quantities[number]!) > 1e-3)) {
            expect(keeps).toBe(false);
          }
        },
      ),
      { numRuns: examples(1000), seed: 51 },
    );
    expect(behind).toBeGreaterThan(examples(1000) / 10);
  });
});

describe('by hand', () => {
  // Within ±50 % each weight is 1/8 to 3/8.
  const full: Cells = [2, 4, 6, 8];

  it('complete tables depend on no interval', () => {
    const { problem } = setUp([full, [1, 1, 1, 1]], 'available', 1);
    expect(problem.isNonlinear).toBe(false);
    // Weights of 3/8 on 6 and 8, or on 2 and 4, and 1/8 on the others.
    expect(problem.whole.low[0]).toBeCloseTo((3 * (2 + 4) + 6 + 8) / 8, 12);
    expect(problem.whole.high[0]).toBeCloseTo((3 * (6 + 8) + 2 + 4) / 8, 12);
    expect(problem.loosest(0, Float64Array.of(0.25, 0.25, 0.25, 0.25), problem.whole, 0)).toEqual({
      quantity: -1,
      slack: 0,
    });
    expect(Array.from(problem.rivalRow(0, problem.whole).coefficients)).toEqual([-1, -3, -5, -7]);
    // Half of the mean distance of neighbours: two units 3 apart, or three.
    expect(problem.coarse).toBe(0.75);
    const three = setUp([full, full, full], 'available', 1, { distance: 6 }).problem;
    expect(three.coarse).toBe(1);
    const down = setUp([full, [1, 1, 1, 1]], 'available', -1).problem;
    expect([down.whole.low[0], down.whole.high[0]]).toEqual([
      -problem.whole.high[0]!,
      -problem.whole.low[0]!,
    ]);
  });

  it('what only one of the two has makes the level matter', () => {
    // d is missing for the rival, of whom 2 points are asked on ¾ of the weight.
    const rows: [Cells, Cells] = [full, [1, 1, 1, null]];
    const { problem } = setUp(rows, 'available-leaf', 1);
    expect(problem.isNonlinear).toBe(true);
    const [low, high] = [problem.whole.low[0]!, problem.whole.high[0]!];
    const { coefficients } = problem.rivalRow(0, problem.whole);
    expect(Array.from(coefficients)).toEqual([-1, -3, -5, expect.closeTo(low - 8, 12)]);
    const at = Float64Array.of(0.25, 0.25, 0.25, 0.25);
    const loose = problem.loosest(0, at, problem.whole, 0);
    expect(loose.quantity).toBe(0);
    expect(loose.slack).toBeCloseTo(0.25 * (high - low), 12);
    // The other way round the upper end counts, and a weight of ¼ as much.
    const reverse = setUp([[1, 1, 1, null], full], 'available-leaf', 1).problem;
    expect(Array.from(reverse.rivalRow(0, reverse.whole).coefficients)).toEqual([
      1,
      3,
      5,
      expect.closeTo(8 - reverse.whole.high[0]!, 12),
    ]);
    // Intervals not longer than the part given are left alone.
    const shorter = (part: number) => ({
      low: Float64Array.of(low),
      high: Float64Array.of(low + part * (high - low)),
    });
    expect(problem.loosest(0, at, shorter(0.5), 0.5).quantity).toBe(-1);
    expect(problem.loosest(0, at, shorter(0.5), 0.49).quantity).toBe(0);
    expect(problem.loosest(0, at, shorter(0), 0).quantity).toBe(-1);
  });

  it('stand-ins of both count with the weight of their gaps; the loosest is chosen', () => {
    // Of the unit a and b stand in for c, between 2 and 4 times their bounds; of the rival a and c for b.
    const rows: [Cells, Cells] = [
      [2, 4, null, 8],
      [0, null, 9, 1],
    ];
    const { problem, forms } = setUp(rows, 'available', 1);
    expect(forms.standIns.map(({ gaps }) => gaps)).toEqual([[1], [2]]);
    expect(problem.isNonlinear).toBe(true);
    // 9/4 to 27/4 for the rival, and (3·2 + 4)/4 to (2 + 3·4)/4.
    expect(Array.from(problem.whole.low.slice(1))).toEqual([2.25, 2.5]);
    expect(Array.from(problem.whole.high.slice(1))).toEqual([6.75, 3.5]);
    const even = Float64Array.of(0.25, 0.25, 0.25, 0.25);
    expect(problem.loosest(0, even, problem.whole, 0)).toEqual({ quantity: 1, slack: 0.25 * 4.5 });
    // With the rival's held, the unit's own is left: both have every denominator 1, so the level is none.
    const held = {
      low: problem.whole.low.with(1, 5),
      high: problem.whole.high.with(1, 5),
    };
    expect(problem.loosest(0, even, held, 0)).toEqual({ quantity: 2, slack: 0.25 });
    const down = setUp(rows, 'available', -1).problem;
    expect(Array.from(down.whole.low.slice(1))).toEqual([-6.75, -3.5]);
    expect(Array.from(down.whole.high.slice(1))).toEqual([-2.25, -2.5]);
    // Rows only for what is narrowed, at one end or the other.
    expect(problem.intervalRows(held)).toHaveLength(2);
    expect(problem.intervalRows({ ...problem.whole, low: held.low })).toHaveLength(2);
    expect(problem.intervalRows({ ...problem.whole, high: held.high })).toHaveLength(2);
  });
});
