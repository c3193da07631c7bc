import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { ResolvedScenario } from '../../../shared/contract/scenario-operations.ts';
import type { SiblingWeight } from '../../../shared/weights/rebalance.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { inTurn } from '../../ui/frames.ts';
import { type PendingDrag, useWeightDrag } from './weight-drag.ts';
import { type NodeWeight, weightTree } from './weight-tree.ts';

/*
 * Weights as they are on screen: with a drag under way. They change in every frame of a drag, and to render the tree for
 * each would take half of the frame. So React renders the weights at rest, and what moves with the hand is written into its
 * elements from here.
 */

type WeightTree = ReadonlyMap<NodeCode, NodeWeight>;

/** A tree is computed once for all rows that are drawn by it. */
const treeOnScreen = keepLast(
  (
    index: FrameworkIndex,
    weights: ReadonlyMap<NodeCode, number>,
    resolved: ResolvedScenario | null,
    moved: readonly SiblingWeight[] | undefined,
  ): WeightTree => {
    const onScreen = new Map(weights);
    for (const { node, weight } of moved ?? []) onScreen.set(node, weight);
    return weightTree(index, onScreen, new Set(resolved?.excludedNodes));
  },
);

function keepLast<Input extends readonly unknown[], Output>(
  make: (...input: Input) => Output,
): (...input: Input) => Output {
  let last: { readonly input: Input; readonly output: Output } | null = null;
  return (...input) => {
    if (!last?.input.every((part, at) => part === input[at]))
      last = { input, output: make(...input) };
    return last.output;
  };
}

/** Weight of a scored node as on screen at this moment. undefined: it is not scored, or nothing is read yet. */
export function weightOnScreen(node: NodeCode): NodeWeight | undefined {
  const { index } = useWorkbook.getState();
  const { weights, resolved } = useScenarios.getState();
  if (index === null) return undefined;
  return treeOnScreen(index, weights, resolved, useWeightDrag.getState().drag?.current).get(node);
}

/** Points of a node as on screen; those of the index, which has no weight of its own, are 100. */
export function pointsOnScreen(node: NodeCode): number {
  return weightOnScreen(node)?.points ?? 100;
}

/** Writes a weight into elements, and if `isSpoken` also what a screen reader says of it. */
type WeightPainter = (weight: NodeWeight, isSpoken: boolean) => void;

/**
 * Draws a node's weight with the hand: `paint` is called after each rendering, and at each step of a drag without any. It
 * alone writes what it writes. Of a drag under way only the dragged node is spoken; the others are when it ends.
 */
export function useWeightPainter(node: NodeCode, paint: WeightPainter): void {
  const latest = useLatestPainter(node, paint);
  useEffect(() => onSteps(() => paintNow(node, latest.current)), [node, latest]);
}

/** The same for a text: those of the nodes that follow the dragged one are written in turn. */
export function useWeightText(node: NodeCode, write: (weight: NodeWeight) => void): void {
  const latest = useLatestPainter(node, write);
  useEffect(() => {
    const writeNow = () => paintNow(node, latest.current);
    let takeBack = () => undefined as void;
    const stop = onSteps((drag) => {
      if (drag !== null && drag.node !== node) {
        takeBack = inTurn(writeNow);
        return;
      }
      takeBack();
      writeNow();
    });
    return () => {
      stop();
      takeBack();
    };
  }, [node, latest]);
}

function useLatestPainter(node: NodeCode, paint: WeightPainter): RefObject<WeightPainter> {
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    paintNow(node, paint);
  });
  return latest;
}

function onSteps(step: (drag: PendingDrag | null) => void): () => void {
  return useWeightDrag.subscribe(({ drag }, before) => {
    if (drag?.current !== before.drag?.current) step(drag);
  });
}

function paintNow(node: NodeCode, paint: WeightPainter): void {
  const weight = weightOnScreen(node);
  const { drag } = useWeightDrag.getState();
  if (weight !== undefined) paint(weight, drag === null || drag.node === node);
}
