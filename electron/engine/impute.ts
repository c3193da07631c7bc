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

/** One note per column with imputed cells. */
export function imputationNotes(tree: FrameworkTree, columns: NormalisedColumns): ScoringNote[] {
  const { unitCount, state } = columns;
  const notes: ScoringNote[] = [];
  tree.nodeOfLeaf.forEach((node, leaf) => {
    let cells = 0;
    for (let at = leaf * unitCount; at < (leaf + 1) * unitCount; at++) {
      if (state[at] === CellState.imputed) cells++;
    }
    if (cells === 0) return;
    const code = tree.codes[node] as ScoringNote['node'];
    notes.push({ kind: 'imputed', node: code, unit: null, cells, before: null, after: null });
  });
  return notes;
}

/** N × U, node-major: 1 for an imputed leaf and for every aggregate above one. */
export function imputedNodes(tree: FrameworkTree, columns: NormalisedColumns): Uint8Array {
  const { unitCount, state } = columns;
  const imputed = new Uint8Array(tree.nodeCount * unitCount);
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
