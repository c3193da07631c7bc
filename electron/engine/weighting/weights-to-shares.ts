import { AppError } from '../../../shared/contract/errors.ts';

/**
 * Weights as shares that sum to 1: w / Σw.
 * @throws AppError `E_INPUT`, reason `weight-not-valid` for a weight that is negative or no finite number,
 * `weights-sum-zero` when nothing carries weight.
 */
export function weightsToShares(
  nodes: readonly string[],
  weights: ArrayLike<number>,
): Float64Array {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index]!;
    if (!(weight >= 0) || weight === Infinity) {
      throw new AppError(
        'E_INPUT',
        `The weight of "${nodes[index]}" must be a number of 0 or more, found ${weight}`,
        {
          reason: 'weight-not-valid',
          node: nodes[index]!,
          expected: '≥ 0',
          found: String(weight),
        },
      );
    }
    sum += weight;
  }
  if (sum === 0) {
    throw new AppError(
      'E_INPUT',
      `The weights of ${nodes.map((node) => `"${node}"`).join(', ')} sum to 0: at least one must be above 0`,
      { reason: 'weights-sum-zero', expected: '> 0', found: '0', node: nodes[0] ?? '' },
    );
  }
  return Float64Array.from(weights, (weight) => weight / sum);
}
