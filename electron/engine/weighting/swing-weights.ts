import { weightsToShares } from './weights-to-shares.ts';

/**
 * Swing weights: each node is rated by how much its swing from the worst to the best value matters, against 100 for
 * the swing that matters most; w = rating/Σ ratings. Source: von Winterfeldt & Edwards 1986.
 * @throws AppError `E_INPUT` for a negative rating or when all are 0 (`weightsToShares`).
 */
export function swingWeights(nodes: readonly string[], ratings: readonly number[]): Float64Array {
  return weightsToShares(nodes, ratings);
}
