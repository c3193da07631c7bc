/**
 * Ascending ranks from 1; tied values share the mean of the places they take together. NaN is not allowed.
 * The basis of Spearman's correlation.
 */
export function averageRanks(values: Float64Array): Float64Array {
  const order = new Uint32Array(values.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  order.sort((one, other) => values[one] - values[other]);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    const shared = (first + 1 + end) / 2;
    for (let place = first; place < end; place++) ranks[order[place]] = shared;
    first = end;
  }
  return ranks;
}
