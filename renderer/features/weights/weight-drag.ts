import { create } from 'zustand';
import { z } from 'zod';
import type { SiblingWeights } from '../../../shared/contract/scenario-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { NodeCode, type ScenarioId } from '../../../shared/model/ids.ts';
import {
  rememberZeros,
  type SiblingWeight,
  startWeightDrag,
  type WeightDrag,
} from '../../../shared/weights/rebalance.ts';
import { keepMemory, useLayout } from '../../stores/layout-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { endPreview, previewScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { storesFollowed } from '../../stores/synchronise.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';

/** A change of one node's weight that is shown but not written yet. */
interface PendingDrag {
  readonly scenario: ScenarioId;
  readonly node: NodeCode;
  readonly parent: NodeCode;
  readonly rule: WeightDrag;
  /** Scored siblings when the drag began. */
  readonly start: readonly SiblingWeight[];
  /** Siblings that are left out of the scoring; they keep their weight. */
  readonly leftOut: readonly SiblingWeight[];
  readonly current: readonly SiblingWeight[];
  readonly committing: boolean;
}

interface WeightDragState {
  drag: PendingDrag | null;
  /** The last change that was refused, shown at its node. */
  refused: { readonly node: NodeCode; readonly error: unknown } | null;
}

export const useWeightDrag = create<WeightDragState>(() => ({ drag: null, refused: null }));

const LOCKS = 'weights.locked';
const ZEROS = 'weights.zeros';
export const LockedNodes = z.array(NodeCode);
const RememberedZeros = z.array(z.tuple([NodeCode, z.number()]));

/** Nodes that the analyst has locked; kept with the layout. */
function lockedNodes(): ReadonlySet<NodeCode> {
  const parsed = LockedNodes.safeParse(useLayout.getState().memories[LOCKS]);
  return new Set(parsed.success ? parsed.data : []);
}

export function toggleLock(node: NodeCode): void {
  const locked = new Set(lockedNodes());
  if (!locked.delete(node)) locked.add(node);
  keepMemory(LOCKS, [...locked]);
}

function rememberedZeros(): ReadonlyMap<NodeCode, number> {
  const parsed = RememberedZeros.safeParse(useLayout.getState().memories[ZEROS]);
  return new Map(parsed.success ? parsed.data : []);
}

/** The drag rule for a node as things stand now: how far it can go, and why not. null: no such node. */
export function weightRule(
  node: NodeCode,
  weights: ReadonlyMap<NodeCode, number>,
  locked: ReadonlySet<NodeCode>,
): Pick<PendingDrag, 'parent' | 'rule' | 'start' | 'leftOut'> | null {
  const index = useWorkbook.getState().index;
  const parent = index?.byCode.get(node)?.parent;
  if (index === null || parent === null || parent === undefined) return null;
  const excluded = new Set(useScenarios.getState().resolved?.excludedNodes);
  const siblings = (index.children.get(parent) ?? []).map(({ code }) => ({
    node: code,
    weight: weights.get(code) ?? 0,
  }));
  const start = siblings.filter((sibling) => !excluded.has(sibling.node));
  if (!start.some((sibling) => sibling.node === node)) return null;
  return {
    parent,
    start,
    leftOut: siblings.filter((sibling) => excluded.has(sibling.node)),
    rule: startWeightDrag(start, node, locked, rememberedZeros()),
  };
}

/** Begins to move a node's weight; false when it cannot be moved now. */
export function beginDrag(node: NodeCode): boolean {
  const { drag } = useWeightDrag.getState();
  if (drag !== null) return drag.node === node && !drag.committing;
  const rule = weightRule(node, useScenarios.getState().weights, lockedNodes());
  if (rule === null || rule.rule.disabled !== null) return false;
  useWeightDrag.setState({
    refused: null,
    drag: {
      ...rule,
      scenario: useSelection.getState().scenario,
      node,
      current: rule.start,
      committing: false,
    },
  });
  return true;
}

/** Moves the node to a share 0..1 of its parent, with everything computed from the start of the drag. */
export function dragTo(share: number): void {
  const { drag } = useWeightDrag.getState();
  if (drag === null || drag.committing) return;
  const current = drag.rule.moveTo(share * totalOf(drag.start));
  if (sameWeights(current, drag.current)) return;
  useWeightDrag.setState({ drag: { ...drag, current } });
  previewScores([siblingWeights({ ...drag, current })]);
}

/** Takes the change back; nothing was written. */
export function cancelDrag(): void {
  const { drag } = useWeightDrag.getState();
  if (drag === null || drag.committing) return;
  useWeightDrag.setState({ drag: null });
  endPreview();
}

/** Writes the change as one act. Until the stores have followed, what was dragged stays on screen. */
export async function commitDrag(): Promise<void> {
  const { drag } = useWeightDrag.getState();
  if (drag === null || drag.committing) return;
  if (drag.current === drag.start || sameWeights(drag.current, drag.start)) return cancelDrag();
  useWeightDrag.setState({ drag: { ...drag, committing: true } });
  try {
    await changeWorkbook('scenarios.setWeights', {
      scenario: drag.scenario,
      siblings: [siblingWeights(drag)],
    });
    const zeros = rememberZeros(rememberedZeros(), drag.node, drag.start, drag.current);
    keepMemory(ZEROS, [...zeros]);
    await storesFollowed();
  } catch (error) {
    useWeightDrag.setState({ refused: { node: drag.node, error } });
  } finally {
    useWeightDrag.setState({ drag: null });
    endPreview();
  }
}

/** Gives all children of a parent their baseline weights again, as one act. */
export async function restoreSiblings(parent: NodeCode): Promise<void> {
  const { index } = useWorkbook.getState();
  const { baselineWeights, weights } = useScenarios.getState();
  const children = index?.children.get(parent) ?? [];
  const before = children.map(({ code }) => ({ node: code, weight: weights.get(code) ?? 0 }));
  const then = children.map(({ code }) => ({ node: code, weight: baselineWeights.get(code) ?? 0 }));
  // Weights are relative; the host wants the sum to stay what it is.
  const scale = totalOf(before) / totalOf(then);
  const siblings = {
    parent,
    weights:
      scale === 1 ? then : then.map(({ node, weight }) => ({ node, weight: weight * scale })),
  };
  await changeWorkbook('scenarios.setWeights', {
    scenario: useSelection.getState().scenario,
    siblings: [siblings],
  });
}

export function dismissRefusal(): void {
  useWeightDrag.setState({ refused: null });
}

// Someone else (another window, undo, another scenario) changed the weights under the drag: its start is no longer true.
useScenarios.subscribe((state, before) => {
  const { drag } = useWeightDrag.getState();
  if (state.weights === before.weights || drag === null || drag.committing) return;
  cancelDrag();
  if (drag.scenario !== useSelection.getState().scenario) return;
  const error = new AppError('E_CONFLICT', 'the weights were changed elsewhere during the drag');
  useWeightDrag.setState({ refused: { node: drag.node, error } });
});

function siblingWeights(drag: Pick<PendingDrag, 'parent' | 'current' | 'leftOut'>): SiblingWeights {
  return { parent: drag.parent, weights: [...drag.current, ...drag.leftOut] };
}

function totalOf(siblings: readonly SiblingWeight[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}

function sameWeights(a: readonly SiblingWeight[], b: readonly SiblingWeight[]): boolean {
  return a.every(({ weight }, at) => weight === b[at]?.weight);
}
