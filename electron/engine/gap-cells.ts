import { CellState } from './cell-state.ts';
import type { NormalisedColumns } from './normalise.ts';

/** A gap is a cell whose true place on the scale is unknown: without an adopted value, or in a column without information. */
export function isGap(state: number): boolean {
  return state !== CellState.observed;
}

/** The gaps of each leaf: the units `units[start[l]] … units[start[l + 1] − 1]`. */
export interface GapCells {
  readonly start: Int32Array;
  readonly units: Int32Array;
}

export function gapCells({ state, unitCount, leafCount }: NormalisedColumns): GapCells {
  let count = 0;
  for (let at = 0; at < state.length; at++) count += Number(isGap(state[at]));
  const start = new Int32Array(leafCount + 1);
  if (count === 0) return { start, units: new Int32Array(0) };
  // One place more than needed: every unit is written, and kept by moving on only if it is a gap. Gaps fall where they
  // will, so a branch here would be mispredicted all the time; Number(condition) is none.
  const units = new Int32Array(count + 1);
  let next = 0;
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const offset = leaf * unitCount;
    for (let unit = 0; unit < unitCount; unit++) {
      units[next] = unit;
      next += Number(isGap(state[offset + unit]));
    }
    start[leaf + 1] = next;
  }
  return { start, units: units.subarray(0, count) };
}
