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

/** A cell in a scenario, with the key under which a scenario overrides its value; null: none can, it is `baseline`. */
interface Place extends CellKey {
  readonly scenario: number;
  readonly overrideKey: string | null;
}

interface Watched extends Place {
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
  function valueInEffect(place: Place): number | null {
    let scenario: number | null = place.overrideKey === null ? null : place.scenario;
    while (scenario !== null) {
      const override = reader.row<{ value: number | null }>(
        'SELECT value FROM scenario_override WHERE scenario = ? AND override_key = ?',
        scenario,
        place.overrideKey,
      );
      if (override !== undefined) return override.value;
      scenario = scenarioRow(scenario)?.parent ?? null;
    }
    return findAdopted(reader, place)?.value ?? null;
  }

  function watch(place: Place): void {
    const key = `${place.scenario}/${place.unit}/${place.indicator}`;
    if (!watched.has(key)) watched.set(key, { ...place, before: valueInEffect(place) });
  }

  return {
    observe(table, row) {
      if (table === 'observation' && baseline !== undefined) {
        const cell = { unit: rowNumber(row, 'unit'), indicator: rowNumber(row, 'indicator') };
        evidence.set(`${cell.unit}/${cell.indicator}`, cell);
        watch({ ...cell, scenario: baseline.number, overrideKey: null });
      } else if (table === 'scenario_override' && row['kind'] === 'value') {
        watch({
          unit: rowNumber(row, 'unit'),
          indicator: rowNumber(row, 'node'),
          scenario: rowNumber(row, 'scenario'),
          overrideKey: String(row['override_key']),
        });
      }
    },
    cells: () => [...evidence.values()],
    valueChanges() {
      const changes: CellValueChange[] = [];
      for (const { before, ...place } of watched.values()) {
        // A scenario that the act deleted has no cells any more.
        const id = scenarioRow(place.scenario)?.id;
        if (id === undefined) continue;
        const { unit, indicator } = place;
        const after = valueInEffect(place);
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
