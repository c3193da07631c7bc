import { AppError } from '../../../shared/contract/errors.ts';

/**
 * Rank-order centroid weights: of n nodes, the k-th most important weighs (1/n) Σ_{i=k..n} 1/i, the mean of all
 * weight vectors that respect the order. Tied nodes share the mean of the places they take together.
 * Source: Barron & Barrett 1996, Decision quality using ranked attribute weights.
 *
 * @param importanceRanks 1 = most important, one per node; equal numbers are ties, gaps do not matter.
 * @throws AppError `E_INPUT`, reason `rank-not-valid`, for a rank that is no finite number.
 */
export function rankOrderCentroidWeights(
  nodes: readonly string[],
  importanceRanks: readonly number[],
): Float64Array {
  const count = nodes.length;
  importanceRanks.forEach((rank, index) => {
    if (!Number.isFinite(rank)) {
      throw new AppError(
        'E_INPUT',
        `The importance rank of "${nodes[index]}" must be a number, found ${rank}`,
        { reason: 'rank-not-valid', node: nodes[index]!, found: String(rank) },
      );
    }
  });
  const weightOfPlace = new Float64Array(count);
  let tail = 0;
  for (let place = count; place >= 1; place--) {
    tail += 1 / place;
    weightOfPlace[place - 1] = tail / count;
  }
  const order = importanceRanks
    .map((_, index) => index)
    .sort((one, other) => importanceRanks[one] - importanceRanks[other]);
  const weights = new Float64Array(count);
  for (let first = 0; first < count;) {
    let end = first + 1;
    while (end < count && importanceRanks[order[end]] === importanceRanks[order[first]]) end++;
    let shared = 0;
    for (let place = first; place < end; place++) shared += weightOfPlace[place];
    for (let place = first; place < end; place++) weights[order[place]] = shared / (end - first);
    first = end;
  }
  return weights;
}
