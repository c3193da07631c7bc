import { CELL_STATE } from '../../shared/model/cell-state.ts';
import type { CellGrid } from '../../shared/contract/evidence-operations.ts';
import type { ScenarioId } from '../../shared/model/ids.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { cellTableOf, resolvedOf } from './workbook-model.ts';

/**
 * All cells of a scenario: what the evidence says, with the scenario's own values in place of the adopted ones.
 *
 * @throws AppError E_NOT_FOUND
 */
export function cellGrid(workbook: OpenWorkbook, scenario: ScenarioId): CellGrid {
  const table = cellTableOf(workbook);
  const [unitCount, indicatorCount] = [table.units.length, table.indicators.length];
  const baselineValues = new Float64Array(table.values.length);
  const states = new Uint8Array(table.values.length);
  const candidateCounts = new Uint16Array(table.values.length);
  for (let indicator = 0; indicator < indicatorCount; indicator += 1) {
    for (let unit = 0; unit < unitCount; unit += 1) {
      const from = indicator * unitCount + unit;
      const to = unit * indicatorCount + indicator;
      baselineValues[to] = table.values[from] ?? Number.NaN;
      states[to] = table.states[from] ?? 0;
      candidateCounts[to] = table.candidateCounts[from] ?? 0;
    }
  }
  const values = baselineValues.slice();
  const unitPosition = new Map(table.units.map((unit, position) => [unit, position]));
  const indicatorPosition = new Map(table.indicators.map((code, position) => [code, position]));
  for (const { unit, indicator, value } of resolvedOf(workbook, scenario).values) {
    const row = unitPosition.get(unit) ?? 0;
    const cell = row * indicatorCount + (indicatorPosition.get(indicator) ?? 0);
    values[cell] = value ?? Number.NaN;
    // What is true of the adopted observation is not true of the value that replaces it.
    states[cell] = CELL_STATE.overridden | (value === null ? 0 : CELL_STATE.present);
  }
  return {
    units: [...table.units],
    indicators: [...table.indicators],
    values,
    baselineValues,
    states,
    candidateCounts,
  };
}
