import type { NodeCode } from '../model/ids.ts';

/**
 * The slider rule. Within one parent the unlocked siblings of the moved node share what it leaves, in the ratios they
 * had when the drag began; locked siblings never move. Everything is computed from the drag's start, never from the
 * step before, so that a drag out and back is exactly no change.
 */
export interface SiblingWeight {
  readonly node: NodeCode;
  /** Relative weight, ≥ 0, in any unit (points, shares). */
  readonly weight: number;
}

export interface WeightDrag {
  /** Largest weight that the moved node can take: its own and those of the unlocked others. */
  readonly most: number;
  /** null: the handle can move; else why not. */
  readonly disabled: 'locked' | 'others-locked' | 'only-child' | null;
  /**
   * The weights of all siblings, in the order given, with the moved node at `target` clamped to 0..`most`. Their sum is
   * the one at the start. A disabled handle changes nothing.
   */
  moveTo(target: number): readonly SiblingWeight[];
}

/**
 * Starts a drag of `moved`.
 *
 * @param siblings all children of one parent with their weights at the drag's start
 * @param remembered see `rememberZeros`; when all unlocked others are at zero and none is remembered, they share equally
 */
export function startWeightDrag(
  siblings: readonly SiblingWeight[],
  moved: NodeCode,
  locked: ReadonlySet<NodeCode>,
  remembered: ReadonlyMap<NodeCode, number>,
): WeightDrag {
  const start = weightOf(siblings, moved);
  const others = siblings.filter(({ node }) => node !== moved && !locked.has(node));
  const most = others.reduce((sum, { weight }) => sum + weight, start);
  const ratios = ratiosOf(others, remembered);
  const disabled = whyDisabled();

  function whyDisabled(): WeightDrag['disabled'] {
    if (siblings.length === 1) return 'only-child';
    if (locked.has(moved)) return 'locked';
    return others.length === 0 ? 'others-locked' : null;
  }

  return {
    most,
    disabled,
    moveTo(target) {
      if (disabled !== null || target === start) return siblings;
      const weight = Math.min(Math.max(target, 0), most);
      const left = most - weight;
      return siblings.map((sibling) => {
        if (sibling.node === moved) return { node: moved, weight };
        const ratio = ratios.get(sibling.node);
        return ratio === undefined ? sibling : { node: sibling.node, weight: left * ratio };
      });
    },
  };
}

/** "Take it from that one": only `moved` and `giver` change and their sum stays; `target` is clamped to 0..that sum. */
export function transferWeight(
  siblings: readonly SiblingWeight[],
  moved: NodeCode,
  giver: NodeCode,
  target: number,
): readonly SiblingWeight[] {
  if (moved === giver) throw new RangeError(`"${moved}" cannot take weight from itself`);
  const start = weightOf(siblings, moved);
  const both = start + weightOf(siblings, giver);
  if (target === start) return siblings;
  const weight = Math.min(Math.max(target, 0), both);
  return siblings.map((sibling) => {
    if (sibling.node === moved) return { node: moved, weight };
    if (sibling.node === giver) return { node: giver, weight: both - weight };
    return sibling;
  });
}

/**
 * What to remember after a drag of `moved` has ended: the weight that each sibling had before the drag pushed it to
 * zero, so that dragging back brings it back. A node that was moved to zero itself was meant to be zero and is not
 * remembered.
 */
export function rememberZeros(
  remembered: ReadonlyMap<NodeCode, number>,
  moved: NodeCode,
  before: readonly SiblingWeight[],
  after: readonly SiblingWeight[],
): ReadonlyMap<NodeCode, number> {
  const next = new Map(remembered);
  for (const { node, weight } of after) {
    if (weight > 0 || node === moved) next.delete(node);
    else if (weightOf(before, node) > 0) next.set(node, weightOf(before, node));
  }
  return next;
}

/** Share of each unlocked other in what the moved node leaves; they sum to 1. */
function ratiosOf(
  others: readonly SiblingWeight[],
  remembered: ReadonlyMap<NodeCode, number>,
): ReadonlyMap<NodeCode, number> {
  const parts = others.map(({ node, weight }) => ({
    node,
    part: weight > 0 ? weight : (remembered.get(node) ?? 0),
  }));
  const sum = parts.reduce((total, { part }) => total + part, 0);
  return new Map(
    parts.map(({ node, part }) => [node, sum > 0 ? part / sum : 1 / parts.length] as const),
  );
}

function weightOf(siblings: readonly SiblingWeight[], node: NodeCode): number {
  const found = siblings.find((sibling) => sibling.node === node);
  if (found === undefined) throw new RangeError(`"${node}" is not among the siblings`);
  return found.weight;
}
