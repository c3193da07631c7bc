import { AppError } from '../../shared/contract/errors.ts';
import type { UnitCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { FrameworkTree } from './compile-framework.ts';

/** The adopted values of the included units on the included indicators. U units, L leaves of the tree. */
export interface Observations {
  /** U, in the order given. */
  readonly units: readonly Unit[];
  /**
   * L × U, leaf-major: leaf l, unit u at [l × U + u]; NaN = missing. The table given itself where nothing is excluded;
   * no stage writes to it.
   */
  readonly values: Float64Array;
  /** L × U: `CellState.observed` or `CellState.missing`. */
  readonly state: Uint8Array;
}

/**
 * Picks the included cells out of the whole table. Excluded units take no part in anything that follows:
 * they are in no minimum, mean or rank.
 *
 * @param values raw, leaf-major over all leaves of the framework and all units; NaN = missing.
 * @throws AppError `E_INPUT` for a unit code used twice, a table of the wrong size or an infinite value;
 *   `E_PRECONDITION` when no unit is left.
 */
export function collectObservations(
  tree: FrameworkTree,
  frameworkLeaves: number,
  units: readonly Unit[],
  values: Float64Array,
  excludedUnits: ReadonlySet<UnitCode>,
): Observations {
  if (values.length !== frameworkLeaves * units.length) {
    throw new AppError(
      'E_INPUT',
      `The table has ${values.length} cells; ${frameworkLeaves} indicators × ${units.length} units were expected.`,
      {
        reason: 'table-size',
        expected: String(frameworkLeaves * units.length),
        found: String(values.length),
      },
    );
  }
  checkUnitCodes(units);
  const columns: number[] = [];
  units.forEach((unit, column) => {
    if (!excludedUnits.has(unit.code)) columns.push(column);
  });
  if (columns.length === 0) {
    throw new AppError('E_PRECONDITION', 'No unit is left to score.', {
      reason: 'no-units',
      expected: 'at least one included unit',
      found: '0',
    });
  }

  const included = columns.map((column) => units[column] as Unit);
  const isWhole =
    included.length === units.length && tree.leafCount * units.length === values.length;
  const picked = isWhole ? values : pickCells(tree, columns, units.length, values);
  return { units: included, values: picked, state: observedState(tree, included, picked) };
}

function pickCells(
  tree: FrameworkTree,
  columns: readonly number[],
  sourceUnits: number,
  values: Float64Array,
): Float64Array {
  const picked = new Float64Array(tree.leafCount * columns.length);
  let next = 0;
  for (const leaf of tree.sourceLeaf) {
    for (const column of columns) picked[next++] = values[leaf * sourceUnits + column];
  }
  return picked;
}

/** `CellState.missing` is 0 and `CellState.observed` is 1: whether a value is there is its state. */
function observedState(
  tree: FrameworkTree,
  units: readonly Unit[],
  values: Float64Array,
): Uint8Array {
  const state = new Uint8Array(values.length);
  // Without a branch: gaps fall where they will, and x − x is 0 for finite numbers only.
  let present = 0;
  let finite = 0;
  for (let at = 0; at < values.length; at++) {
    const x = values[at];
    const isPresent = Number(x === x);
    state[at] = isPresent;
    present += isPresent;
    finite += Number(x - x === 0);
  }
  if (finite < present) throw infiniteValue(tree, units, values);
  return state;
}

function checkUnitCodes(units: readonly Unit[]): void {
  const seen = new Set<UnitCode>();
  for (const { code } of units) {
    if (seen.has(code)) {
      throw new AppError('E_INPUT', `Unit code ${code} is used twice.`, {
        reason: 'duplicate-unit',
        unit: code,
      });
    }
    seen.add(code);
  }
}

function infiniteValue(
  tree: FrameworkTree,
  units: readonly Unit[],
  values: Float64Array,
): AppError {
  const at = values.findIndex((x) => Math.abs(x) === Infinity);
  const node = tree.codes[tree.nodeOfLeaf[Math.floor(at / units.length)]] as string;
  const { code } = units[at % units.length] as Unit;
  const found = String(values[at]);
  return new AppError('E_INPUT', `${node} of ${code} is ${found}; a finite number is expected.`, {
    reason: 'value-not-finite',
    unit: code,
    node,
    expected: 'a finite number',
    found,
  });
}
