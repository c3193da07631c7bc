import type { ScoringNote } from '../../shared/model/result.ts';
import { CellState } from './cell-state.ts';
import type { FrameworkTree } from './compile-framework.ts';
import type { NormalisedColumns } from './normalise.ts';

/**
 * The rule `zero`: every gap takes the worst place of its column's normalised scale. A column that carries no
 * information stays missing.
 */
export function fillWithWorst(columns: NormalisedColumns): NormalisedColumns {
  const { unitCount, leafCount, scaleLow } = columns;
  const values = columns.values.slice();
  const state = columns.state.slice();
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const from = leaf * unitCount;
    const column = state.subarray(from, from + unitCount);
    if (scaleLow[leaf] !== scaleLow[leaf] || column.includes(CellState.uninformative)) continue;
    for (let at = from; at < from + unitCount; at++) {
      if (state[at] !== CellState.missing) continue;
      values[at] = scaleLow[leaf];
      state[at] = CellState.imputed;
    }
  }
  return { ...columns, values, state };
}

/**
 * One note per column with imputed cells, with the value where all got the same.
 *
 * @param completed L × U raw values after imputation; NaN where the cell was filled on the normalised scale.
 */
export function imputationNotes(
  tree: FrameworkTree,
  columns: NormalisedColumns,
  completed: Float64Array,
): ScoringNote[] {
  const { unitCount, state } = columns;
  const notes: ScoringNote[] = [];
  if (!state.includes(CellState.imputed)) return notes;
  tree.nodeOfLeaf.forEach((node, leaf) => {
    let cells = 0;
    let value = NaN;
    let isOneValue = true;
    for (let at = leaf * unitCount; at < (leaf + 1) * unitCount; at++) {
      if (state[at] !== CellState.imputed) continue;
      if (cells++ === 0) value = completed[at];
      else if (completed[at] !== value) isOneValue = false;
    }
    if (cells === 0) return;
    notes.push({
      kind: 'imputed',
      node: tree.codes[node] as ScoringNote['node'],
      unit: null,
      cells,
      transform: null,
      before: null,
      after: isOneValue && value === value ? value : null,
    });
  });
  return notes;
}

/** N × U, node-major: 1 for an imputed leaf and for every aggregate above one. */
export function imputedNodes(tree: FrameworkTree, columns: NormalisedColumns): Uint8Array {
  const { unitCount, state } = columns;
  const imputed = new Uint8Array(tree.nodeCount * unitCount);
  if (!state.includes(CellState.imputed)) return imputed;
  tree.nodeOfLeaf.forEach((node, leaf) => {
    for (let unit = 0; unit < unitCount; unit++) {
      if (state[leaf * unitCount + unit] === CellState.imputed)
        imputed[node * unitCount + unit] = 1;
    }
  });
  for (let node = tree.nodeCount - 1; node > 0; node--) {
    const above = tree.parent[node] * unitCount;
    for (let unit = 0; unit < unitCount; unit++) {
      imputed[above + unit] |= imputed[node * unitCount + unit];
    }
  }
  return imputed;
}
