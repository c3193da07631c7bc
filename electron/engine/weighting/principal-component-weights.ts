import type { Columns } from '../columns.ts';
import {
  type PrincipalComponents,
  principalComponents,
} from '../diagnostics/principal-components.ts';
import { weightsToShares } from './weights-to-shares.ts';

export interface PrincipalComponentWeights {
  readonly components: PrincipalComponents;
  /** Loadings of the first component, one per column, length 1, summing to ≥ 0. */
  readonly loadings: Float64Array;
  /** Loadings as shares; null unless every loading is positive: then the component is no weighting of these columns. */
  readonly weights: Float64Array | null;
}

/**
 * Weights from the first principal component of the correlation matrix (complete rows): loading/Σ loadings.
 * A component with a negative loading rewards a low value of that column, so it gives no weights, only loadings.
 * @throws AppError `E_INPUT` (`principalComponents`).
 */
export function principalComponentWeights(columns: Columns): PrincipalComponentWeights {
  const components = principalComponents(columns);
  const loadings = components.loadings.slice(0, columns.nodes.length);
  const allPositive = loadings.every((loading) => loading > 0);
  return {
    components,
    loadings,
    weights: allPositive ? weightsToShares(columns.nodes, loadings) : null,
  };
}
