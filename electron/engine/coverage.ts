import { CellState } from './cell-state.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import type { GapCells } from './gap-cells.ts';
import type { NormalisedColumns } from './normalise.ts';

/**
 * U: share of the weight with an adopted value, 0..1; exactly 1 for a unit that has everything and 0 for one that has
 * nothing. Imputed cells do not count; cells of constant columns do.
 */
export function coverage(
  tree: FrameworkTree,
  shares: FrameworkShares,
  { unitCount, leafCount, state }: NormalisedColumns,
  gaps: GapCells,
): Float64Array {
  const covered = new Float64Array(unitCount).fill(1);
  const lacking = new Int32Array(unitCount);
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const weight = shares.effective[tree.nodeOfLeaf[leaf]];
    for (let at = gaps.start[leaf]; at < gaps.start[leaf + 1]; at++) {
      const unit = gaps.units[at];
      if (state[leaf * unitCount + unit] === CellState.uninformative) continue;
      covered[unit] -= weight;
      lacking[unit]++;
    }
  }
  for (let unit = 0; unit < unitCount; unit++) if (lacking[unit] === leafCount) covered[unit] = 0;
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
