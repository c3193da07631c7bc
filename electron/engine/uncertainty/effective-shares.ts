import type { FrameworkTree } from '../compile-framework.ts';

/** Parents stand before children, so one pass down multiplies the shares along every path. */
export function effectiveShares(
  tree: FrameworkTree,
  local: Float64Array,
  effective: Float64Array,
): void {
  effective[0] = 1;
  for (let node = 1; node < tree.nodeCount; node++) {
    effective[node] = effective[tree.parent[node]] * local[node];
  }
}
