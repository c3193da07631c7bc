import { withinUnit } from './pearson-correlation.ts';

/**
 * Kendall's τ-b of two series of equal length without gaps: (C − D)/√((n₀ − n₁)(n₀ − n₂)), n₀ = n(n−1)/2 pairs, n₁ and
 * n₂ pairs tied in x and in y. NaN with fewer than two values or when a series is constant.
 *
 * Knight's method (Knight 1966): sort by x then y, count the exchanges of a merge sort by y; O(n log n).
 */
export function kendallCorrelation(xs: Float64Array, ys: Float64Array): number {
  const count = xs.length;
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  order.sort((one, other) => xs[one] - xs[other] || ys[one] - ys[other]);

  let tiedInX = 0;
  let tiedInBoth = 0;
  let runX = 1;
  let runBoth = 1;
  for (let place = 1; place <= count; place++) {
    const sameX = place < count && xs[order[place]] === xs[order[place - 1]];
    const sameBoth = sameX && ys[order[place]] === ys[order[place - 1]];
    if (sameX) runX++;
    else {
      tiedInX += pairsOf(runX);
      runX = 1;
    }
    if (sameBoth) runBoth++;
    else {
      tiedInBoth += pairsOf(runBoth);
      runBoth = 1;
    }
  }

  const sorted = Float64Array.from(order, (index) => ys[index]);
  const exchanges = sortCountingExchanges(sorted);
  let tiedInY = 0;
  let runY = 1;
  for (let place = 1; place <= count; place++) {
    if (place < count && sorted[place] === sorted[place - 1]) runY++;
    else {
      tiedInY += pairsOf(runY);
      runY = 1;
    }
  }

  const all = pairsOf(count);
  const concordantMinusDiscordant = all - tiedInX - tiedInY + tiedInBoth - 2 * exchanges;
  return withinUnit(
    concordantMinusDiscordant / (Math.sqrt(all - tiedInX) * Math.sqrt(all - tiedInY)),
  );
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Sorts in place, ascending; returns how many pairs stood in the wrong order. */
function sortCountingExchanges(values: Float64Array): number {
  const count = values.length;
  let source: Float64Array = values;
  let target: Float64Array = new Float64Array(count);
  let exchanges = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        if (left < middle && (right >= end || source[left] <= source[right])) {
          target[at] = source[left++];
        } else {
          target[at] = source[right++];
          exchanges += middle - left;
        }
      }
    }
    [source, target] = [target, source];
  }
  if (source !== values) values.set(source);
  return exchanges;
}
