import { AppError } from '../../shared/contract/errors.ts';
import type { FrameworkNode, IndicatorDefinition } from '../../shared/model/framework.ts';
import { indexFramework } from '../../shared/model/framework-index.ts';
import type { NodeCode, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { resolveScenario, type ResolvedOverrides } from '../engine/resolve-scenario.ts';
import { readCellTable, type CellTable } from '../store/cell-table.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { CellKey } from '../store/repositories/observations.ts';
import { readFramework, readMethod, readNodeNumbers } from '../store/repositories/framework.ts';
import {
  readScenarios,
  type RowNumbers,
  type StoredScenario,
} from '../store/repositories/scenarios.ts';
import { readSeries } from '../store/repositories/series.ts';
import { readUnitNumbers, readUnits } from '../store/repositories/units.ts';
import { cachedUntil } from './cached.ts';

/** What the services ask of a workbook again and again, read once and kept until an act touches it. */

/** With the weights in force in `baseline`. */
export const frameworkOf = cachedUntil(['framework'], ({ reader }) => readFramework(reader));

export const frameworkIndexOf = cachedUntil(['framework'], (workbook) =>
  indexFramework(frameworkOf(workbook)),
);

/** In force in `baseline`. */
export const methodOf = cachedUntil(['framework'], ({ reader }) => readMethod(reader));

export const unitsOf = cachedUntil(['units'], ({ reader }) => readUnits(reader));

export const seriesOf = cachedUntil(['series'], ({ reader }) => readSeries(reader));

export const rowNumbersOf = cachedUntil(['framework', 'units'], ({ reader }): RowNumbers => ({
  units: readUnitNumbers(reader),
  nodes: readNodeNumbers(reader),
}));

/** Parents before children, `baseline` first. */
export const scenariosOf = cachedUntil(['scenarios'], ({ reader }) => readScenarios(reader));

interface KeptTable {
  readonly units: readonly Unit[];
  readonly rules: string;
  readonly table: CellTable;
  readonly release: () => void;
}

const cellTables = new WeakMap<OpenWorkbook, KeptTable>();

/** Read once; afterwards an act costs the cells that it touched, and only other units or indicators a new table. */
export function cellTableOf(workbook: OpenWorkbook): CellTable {
  const units = unitsOf(workbook);
  const numbers = rowNumbersOf(workbook);
  const indicators = frameworkIndexOf(workbook).indicators.map(({ code, indicator }) => ({
    code,
    number: numbers.nodes.get(code) ?? 0,
    timeRule: indicator?.timeRule ?? null,
  }));
  const rules = JSON.stringify(indicators);
  const kept = cellTables.get(workbook);
  if (kept !== undefined && kept.units === units && kept.rules === rules) return kept.table;

  kept?.release();
  const table = readCellTable(workbook.reader, numbers.units, indicators);
  const release = workbook.onCommit(({ cells }) => table.refresh(cells));
  cellTables.set(workbook, { units, rules, table, release });
  return table;
}

/** @throws AppError E_NOT_FOUND */
export function resolvedOf(workbook: OpenWorkbook, scenario: ScenarioId): ResolvedOverrides {
  return resolveScenario(
    scenariosOf(workbook).map((stored) => stored.scenario),
    scenario,
    { framework: frameworkOf(workbook), method: methodOf(workbook) },
  );
}

/** @throws AppError E_NOT_FOUND */
export function scenarioOf(workbook: OpenWorkbook, id: ScenarioId): StoredScenario {
  const found = scenariosOf(workbook).find(({ scenario }) => scenario.id === id);
  if (found === undefined) {
    throw new AppError('E_NOT_FOUND', `there is no scenario "${id}"`, {
      reason: 'unknown-scenario',
      found: id,
    });
  }
  return found;
}

/** @throws AppError E_NOT_FOUND */
export function unitNumberOf(workbook: OpenWorkbook, unit: UnitCode): number {
  const number = rowNumbersOf(workbook).units.get(unit);
  if (number === undefined) {
    throw new AppError('E_NOT_FOUND', `there is no unit "${unit}"`, {
      reason: 'unknown-unit',
      unit,
    });
  }
  return number;
}

/** @throws AppError E_NOT_FOUND */
export function nodeOf(workbook: OpenWorkbook, code: NodeCode): FrameworkNode {
  const node = frameworkIndexOf(workbook).byCode.get(code);
  if (node === undefined) {
    throw new AppError('E_NOT_FOUND', `there is no node "${code}"`, {
      reason: 'unknown-node',
      node: code,
    });
  }
  return node;
}

/**
 * An indicator with its row number.
 *
 * @throws AppError E_NOT_FOUND, E_INPUT for an aggregate
 */
export function indicatorOf(
  workbook: OpenWorkbook,
  code: NodeCode,
): { readonly number: number; readonly definition: IndicatorDefinition } {
  const { indicator } = nodeOf(workbook, code);
  if (indicator === null) {
    throw new AppError('E_INPUT', `"${code}" is not an indicator`, {
      reason: 'not-an-indicator',
      node: code,
    });
  }
  return { number: rowNumbersOf(workbook).nodes.get(code) ?? 0, definition: indicator };
}

/** @throws AppError E_NOT_FOUND, E_INPUT */
export function cellKeyOf(workbook: OpenWorkbook, unit: UnitCode, indicator: NodeCode): CellKey {
  return {
    unit: unitNumberOf(workbook, unit),
    indicator: indicatorOf(workbook, indicator).number,
  };
}
