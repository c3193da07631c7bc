import { CellState } from './cell-state.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import type { NormalisedColumns } from './normalise.ts';

/** U: share of the weight with an adopted value, 0..1. Imputed cells do not count; cells of constant columns do. */
export function coverage(
  tree: FrameworkTree,
  shares: FrameworkShares,
  { unitCount, leafCount, state }: NormalisedColumns,
): Float64Array {
  const covered = new Float64Array(unitCount);
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const weight = shares.effective[tree.nodeOfLeaf[leaf]];
    const offset = leaf * unitCount;
    for (let unit = 0; unit < unitCount; unit++) {
      const cell = state[offset + unit];
      if (cell === CellState.observed || cell === CellState.uninformative) covered[unit] += weight;
    }
  }
  return covered;
}

/**
 * U: 1 for a unit with a score and at least the least coverage. A coverage that equals the limit but for rounding
 * passes: 30 points of 100 are 0.3.
 */
export function rankedUnits(
  score: Float64Array,
  covered: Float64Array,
  minCoverage: number,
): Uint8Array {
  const ranked = new Uint8Array(score.length);
  for (let unit = 0; unit < score.length; unit++) {
    const hasScore = score[unit] === score[unit];
    ranked[unit] = hasScore && covered[unit] >= minCoverage - 1e-9 ? 1 : 0;
  }
  return ranked;
}
