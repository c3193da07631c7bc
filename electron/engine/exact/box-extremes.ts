/** Extremes of linear functions and of their ratios over boxes, without a linear program. */

/** Least c·v over lower ≤ v ≤ upper with Σ v = 1: what is left after the lower bounds goes to the cheapest first. */
export function leastOverSimplexBox(
  coefficients: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): number {
  let left = 1;
  let value = 0;
  for (let index = 0; index < lower.length; index++) {
    left -= lower[index];
    value += coefficients[index] * lower[index];
  }
  const order = ascending(coefficients);
  for (let place = 0; place < order.length && left > 0; place++) {
    const index = order[place];
    const part = Math.min(left, upper[index] - lower[index]);
    value += coefficients[index] * part;
    left -= part;
  }
  return value;
}

/** Longer lists are left to the built-in sort. */
const SHORT = 128;

/** Indices in ascending order of their values. Insertion beats a comparator on the short lists that weights are. */
function ascending(values: Float64Array): Uint16Array {
  const order = new Uint16Array(values.length);
  if (values.length > SHORT) {
    for (let index = 0; index < order.length; index++) order[index] = index;
    return order.sort((one, other) => values[one] - values[other]);
  }
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    let place = index;
    while (place > 0 && values[order[place - 1]] > value) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = index;
  }
  return order;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Range of Σ v·c / Σ v over lower ≤ v ≤ upper for indices that are `included`, with an own c for each end. The largest
 * mean gives the upper bound to every c above it and the lower bound to the others (Dinkelbach 1967); the loop climbs to
 * it in a few steps. Where all lower bounds are 0 the range is that of c.
 */
export function meanRange(
  lowEnds: Float64Array,
  highEnds: Float64Array,
  included: Uint8Array,
  lower: Float64Array,
  upper: Float64Array,
): Range {
  return {
    low: extremeMean(lowEnds, included, lower, upper, -1),
    high: extremeMean(highEnds, included, lower, upper, 1),
  };
}

function extremeMean(
  values: Float64Array,
  included: Uint8Array,
  lower: Float64Array,
  upper: Float64Array,
  side: 1 | -1,
): number {
  let extreme = -side * Infinity;
  for (;;) {
    let sum = 0;
    let weight = 0;
    let furthest = -side * Infinity;
    for (let index = 0; index < values.length; index++) {
      if (included[index] === 0 || upper[index] === 0) continue;
      const value = values[index];
      if (side * value > side * furthest) furthest = value;
      const beyond = side * value > side * extreme;
      const part = beyond ? upper[index] : lower[index];
      sum += part * value;
      weight += part;
    }
    if (weight === 0) return furthest;
    const mean = sum / weight;
    if (!(side * mean > side * extreme)) return extreme;
    extreme = mean;
  }
}
