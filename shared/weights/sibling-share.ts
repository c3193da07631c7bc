import type { FrameworkIndex } from '../model/framework-index.ts';
import type { NodeCode } from '../model/ids.ts';

/**
 * Share 0..1 of a node among its siblings; 1 for the index, NaN where the siblings weigh nothing together.
 *
 * @param weights relative weight of every node
 * @param counts which siblings have a part in the whole
 */
export function siblingShare(
  node: NodeCode,
  index: FrameworkIndex,
  weights: ReadonlyMap<NodeCode, number>,
  counts: (sibling: NodeCode) => boolean = () => true,
): number {
  const parent = index.byCode.get(node)?.parent ?? null;
  if (parent === null) return 1;
  const whole = (index.children.get(parent) ?? [])
    .filter(({ code }) => counts(code))
    .reduce((total, { code }) => total + (weights.get(code) ?? 0), 0);
  return (weights.get(node) ?? NaN) / whole;
}
