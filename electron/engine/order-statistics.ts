import type { ChildColumns } from './child-columns.ts';

/** Unweighted minimum, maximum and median of the children present; NaN where none is. `out` has length U. */

export function childMinimum(children: ChildColumns, out: Float64Array): void {
  forEachPresentChild(children, out, (x, best) => (x < best ? x : best));
}

export function childMaximum(children: ChildColumns, out: Float64Array): void {
  forEachPresentChild(children, out, (x, best) => (x > best ? x : best));
}

/** The middle of the sorted children, or the mean of the two middle ones. */
export function childMedian({ nodes, values }: ChildColumns, out: Float64Array): void {
  const unitCount = out.length;
  const sorted = new Float64Array(nodes.length);
  for (let unit = 0; unit < unitCount; unit++) {
    let count = 0;
    for (const child of nodes) {
      const x = values[child * unitCount + unit];
      if (x !== x) continue;
      let at = count++;
      while (at > 0 && sorted[at - 1] > x) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = x;
    }
    const half = count >> 1;
    if (count === 0) out[unit] = NaN;
    else out[unit] = count % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

function forEachPresentChild(
  { nodes, values }: ChildColumns,
  out: Float64Array,
  choose: (x: number, best: number) => number,
): void {
  const unitCount = out.length;
  out.fill(NaN);
  for (const child of nodes) {
    const offset = child * unitCount;
    for (let unit = 0; unit < unitCount; unit++) {
      const x = values[offset + unit];
      if (x !== x) continue;
      const best = out[unit];
      out[unit] = best === best ? choose(x, best) : x;
    }
  }
}
