import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '../../../../electron/engine/columns.ts';
import { budgetWeights } from '../../../../electron/engine/weighting/budget-weights.ts';
import { criticWeights } from '../../../../electron/engine/weighting/critic-weights.ts';
import { entropyWeights } from '../../../../electron/engine/weighting/entropy-weights.ts';
import { equalWeights } from '../../../../electron/engine/weighting/equal-weights.ts';
import { importance } from '../../../../electron/engine/weighting/importance.ts';
import { optimisedWeights } from '../../../../electron/engine/weighting/optimised-weights.ts';
import { pairwiseComparisonWeights } from '../../../../electron/engine/weighting/pairwise-comparison-weights.ts';
import { principalComponentWeights } from '../../../../electron/engine/weighting/principal-component-weights.ts';
import { rankOrderCentroidWeights } from '../../../../electron/engine/weighting/rank-order-centroid-weights.ts';
import { swingWeights } from '../../../../electron/engine/weighting/swing-weights.ts';
import { expectAppError } from '../expect-app-error.ts';

function columns(...values: number[][]): Columns {
  return {
    units: values[0]!.map((_, row) => `U${row + 1}`),
    nodes: values.map((_, column) => `N${column + 1}`),
    values: Float64Array.from(values.flat()),
  };
}

const sum = (weights: Float64Array) => weights.reduce((total, weight) => total + weight, 0);

/** Full columns of independent-looking numbers. */
const matrix = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 8, max: 30 }))
  .chain(([width, height]) =>
    fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: height, maxLength: height }),
      { minLength: width, maxLength: width },
    ),
  )
  .map((values) => values.map((column) => column.map((value) => value / 10_000)));

describe('weights given by people', () => {
  test('equal', () => {
    expect([...equalWeights(4)]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test('rank-order centroid of three: 11/18, 5/18, 2/18', () => {
    const weights = rankOrderCentroidWeights(['a', 'b', 'c'], [2, 1, 3]);
    expect(weights[1]).toBeCloseTo(11 / 18, 15);
    expect(weights[0]).toBeCloseTo(5 / 18, 15);
    expect(weights[2]).toBeCloseTo(2 / 18, 15);
  });

  test('rank-order centroid: ties share the mean of their places', () => {
    const weights = rankOrderCentroidWeights(['a', 'b', 'c'], [1, 1, 5]);
    expect(weights[0]).toBeCloseTo(8 / 18, 15);
    expect(weights[1]).toBe(weights[0]);
    expect(sum(weights)).toBeCloseTo(1, 15);
  });

  test('swing', () => {
    expect([...swingWeights(['a', 'b'], [100, 60])]).toEqual([0.625, 0.375]);
  });

  test('budget: mean share over the judges', () => {
    const weights = budgetWeights(['a', 'b'], 100, [
      { judge: 'Li', points: [80, 20] },
      { judge: 'Wang', points: [40, 60] },
    ]);
    expect([...weights]).toEqual([0.6000000000000001, 0.4]);
  });

  test('budget: a judge who does not spend it is named with the sum', () => {
    const error = expectAppError(
      () => budgetWeights(['a', 'b'], 100, [{ judge: 'Li', points: [80, 10] }]),
      'E_INPUT',
      { reason: 'budget-not-spent', expected: '100', found: '90', parameters: { judge: 'Li' } },
    );
    expect(error.message).toContain('Li');
  });

  test('budget: no judge, no weights', () => {
    expectAppError(() => budgetWeights(['a', 'b'], 100, []), 'E_INPUT', {
      reason: 'budget-without-judges',
    });
  });

  test('rank-order centroid refuses what is no place', () => {
    expectAppError(() => rankOrderCentroidWeights(['a', 'b'], [1, Infinity]), 'E_INPUT', {
      reason: 'rank-not-valid',
      node: 'b',
      found: 'Infinity',
    });
  });

  test('nothing carries weight', () => {
    const { message } = expectAppError(() => swingWeights(['a', 'b'], [0, 0]), 'E_INPUT', {
      reason: 'weights-sum-zero',
      node: 'a',
      expected: '> 0',
      found: '0',
    });
    expect(message).toContain('"a", "b"');
  });

  test.each([-1, NaN, Infinity])('a weight of %s is refused', (weight) => {
    expectAppError(() => swingWeights(['a', 'b'], [3, weight]), 'E_INPUT', {
      reason: 'weight-not-valid',
      node: 'b',
      expected: '≥ 0',
      found: String(weight),
    });
  });
});

describe('AHP', () => {
  test('three judgments: the value that makes them agree', () => {
    const result = pairwiseComparisonWeights(
      ['a', 'b', 'c'],
      [
        [1, 3, 5],
        [1 / 3, 1, 2],
        [1 / 5, 1 / 2, 1],
      ],
    );
    const { row, column, found, consistent, ratioThen } = result.revisit!;
    expect([row, column, found]).toEqual([0, 1, 3]);
    expect(consistent).toBeCloseTo(2.5, 12);
    expect(ratioThen).toBeCloseTo(0, 12);
  });

  test('the planted error in a consistent matrix is found and its value restored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (weights, first, second) => {
          const size = weights.length;
          const one = first % size;
          const other = (one + 1 + (second % (size - 1))) % size;
          const [row, column] = one < other ? [one, other] : [other, one];
          const judgments = weights.map((top) => weights.map((bottom) => top / bottom));
          const truth = judgments[row]![column]!;
          judgments[row]![column] = truth * 5;
          judgments[column]![row] = 1 / (truth * 5);
          const { revisit } = pairwiseComparisonWeights(
            weights.map((_, index) => `n${index}`),
            judgments,
          );
          expect([revisit!.row, revisit!.column]).toEqual([row, column]);
          expect(revisit!.consistent).toBeCloseTo(truth, 8);
          expect(revisit!.ratioThen).toBeCloseTo(0, 8);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the largest eigenvalue and the consistency of three judgments that contradict each other', () => {
    // a is twice b, b is twice c, and c is twice a: all are alike, and λ = 1 + 2 + ½.
    const cycle = pairwiseComparisonWeights(
      ['a', 'b', 'c'],
      [
        [1, 2, 0.5],
        [0.5, 1, 2],
        [2, 0.5, 1],
      ],
    );
    cycle.weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 12));
    expect(cycle.largestEigenvalue).toBeCloseTo(3.5, 12);
    expect(cycle.consistencyIndex).toBeCloseTo(0.25, 12);
    expect(cycle.consistencyRatio).toBeCloseTo(0.25 / 0.58, 12);
    // Each contradicts the other two equally: the first is named. a : b = ½ · ½.
    expect(cycle.revisit).toMatchObject({ row: 0, column: 1, found: 2 });
    expect(cycle.revisit?.consistent).toBeCloseTo(0.25, 12);
  });

  test('one and two nodes cannot contradict each other', () => {
    const one = pairwiseComparisonWeights(['a'], [[1]]);
    expect(one).toMatchObject({ consistencyIndex: 0, consistencyRatio: 0, revisit: null });
    expect([...one.weights]).toEqual([1]);
    // Typed to five digits: the product is 0.99999, which passes and is no contradiction to speak of.
    const two = pairwiseComparisonWeights(
      ['a', 'b'],
      [
        [1, 3],
        [0.33333, 1],
      ],
    );
    expect(two).toMatchObject({ consistencyRatio: 0, revisit: null });
    expect(two.weights[0]).toBeCloseTo(0.75, 5);
  });

  test('consistent judgments need no revision; beyond ten nodes there is no random index', () => {
    const weights = Array.from({ length: 11 }, (_, index) => index + 1);
    const judgments = weights.map((top) => weights.map((bottom) => top / bottom));
    const result = pairwiseComparisonWeights(weights.map(String), judgments);
    expect(result.revisit).toBeNull();
    expect(result.consistencyRatio).toBeNull();
    expect(result.weights[10]).toBeCloseTo(11 / 66, 12);
  });

  test.each([
    ['comparison-not-square', [[1, 2]], '1 × 2', '2 × 2'],
    ['comparison-not-square', [[1, 2], [0.5]], '2 × 2/1', '2 × 2'],
    [
      'comparison-not-positive',
      [
        [1, Infinity],
        [0, 1],
      ],
      'Infinity',
      'a number above 0',
    ],
    [
      'comparison-not-positive',
      [
        [1, 0],
        [2, 1],
      ],
      '0',
      'a number above 0',
    ],
    [
      'comparison-not-positive',
      [
        [1, NaN],
        [2, 1],
      ],
      'NaN',
      'a number above 0',
    ],
    [
      'comparison-diagonal',
      [
        [2, 1],
        [1, 1],
      ],
      '2',
      '1',
    ],
    [
      'comparison-not-reciprocal',
      [
        [1, 4],
        [0.3, 1],
      ],
      '0.3',
      '0.25, the reciprocal of 4',
    ],
  ])('%s: found %s', (reason, judgments, found, expected) => {
    expectAppError(() => pairwiseComparisonWeights(['cost', 'speed'], judgments), 'E_INPUT', {
      reason,
      expected,
      found,
    });
  });

  test('the message of a judgment that is not reciprocal names pair, value and reciprocal', () => {
    const { message } = expectAppError(
      () =>
        pairwiseComparisonWeights(
          ['cost', 'speed'],
          [
            [1, 4],
            [0.3, 1],
          ],
        ),
      'E_INPUT',
      { row: 2, column: 'cost', node: 'speed' },
    );
    expect(message).toBe(
      'Comparison of "speed" against "cost": expected 0.25, the reciprocal of 4, found 0.3',
    );
  });
});

describe('weights made from the data', () => {
  test('entropy and CRITIC follow their columns when these change places', () => {
    fc.assert(
      fc.property(matrix, (values) => {
        const straight = columns(...values);
        const reversed = columns(...values.toReversed());
        for (const weigh of [entropyWeights, criticWeights]) {
          const expected = [...weigh(straight).weights].toReversed();
          weigh(reversed).weights.forEach((weight, index) =>
            expect(weight).toBeCloseTo(expected[index]!, 12),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the order of units changes nothing', () => {
    fc.assert(
      fc.property(matrix, (values) => {
        const turned = columns(...values.map((column) => column.toReversed()));
        for (const weigh of [entropyWeights, criticWeights]) {
          const expected = weigh(columns(...values)).weights;
          weigh(turned).weights.forEach((weight, index) =>
            expect(weight).toBeCloseTo(expected[index]!, 12),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('entropy does not depend on the scale of a column, by its definition with p', () => {
    fc.assert(
      fc.property(matrix, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, factor) => {
        const scaled = columns(...values.map((column) => column.map((value) => value * factor)));
        const found = entropyWeights(scaled);
        values.forEach((column, index) => {
          const total = column.reduce((all, value) => all + value, 0);
          const entropy = column.reduce((all, value) => {
            const p = value / total;
            return p === 0 ? all : all - p * Math.log(p);
          }, 0);
          expect(found.entropy[index]).toBeCloseTo(entropy / Math.log(column.length), 11);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a constant column has entropy 1 and weight 0', () => {
    const { entropy, weights } = entropyWeights(columns([0.5, 0.5, 0.5], [0.1, 0.2, 0.9]));
    expect(entropy[0]).toBeCloseTo(1, 15);
    expect(weights[0]).toBeCloseTo(0, 14);
  });

  test.each([
    [
      'value-negative',
      columns([0.1, 0.2], [0.3, -0.25]),
      { unit: 'U2', expected: '≥ 0', found: '-0.25' },
    ],
    ['value-negative', columns([0.1, 0.2], [-0.5, 0.3]), { unit: 'U1', found: '-0.5' }],
    [
      'column-empty',
      columns([0.1, 0.2], [NaN, NaN]),
      { found: 'no value', parameters: { units: 0 } },
    ],
    [
      'column-one-value',
      columns([0.1, 0.2], [NaN, 3]),
      { found: 'one value', parameters: { units: 1 } },
    ],
    [
      'column-zero',
      columns([0.1, 0.2, 0.3], [0, NaN, 0]),
      { found: '0 in all 2 units', parameters: { units: 2 } },
    ],
  ])('entropy refuses: %s', (reason, given, found) => {
    expectAppError(() => entropyWeights(given), 'E_INPUT', { reason, node: 'N2', ...found });
  });

  test('entropy passes over gaps, and a 0 is a value', () => {
    const { entropy } = entropyWeights(columns([0, 2, 6, 2], [1, NaN, 3, NaN]));
    // −Σ p ln p with p = 0, 0.2, 0.6, 0.2 and p = 0.25, 0.75.
    expect(entropy[0]).toBeCloseTo(-(0.4 * Math.log(0.2) + 0.6 * Math.log(0.6)) / Math.log(4), 14);
    expect(entropy[1]).toBeCloseTo(
      -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(2),
      14,
    );
  });

  test('CRITIC refuses a constant column with its value, and columns without common units', () => {
    const constant = expectAppError(() => criticWeights(columns([1, 2, 3], [7, 7, 7])), 'E_INPUT', {
      reason: 'column-constant',
      node: 'N2',
      found: '7',
    });
    expect(constant.message).toContain('CRITIC');
    // The first two have nothing in common, the second and third one unit.
    expectAppError(
      () => criticWeights(columns([1, 2, NaN, NaN], [NaN, NaN, 3, 4], [1, 2, 3, 4])),
      'E_INPUT',
      {
        reason: 'correlation-undefined',
        node: 'N1',
        expected: '≥ 2',
        found: '0',
        parameters: { other: 'N2' },
      },
    );
    expectAppError(
      () => criticWeights(columns([1, 2, 3, 4], [4, 1, 2, NaN], [NaN, NaN, 5, 6])),
      'E_INPUT',
      { reason: 'correlation-undefined', node: 'N2', found: '1', parameters: { other: 'N3' } },
    );
  });

  test('CRITIC without gaps is what it is with a unit that has nothing', () => {
    const full = criticWeights(columns([1, 2, 4, 8], [3, 1, 2, 5], [9, 4, 4, 1]));
    const withGap = criticWeights(columns([1, 2, 4, 8, NaN], [3, 1, 2, 5, NaN], [9, 4, 4, 1, NaN]));
    for (const part of ['standardDeviation', 'information', 'weights'] as const) {
      full[part].forEach((value, at) => expect(withGap[part][at]).toBeCloseTo(value, 12));
    }
  });

  test('PCA: loadings sum to at least 0 and give shares only when all are positive', () => {
    fc.assert(
      fc.property(matrix, (values) => {
        const { loadings, weights, components } = principalComponentWeights(columns(...values));
        expect(sum(loadings)).toBeGreaterThanOrEqual(-1e-12);
        expect(loadings.reduce((all, each) => all + each * each, 0)).toBeCloseTo(1, 10);
        expect(sum(components.explained)).toBeCloseTo(1, 10);
        expect(weights === null).toBe(loadings.some((loading) => loading <= 0));
        if (weights !== null) expect(sum(weights)).toBeCloseTo(1, 12);
      }),
      { numRuns: 100 },
    );
  });

  test('PCA of two correlated columns: eigenvalues 1 ± r', () => {
    const given = columns([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]);
    const { components, weights } = principalComponentWeights(given);
    expect(components.eigenvalues[0]).toBeCloseTo(1.8, 12);
    expect(components.eigenvalues[1]).toBeCloseTo(0.2, 12);
    expect(weights![0]).toBeCloseTo(0.5, 12);
  });

  test('PCA with too few complete rows says how many it needs and which column has the gaps', () => {
    expectAppError(
      () => principalComponentWeights(columns([1, 2, 3, 4], [1, NaN, NaN, 2], [3, 1, 2, NaN])),
      'E_INPUT',
      { reason: 'too-few-complete-rows', expected: '4', found: '1', node: 'N2' },
    );
  });
});

describe('weights optimised to declared importance', () => {
  test('reach the declared importance where independent columns allow it', () => {
    fc.assert(
      fc.property(
        matrix.filter((values) => values[0]!.length >= 20),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }),
        (values, raw) => {
          const given = columns(...values);
          const declared = raw.slice(0, values.length);
          const total = declared.reduce((all, each) => all + each, 0);
          const result = optimisedWeights(given, declared);
          const { share } = importance(given, result.weights);
          share.forEach((value, index) => {
            expect(value).toBeCloseTo(result.importance[index]!, 12);
            if (result.reached)
              expect(Math.abs(value - declared[index]! / total)).toBeLessThan(1e-4);
          });
          // Never further from the declaration than the declared weights themselves.
          const loss = (shares: Float64Array) =>
            shares.reduce((all, each, index) => all + (each - declared[index]! / total) ** 2, 0);
          expect(loss(share)).toBeLessThanOrEqual(loss(importance(given, declared).share) + 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('uncorrelated columns of equal spread: weights are the roots of the declared importance', () => {
    const given = columns([1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1]);
    const result = optimisedWeights(given, [0.8, 0.2]);
    expect(result.reached).toBe(true);
    expect(result.weights[0]! / result.weights[1]!).toBeCloseTo(2, 6);
  });

  test('uncorrelated columns of unlike spread: the wider a column, the less it needs to weigh', () => {
    // Columns ±1, ±2 and ±5: the share of influence is (weight · spread)².
    const given = columns(
      [1, 1, 1, 1, -1, -1, -1, -1],
      [2, 2, -2, -2, 2, 2, -2, -2],
      [5, -5, 5, -5, 5, -5, 5, -5],
    );
    const result = optimisedWeights(given, [1, 5, 4]);
    const roots = [Math.sqrt(0.1), Math.sqrt(0.5) / 2, Math.sqrt(0.4) / 5];
    const total = roots.reduce((all, each) => all + each, 0);
    roots.forEach((root, at) => expect(result.weights[at]).toBeCloseTo(root / total, 9));
    [0.1, 0.5, 0.4].forEach((share, at) => expect(result.importance[at]).toBeCloseTo(share, 9));
    expect(result).toMatchObject({ reached: true });
    expect(result.largestGap).toBeLessThan(1e-9);
  });

  test.each([
    ['without gaps', columns([1, 2, 3, 4, 5, 9], [6, 1, 5, 2, 8, 3])],
    ['with gaps', columns([1, 2, NaN, 4, 5, 9, 7], [6, 1, 5, 2, NaN, 3, 8])],
  ])('two correlated columns %s: the weight that halving finds', (_, given) => {
    const shareAt = (weight: number) => importance(given, [weight, 1 - weight]).share[0]!;
    let low = 0.3;
    let high = 0.9;
    expect([shareAt(low) < 0.6, shareAt(high) > 0.6]).toEqual([true, true]);
    while (high - low > 1e-13) {
      const middle = (low + high) / 2;
      if (shareAt(middle) < 0.6) low = middle;
      else high = middle;
    }
    const { weights, largestGap } = optimisedWeights(given, [3, 2]);
    expect(weights[0]).toBeCloseTo(low, 8);
    expect(largestGap).toBeLessThan(1e-8);
  });

  test('columns that cancel each other have no influence to be declared', () => {
    // Equal shares are where both searches start.
    expectAppError(() => optimisedWeights(columns([1, 2, 3], [3, 2, 1]), [1, 1]), 'E_INPUT', {
      reason: 'importance-undefined',
      node: 'N1',
    });
    const { weights } = optimisedWeights(columns([1, 2, 3], [3, 2, 1]), [2, 1]);
    // Declared ⅔: both columns explain all of the mean whatever they weigh.
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 12);
    const { message } = expectAppError(
      () => optimisedWeights(columns([1, 2, 3], [4, 4, 4]), [1, 1]),
      'E_INPUT',
      { reason: 'column-constant', node: 'N2' },
    );
    expect(message).toContain('Optimised weights');
  });

  test('leave no weights of a grid that would come clearly closer, where the data have several hollows', () => {
    const steps = 20;
    const column = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 });
    let missed = 0;
    fc.assert(
      fc.property(fc.tuple(column, column, column), (values) => {
        const given = columns(...values);
        const declared = [1 / 2, 1 / 3, 1 / 6];
        const loss = (shares: Float64Array) =>
          shares.reduce((all, each, at) => all + (each - declared[at]!) ** 2, 0);
        const found = loss(optimisedWeights(given, declared).importance);
        for (let one = 1; one < steps; one++) {
          for (let other = 1; one + other < steps; other++) {
            const weights = [one, other, steps - one - other];
            if (loss(importance(given, weights).share) < found - 1e-4) missed++;
          }
        }
      }),
      { numRuns: 40, seed: 9 },
    );
    expect(missed).toBe(0);
  });

  test('say so when the data do not allow it', () => {
    const given = columns([1, 2, 3, 4, 5], [1, 2, 3, 4, 5.5]);
    const result = optimisedWeights(given, [0.9, 0.1]);
    expect(result.reached).toBe(false);
    expect(result.largestGap).toBeGreaterThan(0.3);
  });
});
