import type { Framework, FrameworkNode } from './framework.ts';
import type { NodeCode } from './ids.ts';

/** The framework's tree, ready for looking things up. */
export interface FrameworkIndex {
  readonly root: FrameworkNode;
  readonly byCode: ReadonlyMap<NodeCode, FrameworkNode>;
  /** Children in the published order; none for an indicator. */
  readonly children: ReadonlyMap<NodeCode, readonly FrameworkNode[]>;
  /** Indicators in the published order. */
  readonly indicators: readonly FrameworkNode[];
  /** Children of the index. */
  readonly dimensions: readonly FrameworkNode[];
  /** 0 for the index, 1 for a dimension. */
  readonly depth: ReadonlyMap<NodeCode, number>;
  /** Place of the node's dimension among the dimensions, from 0; −1 for the index. */
  readonly dimensionOf: ReadonlyMap<NodeCode, number>;
}

export function indexFramework(framework: Framework): FrameworkIndex {
  const root = framework.nodes[0];
  if (root === undefined) throw new Error('a framework has at least its index');
  const byCode = new Map<NodeCode, FrameworkNode>();
  const children = new Map<NodeCode, FrameworkNode[]>();
  const depth = new Map<NodeCode, number>();
  const dimensionOf = new Map<NodeCode, number>();
  for (const node of framework.nodes) {
    byCode.set(node.code, node);
    children.set(node.code, []);
    if (node.parent === null) {
      depth.set(node.code, 0);
      dimensionOf.set(node.code, -1);
      continue;
    }
    const siblings = children.get(node.parent) ?? [];
    const parentDepth = depth.get(node.parent) ?? 0;
    depth.set(node.code, parentDepth + 1);
    dimensionOf.set(
      node.code,
      parentDepth === 0 ? siblings.length : (dimensionOf.get(node.parent) ?? -1),
    );
    siblings.push(node);
  }
  return {
    root,
    byCode,
    children,
    indicators: framework.nodes.filter((node) => node.indicator !== null),
    dimensions: children.get(root.code) ?? [],
    depth,
    dimensionOf,
  };
}
