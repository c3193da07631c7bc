import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { AppError } from '../../../shared/contract/errors.ts';
import { type Columns, requireSpread } from '../columns.ts';
import { correlationMatrix } from './correlation-matrix.ts';

export interface PrincipalComponents {
  /** Units without a gap in any column, on which the components rest. */
  readonly completeUnits: readonly string[];
  /** Eigenvalues of the correlation matrix, largest first; they sum to the number of columns. */
  readonly eigenvalues: Float64Array;
  /** Eigenvalue / Σ eigenvalues. */
  readonly explained: Float64Array;
  /** Eigenvectors of length 1, one after the other: loading of column c on component k at [k × columns + c]. */
  readonly loadings: Float64Array;
}

/**
 * Principal components of the correlation matrix over complete rows. The sign of each component is fixed so that its
 * loadings sum to ≥ 0 (where the sum is 0 to rounding, the first loading that is not 0 is positive).
 * Source: Jolliffe 2002; OECD/JRC Handbook 2008, section 4.
 *
 * More complete rows than columns are required: with fewer the correlation matrix is singular by construction and the
 * variance "explained" says how few rows there are.
 * @throws AppError `E_INPUT`: reason `too-few-complete-rows`; a column constant over the complete rows is named.
 */
export function principalComponents(columns: Columns): PrincipalComponents {
  const size = columns.nodes.length;
  const complete = completeRows(columns);
  const needed = size + 1;
  if (complete.units.length < needed) {
    throw new AppError(
      'E_INPUT',
      `Principal components of ${size} columns need at least ${needed} units without a gap, found ${complete.units.length}; most gaps: "${columnWithMostGaps(columns)}"`,
      {
        reason: 'too-few-complete-rows',
        expected: String(needed),
        found: String(complete.units.length),
        node: columnWithMostGaps(columns),
        parameters: { columns: size },
      },
    );
  }
  requireSpread(complete, 'Principal components');
  const correlations = correlationMatrix(complete, 'pearson').values;
  const decomposition = new EigenvalueDecomposition(
    Matrix.from1DArray(size, size, Array.from(correlations)),
    { assumeSymmetric: true },
  );
  const order = decomposition.realEigenvalues
    .map((_, index) => index)
    .sort(
      (one, other) => decomposition.realEigenvalues[other]! - decomposition.realEigenvalues[one]!,
    );
  const eigenvalues = Float64Array.from(order, (from) => decomposition.realEigenvalues[from]!);
  const loadings = new Float64Array(size * size);
  order.forEach((from, component) => {
    const vector = decomposition.eigenvectorMatrix.getColumn(from);
    const sign = signOf(vector);
    vector.forEach((loading, column) => (loadings[component * size + column] = sign * loading));
  });
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  return {
    completeUnits: complete.units,
    eigenvalues,
    explained: eigenvalues.map((value) => value / total),
    loadings,
  };
}

function signOf(vector: readonly number[]): 1 | -1 {
  const sum = vector.reduce((total, loading) => total + loading, 0);
  if (Math.abs(sum) > 1e-12) return sum > 0 ? 1 : -1;
  const first = vector.find((loading) => Math.abs(loading) > 1e-12) ?? 1;
  return first > 0 ? 1 : -1;
}

function completeRows(columns: Columns): Columns {
  const rows = columns.units.length;
  const size = columns.nodes.length;
  const kept = columns.units
    .map((_, row) => row)
    .filter((row) =>
      columns.nodes.every((_, column) => !Number.isNaN(columns.values[column * rows + row])),
    );
  const values = new Float64Array(kept.length * size);
  for (let column = 0; column < size; column++) {
    kept.forEach(
      (row, at) => (values[column * kept.length + at] = columns.values[column * rows + row]),
    );
  }
  return { units: kept.map((row) => columns.units[row]!), nodes: columns.nodes, values };
}

function columnWithMostGaps(columns: Columns): string {
  const rows = columns.units.length;
  let most = -1;
  let name = '';
  columns.nodes.forEach((node, column) => {
    let gaps = 0;
    for (let at = column * rows; at < (column + 1) * rows; at++) {
      if (Number.isNaN(columns.values[at])) gaps++;
    }
    if (gaps > most) {
      most = gaps;
      name = node;
    }
  });
  return name;
}
