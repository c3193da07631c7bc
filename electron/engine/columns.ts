import { AppError } from '../../shared/contract/errors.ts';

/**
 * A matrix with one column per node and one row per unit: the value of column c for row r stands at
 * [c × units.length + r]. NaN = missing. The names are there so that an error can say where it is.
 */
export interface Columns {
  readonly units: readonly string[];
  readonly nodes: readonly string[];
  readonly values: Float64Array;
}

/** Lowest and highest present value of a column and how many values are present; NaN bounds when none is. */
export interface ColumnRange {
  readonly lowest: number;
  readonly highest: number;
  readonly present: number;
}

export function columnRange(columns: Columns, column: number): ColumnRange {
  const rows = columns.units.length;
  const { values } = columns;
  let lowest = Infinity;
  let highest = -Infinity;
  let present = 0;
  for (let at = column * rows; at < (column + 1) * rows; at++) {
    const value = values[at];
    if (value === value) present++;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return present === 0 ? { lowest: NaN, highest: NaN, present } : { lowest, highest, present };
}

/**
 * Refuses what no statistic can be made from: a column without values, or with one value only.
 * @throws AppError `E_INPUT`, reason `column-empty` or `column-constant`, naming node and value.
 */
export function requireSpread(columns: Columns, purpose: string): void {
  columns.nodes.forEach((node, column) => {
    const { lowest, highest, present } = columnRange(columns, column);
    if (present === 0) {
      throw new AppError(
        'E_INPUT',
        `${purpose} needs values, but "${node}" has none in all ${columns.units.length} units`,
        { reason: 'column-empty', node, found: '0', parameters: { units: columns.units.length } },
      );
    }
    if (lowest === highest) {
      throw new AppError(
        'E_INPUT',
        `${purpose} needs values that differ, but "${node}" is ${lowest} in all ${present} units that have a value`,
        { reason: 'column-constant', node, found: String(lowest), parameters: { units: present } },
      );
    }
  });
}

/**
 * Every column brought to 0..1: (x − min)/(max − min) over its present values.
 * @throws AppError `E_INPUT` for a column without spread (`requireSpread`).
 */
export function rescaleToUnitInterval(columns: Columns, purpose: string): Columns {
  requireSpread(columns, purpose);
  const rows = columns.units.length;
  const values = new Float64Array(columns.values.length);
  for (let column = 0; column < columns.nodes.length; column++) {
    const { lowest, highest } = columnRange(columns, column);
    const width = highest - lowest;
    for (let at = column * rows; at < (column + 1) * rows; at++) {
      values[at] = (columns.values[at] - lowest) / width;
    }
  }
  return { units: columns.units, nodes: columns.nodes, values };
}
