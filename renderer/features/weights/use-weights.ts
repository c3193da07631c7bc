import { useMemo } from 'react';
import { BASELINE, type NodeCode } from '../../../shared/model/ids.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { weightOnScreen } from './live-weights.ts';
import { GIVERS, LOCKS, NodeList, useWeightDrag } from './weight-drag.ts';
import { type NodeWeight, weightTree } from './weight-tree.ts';

export interface Weights {
  /** At rest: a drag under way is drawn over them. */
  readonly resting: ReadonlyMap<NodeCode, NodeWeight>;
  /** What ghost marks show: the baseline, or, while the baseline itself is dragged, how it was before. */
  readonly ghost: ReadonlyMap<NodeCode, NodeWeight>;
}

/** Weights of the selected scenario. null: not read yet. */
export function useWeights(): Weights | null {
  const index = useWorkbook((state) => state.index);
  const resolved = useScenarios((state) => state.resolved);
  const weights = useScenarios((state) => state.weights);
  const baselineWeights = useScenarios((state) => state.baselineWeights);
  const inBaseline = useSelection((state) => state.scenario === BASELINE);

  const excluded = useMemo(() => new Set(resolved?.excludedNodes), [resolved]);
  const resting = useMemo(
    () => (index === null ? null : weightTree(index, weights, excluded)),
    [index, weights, excluded],
  );
  const reference = inBaseline ? weights : baselineWeights;
  const ghost = useMemo(
    () => (index === null ? null : weightTree(index, reference, excluded)),
    [index, reference, excluded],
  );
  return resolved === null || resting === null || ghost === null ? null : { resting, ghost };
}

const NONE: NodeCode[] = [];

export function useLockedNodes(): ReadonlySet<NodeCode> {
  const [locked] = useMemory(LOCKS, NodeList, NONE);
  return useMemo(() => new Set(locked), [locked]);
}

/** Whether the node is the one from which its siblings take; marked by the analyst, or in the drag under way. */
export function useIsGiver(node: NodeCode): boolean {
  const [givers] = useMemory(GIVERS, NodeList, NONE);
  const isGiving = useWeightDrag(({ drag }) => drag?.giver === node);
  return isGiving || givers.includes(node);
}

/** Shares that differ by less are one share, but for what arithmetic leaves over. */
const SAME = 1e-9;

/**
 * Whether the node's share on screen is another one than its ghost mark shows, or was since the drag began: the mark would
 * flicker where a hand passes it.
 */
export function useIsMoved(node: NodeCode, ghost: number): boolean {
  // Read with the drag at each of its steps, and with the weights at rest when these are rendered.
  return useWeightDrag(
    ({ drag }) =>
      drag?.moved.has(node) === true || isMoved(weightOnScreen(node)?.share ?? ghost, ghost),
  );
}

function isMoved(share: number, ghost: number): boolean {
  return Math.abs(share - ghost) > SAME;
}
