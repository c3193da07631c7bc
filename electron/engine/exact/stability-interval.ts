import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import {
  type SiblingWeight,
  startWeightDrag,
  type WeightDrag,
} from '../../../shared/weights/rebalance.ts';
import { MovedScores } from './moved-scores.ts';
import { siblingForms } from './sibling-forms.ts';
import type { WeightModel } from './weight-model.ts';

/**
 * Weight-stability intervals: how far the weight of a node can be moved by the slider rule before a statement about the
 * ranking stops to hold. Source: Mareschal 1988, Weight stability intervals in multicriteria decision aid. The slider
 * rule makes every score a ratio of linear functions of the moved share (`siblingForms`), so a crossing is a root of a
 * quadratic: exact, no sampling.
 */

/** What must stay true. Unit numbers. */
export type StabilityQuestion =
  /** All ranks, ties included. */
  | { readonly kind: 'order' }
  /** Which units have rank ≤ count. */
  | { readonly kind: 'top'; readonly count: number }
  /** Who of two units is ahead. */
  | { readonly kind: 'pair'; readonly units: readonly [number, number] };

/** What happens at a bound. Unit numbers. */
export type StabilityEvent =
  /** `ahead` draws level with `behind` and passes it, or leaves a tie with it. */
  | { readonly kind: 'swap'; readonly ahead: number; readonly behind: number }
  /** The unit falls below the least coverage, or reaches it. */
  | { readonly kind: 'coverage'; readonly unit: number }
  /** Everything that the unit has below the parent weighs 0 at exactly this share: its score jumps, or ends. */
  | { readonly kind: 'no-weight-left'; readonly unit: number };

export interface StabilityBound {
  /** Share among the siblings, 0..1. */
  readonly share: number;
  /** null: the end of the slider; the statement holds there too. */
  readonly event: StabilityEvent | null;
}

export interface StabilityInterval {
  /** Node number. */
  readonly node: number;
  /** Where it stands, and the furthest it can go; the least is 0. */
  readonly share: number;
  readonly most: number;
  /**
   * null: `low` and `high` bound the interval. Else why there is none: the handle cannot move, or an aggregation at the
   * parent or above is not a mean for which the crossings are known in closed form.
   */
  readonly fixed: 'locked' | 'others-locked' | 'only-child' | 'aggregation' | null;
  readonly low: StabilityBound;
  readonly high: StabilityBound;
}

export interface StabilitySettings {
  readonly question: StabilityQuestion;
  readonly locked: ReadonlySet<NodeCode>;
  /** See `rememberZeros`. */
  readonly remembered: ReadonlyMap<NodeCode, number>;
  /** Siblings that alone give and take when another one of their group moves (`transferWeight`); none: all share. */
  readonly givers?: ReadonlySet<NodeCode>;
}

/** Nodes whose children are asked about; null: all. */
type AskedParents = ReadonlySet<NodeCode> | null;

/** Shares that differ by less are the same but for rounding. */
const SAME_SHARE = 1e-12;

/**
 * Intervals of every node but the index, in the order of the nodes. Only ranked units count, but a unit whose coverage
 * passes the limit while the weight moves changes the ranking and ends the interval.
 *
 * For the order only neighbours need testing: scores are continuous in the share, so the first change is between two.
 * @throws AppError `E_INPUT` when a unit of the pair is not ranked, or `count` is below 1.
 */
export function stabilityIntervals(
  model: WeightModel,
  settings: StabilitySettings,
): StabilityInterval[] {
  const intervals: StabilityInterval[] = Array.from({ length: model.tree.nodeCount - 1 });
  for (const group of stabilityIntervalsByParent(model, settings)) {
    for (const interval of group) intervals[interval.node - 1] = interval;
  }
  return intervals;
}

/** The same, the children of one parent after the other: the caller may do something else in between. */
export function* stabilityIntervalsByParent(
  model: WeightModel,
  settings: StabilitySettings,
  parents: AskedParents = null,
): Generator<readonly StabilityInterval[]> {
  checkQuestion(model, settings.question);
  const { tree } = model;
  for (let parent = 0; parent < tree.nodeCount; parent++) {
    const [start, end] = [tree.childStart[parent], tree.childStart[parent + 1]];
    const isAsked = parents === null || parents.has(tree.codes[parent]!);
    if (start === end || !isAsked) continue;
    const forms = siblingForms(model, parent);
    const moves = forms === null ? null : new MovedScores(model, forms);
    yield Array.from({ length: end - start }, (_, child) =>
      intervalOf(model, moves, parent, start + child, settings),
    );
  }
}

function checkQuestion(model: WeightModel, question: StabilityQuestion): void {
  if (question.kind === 'top' && !(question.count >= 1)) {
    throw new AppError('E_INPUT', `The top must have at least 1 unit, found ${question.count}`, {
      reason: 'top-count',
      expected: '≥ 1',
      found: String(question.count),
    });
  }
  if (question.kind !== 'pair') return;
  for (const unit of question.units) {
    if (model.ranked[unit] !== 1) {
      throw new AppError('E_INPUT', `"${model.units[unit]}" is not ranked`, {
        reason: 'unit-not-ranked',
        unit: model.units[unit] ?? String(unit),
      });
    }
  }
}

const NO_GIVERS: ReadonlySet<NodeCode> = new Set();

/** Taking from one sibling is the slider rule with all others locked. */
function heldStill(
  siblings: readonly SiblingWeight[],
  moved: NodeCode,
  locked: ReadonlySet<NodeCode>,
  givers: ReadonlySet<NodeCode>,
): ReadonlySet<NodeCode> {
  const giver = siblings.find(
    ({ node }) => node !== moved && givers.has(node) && !locked.has(node),
  )?.node;
  if (giver === undefined || locked.has(moved)) return locked;
  return new Set(siblings.flatMap(({ node }) => (node === moved || node === giver ? [] : [node])));
}

/** `at`: place of the node in the tree's list of children. */
function intervalOf(
  model: WeightModel,
  moves: MovedScores | null,
  parent: number,
  at: number,
  { question, locked, remembered, givers = NO_GIVERS }: StabilitySettings,
): StabilityInterval {
  const { tree, local } = model;
  const children = tree.children.subarray(tree.childStart[parent], tree.childStart[parent + 1]);
  const node = tree.children[at];
  const share = local[node];
  const siblings = Array.from(children, (child): SiblingWeight => ({
    node: tree.codes[child]!,
    weight: local[child],
  }));
  const drag = startWeightDrag(
    siblings,
    tree.codes[node]!,
    heldStill(siblings, tree.codes[node]!, locked, givers),
    remembered,
  );
  const fixed = drag.disabled ?? (moves === null ? 'aggregation' : null);
  if (fixed !== null || moves === null) {
    const here: StabilityBound = { share, event: null };
    return { node, share, most: drag.most, fixed, low: here, high: here };
  }
  const path = pathOf(drag, siblings, share);
  moves.setPath(path.shares, path.slopes);
  return {
    node,
    share,
    most: drag.most,
    fixed: null,
    low: boundTowards(model, moves, question, -1, share, share),
    high: boundTowards(model, moves, question, 1, share, drag.most - share),
  };
}

/**
 * Shares of all siblings as linear functions of the moved one, taken between two places away from the start: the rule
 * may bring remembered siblings back from zero as soon as the handle moves.
 */
function pathOf(drag: WeightDrag, siblings: readonly SiblingWeight[], start: number) {
  const near = drag.most / 3;
  const one = drag.moveTo(near === start ? drag.most : near);
  const other = drag.moveTo(2 * near === start ? 0 : 2 * near);
  const from = near === start ? drag.most : near;
  const to = 2 * near === start ? 0 : 2 * near;
  const shares = new Float64Array(siblings.length);
  const slopes = new Float64Array(siblings.length);
  siblings.forEach(({ weight }, index) => {
    slopes[index] = (other[index]!.weight - one[index]!.weight) / (to - from);
    const reached = one[index]!.weight + slopes[index] * (start - from);
    shares[index] = Math.abs(reached - weight) < SAME_SHARE ? weight : reached;
  });
  return { shares, slopes };
}

function boundTowards(
  model: WeightModel,
  moves: MovedScores,
  question: StabilityQuestion,
  side: 1 | -1,
  start: number,
  reach: number,
): StabilityBound {
  const first = new FirstEvent();
  if (reach <= 0) return { share: start, event: null };
  moves.setDirection(side, reach);
  switch (question.kind) {
    case 'order':
      testOrder(model, moves, first);
      break;
    case 'top':
      testTop(model, moves, first, question.count);
      break;
    case 'pair':
      testPair(model, moves, first, question.units);
      break;
  }
  const distance = Math.min(first.distance, reach);
  return { share: start + side * distance, event: first.event };
}

/** Keeps the earliest of the events offered, the first of equal ones. */
class FirstEvent {
  distance = Infinity;
  event: StabilityEvent | null = null;

  offer(distance: number, event: StabilityEvent): void {
    if (distance >= this.distance) return;
    this.distance = distance;
    this.event = event;
  }
}

// A unit that has lost its weight has no score to cross with: so what ends a score is offered before what crosses it.

function testOrder(model: WeightModel, moves: MovedScores, first: FirstEvent): void {
  const { order, ranked, unitCount } = model;
  if (moves.hasGaps || model.leastCoverage > 0) {
    for (let unit = 0; unit < unitCount; unit++) {
      if (ranked[unit] === 1) offerLeaving(moves, first, unit);
      else first.offer(moves.coverageReached(unit), { kind: 'coverage', unit });
    }
  }
  for (let place = 0; place + 1 < order.length; place++) {
    offerCrossing(moves, first, order[place], order[place + 1]);
  }
}

function testPair(
  model: WeightModel,
  moves: MovedScores,
  first: FirstEvent,
  [one, other]: readonly [number, number],
): void {
  const [above, below] = model.score[one] >= model.score[other] ? [one, other] : [other, one];
  offerLeaving(moves, first, one);
  offerLeaving(moves, first, other);
  offerCrossing(moves, first, above, below);
}

/**
 * The set of units with rank ≤ count changes when one outside draws level with one inside, when units
 * that tie at its border part, or when coverage takes a member out or lets a unit in.
 */
function testTop(model: WeightModel, moves: MovedScores, first: FirstEvent, count: number): void {
  const { order, ranked, unitCount, score, tolerance } = model;
  let members = Math.min(count, order.length);
  const border = order[members - 1];
  while (members < order.length && score[border] - score[order[members]] <= tolerance) members++;
  for (let place = 0; place < members; place++) offerLeaving(moves, first, order[place]);
  if (members > count) testBorder(model, moves, first, count, order.subarray(0, members));
  for (let place = members; place < order.length; place++) {
    const outside = order[place];
    const leaves = moves.coverageLost(outside);
    const lost = moves.weightLost(outside);
    const jumps = lost === 0;
    // At the very end a unit may be left with the scores it has elsewhere: it may jump into the top.
    if (!jumps) first.offer(lost, { kind: 'no-weight-left', unit: outside });
    for (let inside = 0; inside < members; inside++) {
      const behind = order[inside];
      if (!jumps && !moves.mayCross(behind, outside, first.distance)) continue;
      const distance = jumps
        ? moves.crossingAfter(behind, outside, 0)
        : moves.crossing(behind, outside).distance;
      if (distance <= leaves) first.offer(distance, { kind: 'swap', ahead: outside, behind });
    }
  }
  for (let unit = 0; unit < unitCount; unit++) {
    if (ranked[unit] === 1) continue;
    const enters = moves.coverageReached(unit);
    if (enters === Infinity) continue;
    if (members < count) first.offer(enters, { kind: 'coverage', unit });
    for (let inside = 0; inside < members; inside++) {
      const behind = order[inside];
      const level = moves.crossingAfter(behind, unit, enters);
      first.offer(
        level,
        level === enters ? { kind: 'coverage', unit } : { kind: 'swap', ahead: unit, behind },
      );
    }
  }
}

/**
 * More units than count are in the top because they tie at its border. One leaves it when as many as count stand
 * strictly above it: the units above it now, and those that overtake it on the way.
 */
function testBorder(
  { score, tolerance }: WeightModel,
  moves: MovedScores,
  first: FirstEvent,
  count: number,
  members: Int32Array,
): void {
  for (const behind of members) {
    const overtaking = Array.from(members)
      .filter((ahead) => ahead !== behind && score[ahead] - score[behind] <= tolerance)
      .map((ahead) => ({ ahead, distance: moves.overtaking(ahead, behind) }))
      .sort((one, other) => one.distance - other.distance);
    const above = members.length - 1 - overtaking.length;
    const last = overtaking[count - above - 1];
    if (last !== undefined) first.offer(last.distance, { kind: 'swap', ahead: last.ahead, behind });
  }
}

function offerCrossing(moves: MovedScores, first: FirstEvent, above: number, below: number): void {
  if (!moves.mayCross(above, below, first.distance)) return;
  const { distance, ahead, behind } = moves.crossing(above, below);
  first.offer(distance, { kind: 'swap', ahead, behind });
}

function offerLeaving(moves: MovedScores, first: FirstEvent, unit: number): void {
  first.offer(moves.coverageLost(unit), { kind: 'coverage', unit });
  first.offer(moves.weightLost(unit), { kind: 'no-weight-left', unit });
}
