import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestPoint, type Norm } from '../../../../electron/engine/exact/least-distance.ts';
import type { LinearRow } from '../../../../electron/engine/exact/linear-program.ts';
import { examples } from '../../../support/examples.ts';

const of = (...values: number[]) => Float64Array.of(...values);
const FROM = of(0.5, 0.3, 0.2);
const NO_WEIGHT = of(0, 0, 0);

function nearest(norm: Norm, rows: LinearRow[], { upper = of(1, 1, 1), lower = NO_WEIGHT } = {}) {
  const sum = { coefficients: of(1, 1, 1), lower: 1, upper: 1 };
  return nearestPoint(norm, { size: 3, lower, upper, rows: [sum] }, rows, FROM);
}

const atMost = (limit: number, ...coefficients: number[]): LinearRow => ({
  coefficients: Float64Array.from(coefficients),
  lower: -Infinity,
  upper: limit,
});

function expectWeights(actual: Float64Array | undefined, ...expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((weight, at) => expect(actual![at]).toBeCloseTo(weight, 7));
}

describe('the nearest weights that keep a row', () => {
  test('are the present ones where these keep it', () => {
    for (const norm of ['l1', 'l2'] as const) {
      const found = nearest(norm, [atMost(0.5, 1, 0, 0), atMost(0.9, 0, 1, 1)]);
      expectWeights(found?.weights, 0.5, 0.3, 0.2);
      expect(found?.atLeast).toBeCloseTo(0, 6);
    }
  });

  test('by squares: what one gives up goes to the others alike, as far as they can take it', () => {
    const found = nearest('l2', [atMost(0.2, 1, 0, 0)]);
    expectWeights(found?.weights, 0.2, 0.45, 0.35);
    expect(found?.atLeast).toBeCloseTo(Math.hypot(0.3, 0.15, 0.15), 7);
    const bound = nearest('l2', [atMost(0.2, 1, 0, 0)], { upper: of(1, 0.35, 1) });
    expectWeights(bound?.weights, 0.2, 0.35, 0.45);
    expect(bound?.atLeast).toBeCloseTo(Math.hypot(0.3, 0.05, 0.25), 7);
    const held = nearest('l2', [atMost(0.6, 0, 1, 1), atMost(0.4, 1, 0, 0)], {
      lower: of(0, 0, 0.2),
    });
    expectWeights(held?.weights, 0.4, 0.35, 0.25);
  });

  test('by moves: twice what moves, wherever it goes', () => {
    const found = nearest('l1', [atMost(0.2, 1, 0, 0)]);
    expect(found?.weights[0]).toBeCloseTo(0.2, 7);
    expect(found?.atLeast).toBeCloseTo(0.6, 6);
    expect(found!.weights.reduce((all, each) => all + each, 0)).toBeCloseTo(1, 9);
  });

  test('an equation that holds now holds there too', () => {
    const locked: LinearRow = { coefficients: of(2, 0, -5), lower: 0, upper: 0 };
    for (const norm of ['l1', 'l2'] as const) {
      const found = nearest(norm, [locked, atMost(0.25, 1, 0, 0)]);
      expectWeights(found?.weights, 0.25, 0.65, 0.1);
    }
  });

  test('a row without coefficients is kept by all weights or by none', () => {
    for (const norm of ['l1', 'l2'] as const) {
      const found = nearest(norm, [atMost(0.2, 1, 0, 0), atMost(0.1, 0, 0, 0)]);
      expect(found?.weights[0]).toBeCloseTo(0.2, 7);
      expect(nearest(norm, [atMost(0.2, 1, 0, 0), atMost(-0.1, 0, 0, 0)])).toBeNull();
    }
  });

  test('the distance said is never more than the true one', () => {
    const least = nearest('l2', [atMost(0.2, 1, 0, 0)])?.atLeast ?? NaN;
    const distance = Math.hypot(0.3, 0.15, 0.15);
    expect(least).toBeLessThan(distance);
    expect(least).toBeGreaterThan(distance * (1 - 1e-8));
    expect(nearest('l1', [atMost(0.2, 1, 0, 0)])?.atLeast).toBeLessThanOrEqual(0.6);
  });

  test('none goes below its lower bound', () => {
    for (const norm of ['l1', 'l2'] as const) {
      expect(nearest(norm, [atMost(0.1, 0, 0, 1)], { lower: of(0, 0, 0.15) })).toBeNull();
      const just = nearest(norm, [atMost(0.1, 0, 0, 1)], { lower: of(0, 0, 0.1) });
      expect(just?.weights[2]).toBeCloseTo(0.1, 7);
    }
  });

  test('there are none where bounds and rows contradict each other', () => {
    for (const norm of ['l1', 'l2'] as const) {
      const tooMuch = [atMost(-0.9, -1, 0, 0)];
      expect(nearest(norm, tooMuch, { upper: of(0.6, 1, 1) })).toBeNull();
      expect(nearest(norm, [atMost(0.3, 1, 0, 0), atMost(-0.4, -1, 0, 0)])).toBeNull();
    }
  });
});

/** All weights of three on a grid. */
const STEPS = 40;
const GRID = Array.from({ length: STEPS + 1 }, (_, a) =>
  Array.from({ length: STEPS + 1 - a }, (_, b) => of(a, b, STEPS - a - b).map((x) => x / STEPS)),
).flat();

test.each(['l1', 'l2'] as const)('none of a grid of weights is nearer, %s', (norm) => {
  const coefficient = fc.integer({ min: -5, max: 5 });
  const row = fc
    .tuple(fc.tuple(coefficient, coefficient, coefficient), fc.integer({ min: -3, max: 4 }))
    .map(([coefficients, limit]) => atMost(limit, ...coefficients));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
      const keeps = (weights: Float64Array, allowance: number) =>
        rows.every(
          ({ coefficients, upper }) =>
            coefficients.reduce((all, each, at) => all + each * weights[at]!, 0) <=
            upper + allowance,
        );
      const distance = (weights: Float64Array) => {
        const changes = [...weights].map((each, at) => Math.abs(each - FROM[at]!));
        return norm === 'l1'
          ? changes.reduce((all, each) => all + each, 0)
          : Math.hypot(...changes);
      };
      const found = nearest(norm, rows);
      const least = Math.min(
        ...GRID.filter((weights) => keeps(weights, 0)).map((weights) => distance(weights)),
      );
      if (found === null) {
        expect(least).toBe(Infinity);
        return;
      }
      expect(keeps(found.weights, 1e-6)).toBe(true);
      expect(Math.min(...found.weights)).toBeGreaterThan(-1e-9);
      expect(found.weights.reduce((all, each) => all + each, 0)).toBeCloseTo(1, 7);
      expect(distance(found.weights)).toBeCloseTo(found.atLeast, 6);
      expect(found.atLeast).toBeLessThanOrEqual(least + 1e-9);
    }),
    { numRuns: examples(1000) },
  );
});
