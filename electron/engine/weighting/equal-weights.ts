/** Equal weights: 1/n for each of n nodes. */
export function equalWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count);
}
