import { useMemo } from 'react';
import { BASELINE, type NodeCode } from '../../../shared/model/ids.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { GIVERS, LOCKS, NodeList, useWeightDrag } from './weight-drag.ts';
import { type NodeWeight, weightTree } from './weight-tree.ts';

export interface Weights {
  /** As on screen: with a drag under way. */
  readonly relative: ReadonlyMap<NodeCode, number>;
  readonly shown: ReadonlyMap<NodeCode, NodeWeight>;
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
  const moved = useWeightDrag((state) => state.drag?.current);

  const excluded = useMemo(() => new Set(resolved?.excludedNodes), [resolved]);
  const relative = useMemo(
    () =>
      moved === undefined
        ? weights
        : new Map([...weights, ...moved.map(({ node, weight }) => [node, weight] as const)]),
    [weights, moved],
  );
  const shown = useMemo(
    () => (index === null ? null : weightTree(index, relative, excluded)),
    [index, relative, excluded],
  );
  const reference = inBaseline ? weights : baselineWeights;
  const ghost = useMemo(
    () => (index === null ? null : weightTree(index, reference, excluded)),
    [index, reference, excluded],
  );
  return resolved === null || shown === null || ghost === null ? null : { relative, shown, ghost };
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
