import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { AppError } from '../../../shared/contract/errors.ts';

/** Mean consistency index of random matrices of size 1..10 (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/** a_ij · a_ji may miss 1 by this much: thirds are typed as 0.333333. */
const RECIPROCAL_TOLERANCE = 1e-5;

/** Judgments whose errors differ by less are equally inconsistent; the first is named. */
const ERROR_TIE = 1e-9;

/** One judgment of the upper triangle: node `row` against node `column`. */
export interface JudgmentToRevisit {
  readonly row: number;
  readonly column: number;
  /** The judgment as given. */
  readonly found: number;
  /** What the other judgments imply for this pair. */
  readonly consistent: number;
  /** Consistency ratio if the judgment were changed to `consistent`; null beyond the table of random indices. */
  readonly ratioThen: number | null;
}

export interface PairwiseComparisonWeights {
  /** Principal right eigenvector, sum 1. */
  readonly weights: Float64Array;
  /** Largest eigenvalue, ≥ n. */
  readonly largestEigenvalue: number;
  /** (λ − n)/(n − 1); 0 for one node. */
  readonly consistencyIndex: number;
  /** CI/RI; 0 for one or two nodes, null for more than ten (no random index). Above 0.1 the judgments should be revised. */
  readonly consistencyRatio: number | null;
  /** null when the judgments agree with each other. */
  readonly revisit: JudgmentToRevisit | null;
}

/**
 * AHP weights from a matrix of pairwise comparisons (a_ij: how many times i is as important as j).
 * w = principal right eigenvector, CI = (λ − n)/(n − 1), CR = CI/RI. Source: Saaty 1980.
 *
 * The judgment to revisit has the largest |ln(a_ij·w_j/w_i)| (Saaty 2003); the consistent value is w_i/w_j of the
 * eigenvector that the matrix without this judgment has (Harker 1987: a_ij = a_ji = 0, a_ii = a_jj = 2).
 * @throws AppError `E_INPUT`: reason `comparison-not-square`, `comparison-not-positive`, `comparison-diagonal`,
 * `comparison-not-reciprocal`, each naming the two nodes, what was found and what was expected.
 */
export function pairwiseComparisonWeights(
  nodes: readonly string[],
  comparisons: readonly (readonly number[])[],
): PairwiseComparisonWeights {
  requireReciprocal(nodes, comparisons);
  const size = nodes.length;
  const { vector, eigenvalue } = principalEigenvector(comparisons);
  const consistencyIndex = size < 2 ? 0 : (eigenvalue - size) / (size - 1);
  return {
    weights: vector,
    largestEigenvalue: eigenvalue,
    consistencyIndex,
    consistencyRatio: ratioOf(consistencyIndex, size),
    revisit: judgmentToRevisit(comparisons, vector),
  };
}

function ratioOf(consistencyIndex: number, size: number): number | null {
  if (size <= 2) return 0;
  const randomIndex = RANDOM_INDEX[size - 1];
  return randomIndex === undefined ? null : consistencyIndex / randomIndex;
}

function requireReciprocal(
  nodes: readonly string[],
  comparisons: readonly (readonly number[])[],
): void {
  const size = nodes.length;
  const refuse = (reason: string, row: number, column: number, expected: string, found: string) => {
    const pair = `"${nodes[row]}" against "${nodes[column]}"`;
    throw new AppError('E_INPUT', `Comparison of ${pair}: expected ${expected}, found ${found}`, {
      reason,
      row: row + 1,
      column: nodes[column]!,
      node: nodes[row]!,
      expected,
      found,
    });
  };
  if (comparisons.length !== size || comparisons.some((row) => row.length !== size)) {
    const shape = `${comparisons.length} × ${comparisons.map((row) => row.length).join('/')}`;
    throw new AppError(
      'E_INPUT',
      `The comparison matrix must be ${size} × ${size}, one row and column per node, found ${shape}`,
      { reason: 'comparison-not-square', expected: `${size} × ${size}`, found: shape },
    );
  }
  comparisons.forEach((values, row) =>
    values.forEach((value, column) => {
      if (!(value > 0) || value === Infinity) {
        refuse('comparison-not-positive', row, column, 'a number above 0', String(value));
      }
    }),
  );
  for (let row = 0; row < size; row++) {
    if (Math.abs(comparisons[row]![row]! - 1) > RECIPROCAL_TOLERANCE) {
      refuse('comparison-diagonal', row, row, '1', String(comparisons[row]![row]));
    }
    for (let column = row + 1; column < size; column++) {
      const upper = comparisons[row]![column]!;
      const lower = comparisons[column]![row]!;
      if (Math.abs(upper * lower - 1) > RECIPROCAL_TOLERANCE) {
        const expected = `${1 / upper}, the reciprocal of ${upper}`;
        refuse('comparison-not-reciprocal', column, row, expected, String(lower));
      }
    }
  }
}

/** Positive eigenvector (sum 1) of the largest eigenvalue of a matrix of non-negative numbers (Perron–Frobenius). */
function principalEigenvector(matrix: readonly (readonly number[])[]) {
  const decomposition = new EigenvalueDecomposition(new Matrix(matrix.map((row) => [...row])));
  let largest = 0;
  decomposition.realEigenvalues.forEach((value, index) => {
    if (value > decomposition.realEigenvalues[largest]!) largest = index;
  });
  const column = decomposition.eigenvectorMatrix.getColumn(largest);
  const sum = column.reduce((total, value) => total + value, 0);
  return {
    vector: Float64Array.from(column, (value) => value / sum),
    eigenvalue: decomposition.realEigenvalues[largest]!,
  };
}

function judgmentToRevisit(
  comparisons: readonly (readonly number[])[],
  weights: Float64Array,
): JudgmentToRevisit | null {
  const size = weights.length;
  if (size < 3) return null;
  let worst = ERROR_TIE;
  let found: { row: number; column: number } | null = null;
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const error = Math.abs(
        Math.log((comparisons[row]![column]! * weights[column]) / weights[row]),
      );
      if (error > worst + ERROR_TIE) {
        worst = error;
        found = { row, column };
      }
    }
  }
  if (found === null) return null;
  const { row, column } = found;
  const without = comparisons.map((values) => [...values]);
  without[row]![column] = 0;
  without[column]![row] = 0;
  without[row]![row] = 2;
  without[column]![column] = 2;
  const implied = principalEigenvector(without).vector;
  const consistent = implied[row] / implied[column];
  const revised = comparisons.map((values) => [...values]);
  revised[row]![column] = consistent;
  revised[column]![row] = 1 / consistent;
  const { eigenvalue } = principalEigenvector(revised);
  return {
    row,
    column,
    found: comparisons[row]![column]!,
    consistent,
    ratioThen: ratioOf((eigenvalue - size) / (size - 1), size),
  };
}
