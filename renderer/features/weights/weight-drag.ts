import { create } from 'zustand';
import { z } from 'zod';
import type { SiblingWeights } from '../../../shared/contract/scenario-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { NodeCode, type ScenarioId } from '../../../shared/model/ids.ts';
import type { NodeShare } from '../../../shared/model/weight-analysis.ts';
import {
  rememberZeros,
  type SiblingWeight,
  startWeightDrag,
  transferWeight,
  type WeightDrag,
} from '../../../shared/weights/rebalance.ts';
import { keepMemory, useLayout } from '../../stores/layout-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { awaitPreview, endPreview, previewScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { storesFollowed } from '../../stores/synchronise.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';

/** A change of one node's weight that is shown but not written yet. */
export interface PendingDrag {
  readonly scenario: ScenarioId;
  readonly node: NodeCode;
  readonly parent: NodeCode;
  readonly rule: WeightDrag;
  /** Scored siblings when the drag began. */
  readonly start: readonly SiblingWeight[];
  /** Siblings that are left out of the scoring; they keep their weight. */
  readonly leftOut: readonly SiblingWeight[];
  readonly current: readonly SiblingWeight[];
  /** Those that have moved since it began, also if they are back by now. */
  readonly moved: ReadonlySet<NodeCode>;
  /** The sibling that alone gives and takes now; null: all unlocked ones share. */
  readonly giver: NodeCode | null;
  readonly committing: boolean;
}

interface WeightDragState {
  drag: PendingDrag | null;
  /** The last change that was refused, shown at its node. */
  refused: { readonly node: NodeCode; readonly error: unknown } | null;
}

export const useWeightDrag = create<WeightDragState>(() => ({ drag: null, refused: null }));

export const LOCKS = 'weights.locked';
export const ZEROS = 'weights.zeros';
export const GIVERS = 'weights.givers';
export const NodeList = z.array(NodeCode);
const RememberedZeros = z.array(z.tuple([NodeCode, z.number()]));

/** Nodes that the analyst has locked; kept with the layout. */
function lockedNodes(): ReadonlySet<NodeCode> {
  return rememberedNodes(LOCKS);
}

function rememberedNodes(name: string): ReadonlySet<NodeCode> {
  const parsed = NodeList.safeParse(useLayout.getState().memories[name]);
  return new Set(parsed.success ? parsed.data : []);
}

export function toggleLock(node: NodeCode): void {
  const locked = new Set(lockedNodes());
  if (!locked.delete(node)) locked.add(node);
  keepMemory(LOCKS, [...locked]);
}

/**
 * Marks the sibling from which the others of its group take what they gain, and to which they give what they lose: one
 * in a group at most.
 */
export function toggleGiver(node: NodeCode): void {
  const { index } = useWorkbook.getState();
  const parentOf = (code: NodeCode) => index?.byCode.get(code)?.parent;
  const before = rememberedNodes(GIVERS);
  const others = [...before].filter((each) => parentOf(each) !== parentOf(node));
  keepMemory(GIVERS, before.has(node) ? others : [...others, node]);
}

/**
 * Who alone gives and takes when a node moves: the marked sibling, or with the modifier the next one that is not locked.
 */
function giverFor(drag: PendingDrag, withModifier: boolean): NodeCode | null {
  const locked = lockedNodes();
  const free = drag.start.map(({ node }) => node).filter((node) => !locked.has(node));
  const marked = rememberedNodes(GIVERS);
  const giver = free.find((node) => node !== drag.node && marked.has(node));
  if (giver !== undefined || !withModifier) return giver ?? null;
  const at = free.indexOf(drag.node);
  return free[at + 1] ?? free[at - 1] ?? null;
}

/** What the stability of the weights on screen depends on beside the workbook. */
export function stabilityState(): {
  readonly locked: NodeCode[];
  readonly remembered: NodeShare[];
  readonly givers: NodeCode[];
  readonly siblings?: SiblingWeights[];
} {
  const { drag } = useWeightDrag.getState();
  const isMoved = drag !== null && !sameWeights(drag.current, drag.start);
  const zeros = isMoved
    ? rememberZeros(rememberedZeros(), drag.node, drag.start, drag.current)
    : rememberedZeros();
  const { index } = useWorkbook.getState();
  const { weights } = useScenarios.getState();
  const totalAround = (node: NodeCode) => {
    const parent = index?.byCode.get(node)?.parent;
    const siblings = parent === null || parent === undefined ? [] : index?.children.get(parent);
    return (siblings ?? []).reduce((sum, { code }) => sum + (weights.get(code) ?? 0), 0);
  };
  return {
    locked: [...lockedNodes()],
    givers: [...rememberedNodes(GIVERS)],
    remembered: [...zeros].flatMap(([node, weight]) => {
      const total = totalAround(node);
      return total > 0 ? [{ node, share: weight / total }] : [];
    }),
    ...(isMoved ? { siblings: [siblingWeights(drag)] } : {}),
  };
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
      moved: new Set(),
      giver: null,
      committing: false,
    },
  });
  awaitPreview();
  return true;
}

/**
 * Moves the node to a share 0..1 of its parent, with everything computed from the start of the drag.
 *
 * @param withModifier take from the next sibling alone, also where none is marked
 */
export function dragTo(share: number, withModifier = false): void {
  const { drag } = useWeightDrag.getState();
  if (drag === null || drag.committing) return;
  const giver = giverFor(drag, withModifier);
  const target = share * totalOf(drag.start);
  const current =
    giver === null
      ? drag.rule.moveTo(target)
      : transferWeight(drag.start, drag.node, giver, target);
  if (giver === drag.giver && sameWeights(current, drag.current)) return;
  useWeightDrag.setState({ drag: { ...drag, current, giver, moved: alsoMoved(drag, current) } });
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

/** The same set while no other node joins it. */
function alsoMoved(
  { start, moved }: PendingDrag,
  current: readonly SiblingWeight[],
): ReadonlySet<NodeCode> {
  const others = current.filter(
    ({ node, weight }, at) => weight !== start[at]?.weight && !moved.has(node),
  );
  return others.length === 0 ? moved : new Set([...moved, ...others.map(({ node }) => node)]);
}

function totalOf(siblings: readonly SiblingWeight[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}

function sameWeights(a: readonly SiblingWeight[], b: readonly SiblingWeight[]): boolean {
  return a.every(({ weight }, at) => weight === b[at]?.weight);
}
