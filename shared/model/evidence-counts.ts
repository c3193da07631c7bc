import { CELL_STATE } from '../model/cell-state.ts';
import type { CellGrid } from '../contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from './ids.ts';

/** How much of a grid is known, and of what kind it is. */
export interface EvidenceCounts {
  readonly units: number;
  readonly indicators: number;
  readonly cells: number;
  readonly present: number;
  readonly proxy: number;
  readonly conflict: number;
  readonly overridden: number;
  readonly outOfTimeWindow: number;
  readonly timeUnknown: number;
}

/** Counts the cells of the units and indicators that are in `units` and `nodes`. */
export function countEvidence(
  grid: CellGrid,
  units: ReadonlySet<UnitCode>,
  nodes: ReadonlySet<NodeCode>,
): EvidenceCounts {
  const counts = {
    units: 0,
    indicators: grid.indicators.filter((indicator) => nodes.has(indicator)).length,
    cells: 0,
    present: 0,
    proxy: 0,
    conflict: 0,
    overridden: 0,
    outOfTimeWindow: 0,
    timeUnknown: 0,
  };
  grid.units.forEach((unit, row) => {
    if (!units.has(unit)) return;
    counts.units += 1;
    grid.indicators.forEach((indicator, column) => {
      if (!nodes.has(indicator)) return;
      const state = grid.states[row * grid.indicators.length + column] ?? 0;
      counts.cells += 1;
      if (state & CELL_STATE.overridden) counts.overridden += 1;
      if (!(state & CELL_STATE.present)) return;
      counts.present += 1;
      if (state & CELL_STATE.proxy) counts.proxy += 1;
      if (state & CELL_STATE.conflict) counts.conflict += 1;
      if (state & CELL_STATE.outOfTimeWindow) counts.outOfTimeWindow += 1;
      if (state & CELL_STATE.timeUnknown) counts.timeUnknown += 1;
    });
  });
  return counts;
}
