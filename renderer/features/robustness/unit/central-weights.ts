import type { FrameworkIndex } from '../../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';

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
  const rows = result.nodes.flatMap((node, at): CentralWeight[] => {
    const parent = index.byCode.get(node)?.parent;
    if (parent == null) return [];
    // Siblings that are left out of the scoring have no part in the shares.
    const siblings = (index.children.get(parent) ?? []).filter(({ code }) =>
      result.nodes.includes(code),
    );
    const sum = siblings.reduce((total, { code }) => total + (declared.get(code) ?? 0), 0);
    return [
      {
        node,
        depth: index.depth.get(node) ?? 1,
        declared: (declared.get(node) ?? 0) / sum,
        central: result.centralWeights[unit * count + at] ?? NaN,
      },
    ];
  });
  return rows.every(({ central }) => Number.isNaN(central)) ? null : rows;
}
