import { columnStandardDeviation } from '../column-statistics.ts';
import { columnOf, type Columns, requireSpread } from '../columns.ts';
import {
  type CorrelationMatrix,
  correlationMatrix,
  correlationOfProducts,
  crossProducts,
  isComplete,
} from '../diagnostics/correlation-matrix.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CorrelationKind } from '../../../shared/model/diagnosis.ts';
import { weightsToShares } from './weights-to-shares.ts';

export interface CriticWeights {
  /** Standard deviation of each column, n − 1. */
  readonly standardDeviation: Float64Array;
  readonly correlation: CorrelationMatrix;
  /** C = sd · Σ(1 − corr): spread times conflict with the other columns. */
  readonly information: Float64Array;
  /** Sum to 1. */
  readonly weights: Float64Array;
}

/**
 * CRITIC weights: C_j = sd_j · Σ_k (1 − corr_jk), w ∝ C, on oriented values of one scale (usually 0..1).
 * Correlations are pairwise complete. Source: Diakoulaki, Mavrotas & Papayannakis 1995.
 * @throws AppError `E_INPUT`: a column without values or without spread (`requireSpread`); reason
 * `correlation-undefined` names two columns with fewer than two common units or no spread over them;
 * `weights-sum-zero` when all columns say the same.
 */
export function criticWeights(columns: Columns, kind: CorrelationKind = 'pearson'): CriticWeights {
  requireSpread(columns, 'CRITIC');
  const size = columns.nodes.length;
  const { standardDeviation, correlation } = spreadAndCorrelation(columns, kind);
  const information = new Float64Array(size);
  for (let one = 0; one < size; one++) {
    let conflict = 0;
    for (let other = 0; other < size; other++) {
      const value = correlation.values[one * size + other];
      if (Number.isNaN(value)) refuseUndefinedCorrelation(columns, correlation, one, other);
      conflict += 1 - value;
    }
    information[one] = standardDeviation[one] * conflict;
  }
  return {
    standardDeviation,
    correlation,
    information,
    weights: weightsToShares(columns.nodes, information),
  };
}

/** Columns without gaps give both from one table of products. */
function spreadAndCorrelation(
  columns: Columns,
  kind: CorrelationKind,
): Pick<CriticWeights, 'standardDeviation' | 'correlation'> {
  const { nodes, units } = columns;
  if (kind === 'pearson' && isComplete(columns)) {
    const products = crossProducts(columns);
    return {
      standardDeviation: Float64Array.from(nodes, (_, column) =>
        Math.sqrt(products[column * nodes.length + column] / (units.length - 1)),
      ),
      correlation: correlationOfProducts(columns, products),
    };
  }
  return {
    standardDeviation: Float64Array.from(nodes, (_, column) =>
      columnStandardDeviation(columnOf(columns, column)),
    ),
    correlation: correlationMatrix(columns, kind),
  };
}

function refuseUndefinedCorrelation(
  columns: Columns,
  correlation: CorrelationMatrix,
  one: number,
  other: number,
): never {
  const common = correlation.pairs[one * correlation.size + other];
  throw new AppError(
    'E_INPUT',
    `CRITIC needs the correlation of "${columns.nodes[one]}" and "${columns.nodes[other]}", but over the ${common} units that have both it is undefined`,
    {
      reason: 'correlation-undefined',
      node: columns.nodes[one]!,
      found: String(common),
      expected: '≥ 2',
      parameters: { other: columns.nodes[other]! },
    },
  );
}
