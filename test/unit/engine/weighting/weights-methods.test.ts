import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/contract/errors.ts';
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

function columns(...values: number[][]): Columns {
  return {
    units: values[0]!.map((_, row) => `U${row + 1}`),
    nodes: values.map((_, column) => `N${column + 1}`),
    values: Float64Array.from(values.flat()),
  };
}

function errorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected an AppError');
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
    const error = errorOf(() =>
      budgetWeights(['a', 'b'], 100, [{ judge: 'Li', points: [80, 10] }]),
    );
    expect(error.details).toMatchObject({
      reason: 'budget-not-spent',
      expected: '100',
      found: '90',
    });
    expect(error.message).toContain('Li');
  });

  test('nothing carries weight', () => {
    expect(errorOf(() => swingWeights(['a', 'b'], [0, 0])).details.reason).toBe('weights-sum-zero');
    const negative = errorOf(() => swingWeights(['a', 'b'], [3, -1]));
    expect(negative.details).toMatchObject({ reason: 'weight-not-valid', node: 'b', found: '-1' });
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

  test('consistent judgments need no revision; beyond ten nodes there is no random index', () => {
    const weights = Array.from({ length: 11 }, (_, index) => index + 1);
    const judgments = weights.map((top) => weights.map((bottom) => top / bottom));
    const result = pairwiseComparisonWeights(weights.map(String), judgments);
    expect(result.revisit).toBeNull();
    expect(result.consistencyRatio).toBeNull();
    expect(result.weights[10]).toBeCloseTo(11 / 66, 12);
  });

  test.each([
    ['comparison-not-square', [[1, 2]], '1 × 2'],
    [
      'comparison-not-positive',
      [
        [1, 0],
        [2, 1],
      ],
      '0',
    ],
    [
      'comparison-not-positive',
      [
        [1, NaN],
        [2, 1],
      ],
      'NaN',
    ],
    [
      'comparison-diagonal',
      [
        [2, 1],
        [1, 1],
      ],
      '2',
    ],
    [
      'comparison-not-reciprocal',
      [
        [1, 4],
        [0.3, 1],
      ],
      '0.3',
    ],
  ])('%s', (reason, judgments, found) => {
    const error = errorOf(() => pairwiseComparisonWeights(['cost', 'speed'], judgments));
    expect(error.code).toBe('E_INPUT');
    expect(error.details).toMatchObject({ reason, found });
  });

  test('the message of a judgment that is not reciprocal names pair, value and reciprocal', () => {
    const error = errorOf(() =>
      pairwiseComparisonWeights(
        ['cost', 'speed'],
        [
          [1, 4],
          [0.3, 1],
        ],
      ),
    );
    expect(error.message).toBe(
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
      { node: 'N2', unit: 'U2', found: '-0.25' },
    ],
    ['column-empty', columns([0.1, 0.2], [NaN, NaN]), { node: 'N2' }],
    ['column-one-value', columns([0.1, 0.2], [NaN, 3]), { node: 'N2' }],
    ['column-zero', columns([0.1, 0.2], [0, 0]), { node: 'N2' }],
  ])('entropy refuses: %s', (reason, given, where) => {
    expect(errorOf(() => entropyWeights(given)).details).toMatchObject({ reason, ...where });
  });

  test('CRITIC refuses a constant column with its value, and columns without common units', () => {
    const constant = errorOf(() => criticWeights(columns([1, 2, 3], [7, 7, 7])));
    expect(constant.details).toMatchObject({ reason: 'column-constant', node: 'N2', found: '7' });
    const apart = errorOf(() =>
      criticWeights(columns([1, 2, NaN, NaN], [NaN, NaN, 3, 4], [1, 2, 3, 4])),
    );
    expect(apart.details).toMatchObject({
      reason: 'correlation-undefined',
      node: 'N1',
      found: '0',
    });
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
    const error = errorOf(() =>
      principalComponentWeights(columns([1, 2, 3, 4], [1, NaN, NaN, 2], [3, 1, 2, NaN])),
    );
    expect(error.details).toMatchObject({
      reason: 'too-few-complete-rows',
      expected: '4',
      found: '1',
      node: 'N2',
    });
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

  test('say so when the data do not allow it', () => {
    const given = columns([1, 2, 3, 4, 5], [1, 2, 3, 4, 5.5]);
    const result = optimisedWeights(given, [0.9, 0.1]);
    expect(result.reached).toBe(false);
    expect(result.largestGap).toBeGreaterThan(0.3);
  });
});
