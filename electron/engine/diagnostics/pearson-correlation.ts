/**
 * Pearson's correlation of two series of equal length without gaps: Σ dx·dy / √(Σdx²·Σdy²), d = deviation from the mean.
 * NaN with fewer than two values or when a series is constant.
 */
export function pearsonCorrelation(xs: Float64Array, ys: Float64Array): number {
  const count = xs.length;
  if (isConstant(xs) || isConstant(ys)) return NaN;
  let sumX = 0;
  let sumY = 0;
  for (let index = 0; index < count; index++) {
    sumX += xs[index];
    sumY += ys[index];
  }
  const meanX = sumX / count;
  const meanY = sumY / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let index = 0; index < count; index++) {
    const dx = xs[index] - meanX;
    const dy = ys[index] - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return withinUnit(xy / Math.sqrt(xx * yy));
}

/** Rounding can carry a perfect correlation an ulp past ±1. */
export function withinUnit(correlation: number): number {
  return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation;
}

function isConstant(values: Float64Array): boolean {
  for (let index = 1; index < values.length; index++) {
    if (values[index] !== values[0]) return false;
  }
  return true;
}
