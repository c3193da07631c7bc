import { AppError } from '../../shared/contract/errors.ts';
import type { UnitCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { CellState } from './cell-state.ts';
import type { FrameworkTree } from './compile-framework.ts';

/** The adopted values of the included units on the included indicators. U units, L leaves of the tree. */
export interface Observations {
  /** U, in the order given. */
  readonly units: readonly Unit[];
  /** L × U, leaf-major: leaf l, unit u at [l × U + u]; NaN = missing. Never written to after this stage. */
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
  const unitCount = included.length;
  const picked = new Float64Array(tree.leafCount * unitCount);
  const state = new Uint8Array(tree.leafCount * unitCount);
  const wholeColumns = unitCount === units.length;
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const source = tree.sourceLeaf[leaf] * units.length;
    const target = leaf * unitCount;
    for (let unit = 0; unit < unitCount; unit++) {
      const x = values[source + (wholeColumns ? unit : columns[unit])];
      if (x !== x) {
        picked[target + unit] = NaN;
        continue;
      }
      if (x === Infinity || x === -Infinity) {
        throw infiniteValue(tree, leaf, included[unit] as Unit, x);
      }
      picked[target + unit] = x;
      state[target + unit] = CellState.observed;
    }
  }
  return { units: included, values: picked, state };
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

function infiniteValue(tree: FrameworkTree, leaf: number, unit: Unit, value: number): AppError {
  const node = tree.codes[tree.nodeOfLeaf[leaf]] as string;
  return new AppError(
    'E_INPUT',
    `${node} of ${unit.code} is ${value}; a finite number is expected.`,
    {
      reason: 'value-not-finite',
      unit: unit.code,
      node,
      expected: 'a finite number',
      found: String(value),
    },
  );
}
