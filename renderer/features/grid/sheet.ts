import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { PendingCells } from '../../stores/cell-store.ts';
import type { EditableSheet } from './block-edits.ts';
import type { Extent, Place } from './range.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** A cell by what it is about; its place changes with sorting and filters. */
export interface CellRef {
  readonly unit: UnitCode;
  readonly indicator: NodeCode;
}

/** The cells of a scenario as they are shown: the rows and columns that pass the filters, in the chosen order. */
export interface Sheet extends EditableSheet {
  readonly grid: CellGrid;
  readonly pending: PendingCells;
  readonly columns: readonly SheetColumn[];
  readonly extent: Extent;
  /** Position of each shown row and column in the grid's own order. */
  readonly unitPositions: readonly number[];
  readonly indicatorPositions: readonly number[];
  /** null: not shown. */
  placeOf(cell: CellRef): Place | null;
  /** null: there is no such place. */
  cellAt(place: Place): CellRef | null;
}

export function createSheet(
  grid: CellGrid,
  pending: PendingCells,
  units: readonly UnitCode[],
  columns: readonly SheetColumn[],
): Sheet {
  const positionOfUnit = positions(grid.units);
  const positionOfIndicator = positions(grid.indicators);
  const rowOf = positions(units);
  const columnOf = positions(columns.map((column) => column.code));
  const unitPositions = units.map((unit) => positionOfUnit.get(unit) ?? -1);
  const indicatorPositions = columns.map((column) => positionOfIndicator.get(column.code) ?? -1);
  return {
    grid,
    pending,
    units,
    columns,
    extent: { rows: units.length, columns: columns.length },
    unitPositions,
    indicatorPositions,
    placeOf({ unit, indicator }) {
      const row = rowOf.get(unit);
      const column = columnOf.get(indicator);
      return row === undefined || column === undefined ? null : { row, column };
    },
    cellAt({ row, column }) {
      const unit = units[row];
      const indicator = columns[column]?.code;
      return unit === undefined || indicator === undefined ? null : { unit, indicator };
    },
    valueAt({ row, column }) {
      const unit = units[row];
      const indicator = columns[column]?.code;
      if (unit === undefined || indicator === undefined) return Number.NaN;
      const waiting = pending.get(unit)?.get(indicator);
      if (waiting !== undefined) return waiting ?? Number.NaN;
      const at =
        (unitPositions[row] ?? 0) * grid.indicators.length + (indicatorPositions[column] ?? 0);
      return grid.values[at] ?? Number.NaN;
    },
  };
}

function positions<Code>(codes: readonly Code[]): ReadonlyMap<Code, number> {
  return new Map(codes.map((code, position) => [code, position]));
}

/** Present values of an indicator over all units, for its distribution. */
export function columnValues(grid: CellGrid, indicatorPosition: number): number[] {
  const width = grid.indicators.length;
  return grid.units.map(
    (_unit, unit) => grid.values[unit * width + indicatorPosition] ?? Number.NaN,
  );
}
