import { AppError } from '../../shared/contract/errors.ts';
import { columnRange } from './column-statistics.ts';

/**
 * A matrix with one column per node and one row per unit: the value of column c for row r stands at
 * [c × units.length + r]. NaN = missing. The names are there so that an error can say where it is.
 */
export interface Columns {
  readonly units: readonly string[];
  readonly nodes: readonly string[];
  readonly values: Float64Array;
}

/** The values of one column, without copying. */
export function columnOf({ units, values }: Columns, column: number): Float64Array {
  return values.subarray(column * units.length, (column + 1) * units.length);
}

/**
 * Refuses what no statistic can be made from: a column without values, or with one value only.
 * @throws AppError `E_INPUT`, reason `column-empty` or `column-constant`, naming node and value.
 */
export function requireSpread(columns: Columns, purpose: string): void {
  columns.nodes.forEach((node, column) => {
    const { min, max, count } = columnRange(columnOf(columns, column));
    if (count === 0) {
      throw new AppError(
        'E_INPUT',
        `${purpose} needs values, but "${node}" has none in all ${columns.units.length} units`,
        { reason: 'column-empty', node, found: '0', parameters: { units: columns.units.length } },
      );
    }
    if (min === max) {
      throw new AppError(
        'E_INPUT',
        `${purpose} needs values that differ, but "${node}" is ${min} in all ${count} units that have a value`,
        { reason: 'column-constant', node, found: String(min), parameters: { units: count } },
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
    const { min, max } = columnRange(columnOf(columns, column));
    const width = max - min;
    for (let at = column * rows; at < (column + 1) * rows; at++) {
      values[at] = (columns.values[at] - min) / width;
    }
  }
  return { units: columns.units, nodes: columns.nodes, values };
}
