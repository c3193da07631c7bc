import { AppError } from '../../shared/contract/errors.ts';
import type { IndicatorDefinition } from '../../shared/model/framework.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { ColumnTreatment, Treatment } from '../../shared/model/method.ts';
import type { ScoringNote } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { columnRange, columnShape } from './column-statistics.ts';
import type { FrameworkTree } from './compile-framework.ts';
import { ownEntry } from './own-entry.ts';
import { boxCox, type ColumnTransform, LOG10, reflectedLog, shiftedLog } from './transform.ts';
import { hasOutliers, winsorise, type Winsorised } from './winsorise.ts';

/** Columns on the scale on which they are compared, in their raw orientation. */
export interface TreatedColumns {
  /** L × U, leaf-major; NaN = missing. */
  readonly values: Float64Array;
  /** L: what was done to the scale of each column, in this order; empty = nothing. */
  readonly transforms: readonly (readonly ColumnTransform[])[];
  readonly notes: readonly ScoringNote[];
}

/**
 * Outlier treatment (OECD/JRC Handbook 2008, step 4; COINr's data treatment).
 *
 * First the logarithm that the framework declares. Then the method's rule: a column that `hasOutliers` is winsorised; with
 * `winsorise+log` a column that still has outliers is taken as it was and put on a logarithmic scale instead, reflected
 * for negative skew. Booleans and ratings stand on a scale of their own and have no outliers; the rule leaves them alone.
 * A treatment named for one indicator replaces the rule for it.
 *
 * @param values L × U, NaN = missing; not written to.
 * @throws AppError `E_INPUT` where a value has no logarithm; names unit, indicator and value.
 */
export function treat(
  tree: FrameworkTree,
  units: readonly Unit[],
  values: Float64Array,
  treatment: Treatment,
): TreatedColumns {
  const unitCount = units.length;
  const notes: ScoringNote[] = [];
  const transforms: (readonly ColumnTransform[])[] = [];
  // Copied only when the first column changes: most methods treat nothing, and the table can be large.
  let treated = values;
  tree.indicators.forEach((indicator, leaf) => {
    const from = leaf * unitCount;
    const column = values.subarray(from, from + unitCount);
    const node = tree.codes[tree.nodeOfLeaf[leaf]] as NodeCode;
    const outcome = treatColumn(
      indicator,
      column,
      treatment,
      ownEntry(treatment.byIndicator, node),
      (x, unit) => hasNoLogarithm(node, (units[unit] as Unit).code, x),
    );
    transforms.push(outcome.transforms);
    if (outcome.column === column) return;
    if (treated === values) treated = values.slice();
    treated.set(outcome.column, from);
    for (const { name } of outcome.transforms) {
      const cells = columnRange(column).count;
      notes.push(note({ kind: 'transformed', node, transform: name, cells }));
    }
    for (const { unit, before, after } of outcome.moved) {
      const { code } = units[unit] as Unit;
      notes.push(note({ kind: 'winsorised', node, unit: code, before, after }));
    }
  });
  return { values: treated, transforms, notes };
}

interface ColumnOutcome {
  /** The input itself where nothing changed. */
  readonly column: Float64Array;
  readonly transforms: readonly ColumnTransform[];
  /** Winsorised points in the indicator's unit of measure. */
  readonly moved: readonly { unit: number; before: number; after: number }[];
}

function treatColumn(
  indicator: IndicatorDefinition,
  raw: Float64Array,
  treatment: Treatment,
  own: ColumnTreatment | undefined,
  hasNoLogarithm: (x: number, unit: number) => AppError,
): ColumnOutcome {
  const declared = indicator.transform === 'log10' ? [LOG10] : [];
  const column =
    declared.length === 0
      ? raw
      : raw.map((x, unit) => {
          if (x !== x) return x;
          const y = LOG10.apply(x);
          if (y !== y) throw hasNoLogarithm(x, unit);
          return y;
        });
  const unchanged = { column, transforms: declared, moved: [] };
  const transformed = (transform: ColumnTransform): ColumnOutcome => ({
    ...unchanged,
    column: column.map((x) => transform.apply(x)),
    transforms: [...declared, transform],
  });
  const winsorisedTo = ({ column: treated, moved }: Winsorised): ColumnOutcome => ({
    ...unchanged,
    column: treated,
    // The value moved to is another unit's, so that unit's raw value says it in the unit of measure.
    moved: moved.map((unit) => ({
      unit,
      before: raw[unit],
      after: raw[column.indexOf(treated[unit])],
    })),
  });
  if (own === undefined && treatment.rule === 'none') return unchanged;
  const range = columnRange(column);
  if (!(range.min < range.max)) return unchanged;

  switch (own?.rule) {
    case 'none':
      return unchanged;
    case 'winsorise':
      return winsorisedTo(winsorise(column, own.points, () => false));
    case 'log':
      return transformed(logAgainstSkew(column));
    case 'box-cox':
      return transformed(boxCox(range, own.exponent));
    case undefined:
      break;
  }
  const hasOwnScale = indicator.type === 'boolean' || indicator.type === 'rating';
  if (hasOwnScale || !hasOutliers(column, treatment)) return unchanged;
  const winsorised = winsorise(
    column,
    treatment.winsoriseMost,
    (moved) => !hasOutliers(moved, treatment),
  );
  const failed = hasOutliers(winsorised.column, treatment);
  if (failed && treatment.rule === 'winsorise+log') return transformed(logAgainstSkew(column));
  return winsorisedTo(winsorised);
}

/** The logarithm that pulls in the longer tail. */
function logAgainstSkew(column: Float64Array): ColumnTransform {
  const range = columnRange(column);
  return columnShape(column).skew < 0 ? reflectedLog(range) : shiftedLog(range);
}

function hasNoLogarithm(node: NodeCode, unit: string, x: number): AppError {
  return new AppError(
    'E_INPUT',
    `${node} of ${unit} is ${x}; its base-10 logarithm needs a number > 0.`,
    { reason: 'log-of-non-positive', unit, node, expected: '> 0', found: String(x) },
  );
}

function note(part: Pick<ScoringNote, 'kind'> & Partial<ScoringNote>): ScoringNote {
  return { node: null, unit: null, cells: 1, transform: null, before: null, after: null, ...part };
}
