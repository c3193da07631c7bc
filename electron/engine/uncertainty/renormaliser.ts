import type { Method } from '../../../shared/model/method.ts';
import { CellState } from '../cell-state.ts';
import type { FrameworkTree } from '../compile-framework.ts';
import {
  type ColumnTask,
  normaliseColumn,
  type NormalisedColumns,
  type Uninformative,
} from '../normalise.ts';
import type { Observations } from '../observations.ts';
import { ownEntry } from '../own-entry.ts';
import { LOG10 } from '../transform.ts';

/** Comparable columns of the values that stand in the observations now; the arrays are the same each time. */
export type Renormaliser = () => NormalisedColumns;

interface Column {
  readonly task: ColumnTask;
  readonly rule: Method['normalisation'];
  /** Where its values stand before a logarithm that the framework declares; null: none is declared. */
  readonly beforeLog: Float64Array | null;
  uninformative: Uninformative | null;
}

/**
 * Normalises the same columns again and again, as `comparableColumns` does and to the same bit, without allocating. The
 * result is another object whenever its gaps may have moved.
 *
 * @param observations whose values change between the calls.
 * @param general for what this cannot do: the general way, with its errors.
 * @returns null for methods that impute or treat: they look at every column anew.
 */
export function createRenormaliser(
  tree: FrameworkTree,
  { units, values: raw, state: observed }: Observations,
  method: Method,
  general: () => NormalisedColumns,
): Renormaliser | null {
  const { missing, treatment } = method;
  const imputes = !['available', 'available-leaf', 'bounds'].includes(missing);
  const treats = treatment.rule !== 'none' || Object.keys(treatment.byIndicator).length > 0;
  if (imputes || treats) return null;

  const unitCount = units.length;
  const { leafCount } = tree;
  const values = new Float64Array(raw.length);
  const state = observed.slice();
  const scaleLow = new Float64Array(leafCount);
  const scaleHigh = new Float64Array(leafCount);
  const columns = tree.indicators.map((indicator, leaf): Column => {
    const node = tree.codes[tree.nodeOfLeaf[leaf]];
    const own = raw.subarray(leaf * unitCount, (leaf + 1) * unitCount);
    const isLog = indicator.transform === 'log10';
    const task = {
      node,
      indicator,
      transforms: isLog ? [LOG10] : [],
      units,
      column: isLog ? new Float64Array(unitCount) : own,
      out: values.subarray(leaf * unitCount, (leaf + 1) * unitCount),
    };
    const rule = ownEntry(method.normalisationByIndicator, node) ?? method.normalisation;
    return { task, rule, beforeLog: isLog ? own : null, uninformative: null };
  });
  let normalised = { unitCount, leafCount, values, state, scaleLow, scaleHigh };

  /** @returns false: a value has no logarithm. */
  function takeLogarithms({ task, beforeLog }: Column): boolean {
    if (beforeLog === null) return true;
    for (let unit = 0; unit < unitCount; unit++) {
      const x = beforeLog[unit];
      const y = LOG10.apply(x);
      if (x === x && y !== y) return false;
      task.column[unit] = y;
    }
    return true;
  }

  /** A column that can say nothing, or could not the last time, has its gaps elsewhere. */
  function noteGaps(column: Column, leaf: number, uninformative: Uninformative | null): boolean {
    // With a reference that is the worst, some values have a place and others none.
    const isAsBefore =
      uninformative === column.uninformative && uninformative !== 'reference-without-scale';
    if (isAsBefore) return false;
    column.uninformative = uninformative;
    for (let at = leaf * unitCount; at < (leaf + 1) * unitCount; at++) {
      const isOut = uninformative !== null && values[at] !== values[at];
      const wasObserved = observed[at] === CellState.observed;
      if (!isOut) state[at] = observed[at];
      else state[at] = wasObserved ? CellState.uninformative : CellState.missing;
    }
    return true;
  }

  return () => {
    values.fill(NaN);
    let haveGapsMoved = false;
    for (let leaf = 0; leaf < leafCount; leaf++) {
      const column = columns[leaf];
      if (!takeLogarithms(column)) return general();
      const { scale, uninformative } = normaliseColumn(column.task, column.rule);
      scaleLow[leaf] = scale.low;
      scaleHigh[leaf] = scale.high;
      if (noteGaps(column, leaf, uninformative)) haveGapsMoved = true;
    }
    if (haveGapsMoved) normalised = { ...normalised };
    return normalised;
  };
}
