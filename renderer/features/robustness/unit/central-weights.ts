import type { FrameworkIndex } from '../../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import { siblingShare } from '../../../../shared/weights/sibling-share.ts';

export interface CentralWeight {
  readonly node: NodeCode;
  /** 1 for a dimension. */
  readonly depth: number;
  /** Shares among the siblings. */
  readonly declared: number;
  readonly central: number;
}

/**
 * The mean shares with which a unit wins beside the declared ones, in the framework's order; null: it never wins.
 *
 * @param declared relative weight of every node
 */
export function centralWeights(
  result: UncertaintyResult,
  unit: number,
  index: FrameworkIndex,
  declared: ReadonlyMap<NodeCode, number>,
): CentralWeight[] | null {
  const count = result.nodes.length;
  const scored = new Set(result.nodes);
  const rows = result.nodes.flatMap((node, at): CentralWeight[] => {
    if ((index.byCode.get(node)?.parent ?? null) === null) return [];
    return [
      {
        node,
        depth: index.depth.get(node) ?? 1,
        // Siblings that are left out of the scoring have no part in the shares.
        declared: siblingShare(node, index, declared, (sibling) => scored.has(sibling)),
        central: result.centralWeights[unit * count + at] ?? NaN,
      },
    ];
  });
  return rows.every(({ central }) => Number.isNaN(central)) ? null : rows;
}
