import { BASELINE } from '../../shared/model/ids.ts';
import type { Row } from '../oplog/row-change.ts';
import type { RowObserver } from '../oplog/row-writer.ts';
import type { Reader } from './reader.ts';
import { findAdopted, type CellKey } from './repositories/observations.ts';

/** What an act did to the value of one cell in one scenario; null: no value. */
export interface CellValueChange extends CellKey {
  readonly scenario: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Watches the rows that an act changes, and knows at its end which cells it touched and how their values moved. */
export interface CellWatch {
  readonly observe: RowObserver;
  /** Cells of which an observation was added, changed or removed. */
  cells(): CellKey[];
  valueChanges(): CellValueChange[];
}

interface Watched extends CellKey {
  readonly scenario: number;
  readonly before: number | null;
}

interface ScenarioRow {
  readonly id: string;
  readonly parent: number | null;
}

export function watchCells(reader: Reader): CellWatch {
  const watched = new Map<string, Watched>();
  const evidence = new Map<string, CellKey>();
  const baseline = reader.row<{ number: number }>(
    'SELECT number FROM scenario WHERE id = ?',
    BASELINE,
  );

  const scenarioRow = (number: number) =>
    reader.row<ScenarioRow>('SELECT id, parent FROM scenario WHERE number = ?', number);

  /** The value of the cell in the scenario: its own override, else what it inherits. */
  function valueInEffect(scenario: number, cell: CellKey): number | null {
    for (let at: number | null = scenario; at !== null; at = scenarioRow(at)?.parent ?? null) {
      const override = reader.row<{ value: number | null }>(
        `SELECT value FROM scenario_override
         WHERE scenario = ? AND node = ? AND unit = ? AND kind = 'value'`,
        at,
        cell.indicator,
        cell.unit,
      );
      if (override !== undefined) return override.value;
    }
    return findAdopted(reader, cell)?.value ?? null;
  }

  function watch(scenario: number, cell: CellKey): void {
    const key = `${scenario}/${cell.unit}/${cell.indicator}`;
    if (watched.has(key)) return;
    watched.set(key, { ...cell, scenario, before: valueInEffect(scenario, cell) });
  }

  return {
    observe(table, row) {
      if (table === 'observation' && baseline !== undefined) {
        const cell = { unit: rowNumber(row, 'unit'), indicator: rowNumber(row, 'indicator') };
        evidence.set(`${cell.unit}/${cell.indicator}`, cell);
        watch(baseline.number, cell);
      } else if (table === 'scenario_override' && row['kind'] === 'value') {
        const cell = { unit: rowNumber(row, 'unit'), indicator: rowNumber(row, 'node') };
        watch(rowNumber(row, 'scenario'), cell);
      }
    },
    cells: () => [...evidence.values()],
    valueChanges() {
      const changes: CellValueChange[] = [];
      for (const { unit, indicator, scenario, before } of watched.values()) {
        // A scenario that the act deleted has no cells any more.
        const id = scenarioRow(scenario)?.id;
        if (id === undefined) continue;
        const after = valueInEffect(scenario, { unit, indicator });
        if (after !== before) changes.push({ unit, indicator, scenario: id, before, after });
      }
      return changes;
    },
  };
}

function rowNumber(row: Row, column: string): number {
  const number = row[column];
  if (typeof number !== 'number') throw new Error(`column "${column}" holds no number`);
  return number;
}
