import type { UnitCode } from '../../../shared/model/ids.ts';
import type {
  GoalAnswer,
  GoalStep,
  JointImprovement,
} from '../../../shared/model/weight-analysis.ts';
import { createScorer, type ScoringRequest } from '../score.ts';
import { type GoalColumn, isWhole } from './goal-columns.ts';

/** Corrections of the linear program by what the whole pipeline says. */
const MOST_TURNS = 40;
/** Halvings of the part that an indicator goes: nearly to the last digits of a number. */
const HALVINGS = 51;
/** Differences of scores below this part of the largest are rounding. */
const ROUNDING = 1e-9;

/** An indicator that takes part: from a value it has towards a better one, by any amount. */
interface Mover extends GoalColumn {
  readonly from: number;
}

/** The unit among the others when each indicator has gone a part t of the way from its value to its best. */
interface Standing {
  readonly reached: boolean;
  readonly rank: number;
  /** Score above that of the unit that holds the goal; +∞: nobody does. */
  readonly margin: number;
  readonly own: number;
  /** Scores of all units but this one. */
  readonly others: Float64Array;
  /** M: what each indicator's value is on its normalised scale, 0..1; NaN where all units are alike in it. */
  readonly places: Float64Array;
}

/** M parts, each 0..1, and where they put the unit. */
type StandingAt = (parts: Float64Array) => Standing;

/** What each indicator costs and brings when it goes all the way alone. */
interface Program {
  /** M: gain on its normalised scale. */
  readonly cost: readonly number[];
  /** M: by how much the margin grows. */
  readonly brings: readonly number[];
  /** Those that bring anything, what brings most for its cost first. */
  readonly order: readonly number[];
  /** Does the score grow by the sum of what each indicator goes, and do the others keep theirs? */
  readonly isLinear: boolean;
}

/**
 * The least improvement of several indicators together: minimise Σ gain, each gain as a share of its indicator's normalised
 * scale, such that the unit reaches the rank. With weighted sums and a scale that the new values do not move, the margin is
 * linear in how far each indicator goes, and this linear program has one row: its optimum is the fractional knapsack
 * (Dantzig 1957), what brings most for its gain first. That it is linear here is checked on scores, indicator by indicator,
 * and then the answer is `proved`. Elsewhere the program is solved again with what it fell short by, every answer is
 * confirmed by the whole pipeline, and no indicator of it could stop earlier.
 *
 * Indicators without a value, and those with whole values only, do not take part: they are no matter of how far.
 */
export function jointImprovement(
  request: ScoringRequest,
  unit: UnitCode,
  goal: number,
  all: readonly GoalColumn[],
  steps: readonly GoalStep[],
): Pick<GoalAnswer, 'together' | 'rankAtAllBest'> {
  const movers = all.filter(takesPart);
  const standingAt = standings(request, unit, goal, movers);
  const nothing = standingAt(new Float64Array(movers.length));
  const everything = standingAt(wholeWay(movers.length));
  const rankAtAllBest = everything.rank;
  if (nothing.reached) return { together: { moves: [], effort: 0, proved: true }, rankAtAllBest };
  if (!everything.reached || movers.length < 2) return { together: null, rankAtAllBest };

  const program = programOf(movers.length, standingAt, nothing, everything);
  const several = cheapestThatReaches(program, standingAt, -nothing.margin);
  const fewest = orOneAlone(several, movers, steps, program, standingAt);
  const parts = stoppedEarlier(fewest, program, standingAt);
  return { together: improvement(movers, parts, program), rankAtAllBest };
}

function takesPart(column: GoalColumn): column is Mover {
  const { from, best, definition } = column;
  return from !== null && from !== best && !isWhole(definition.type);
}

/** Each indicator alone, all the way and half of it, tells what it brings and whether that is linear. */
function programOf(
  size: number,
  standingAt: StandingAt,
  nothing: Standing,
  everything: Standing,
): Program {
  const alone: Standing[] = [];
  let isLinear = sameOthers(nothing, everything);
  for (let at = 0; at < size; at++) {
    const whole = standingAt(oneWay(size, at, 1));
    const half = standingAt(oneWay(size, at, 0.5));
    isLinear &&=
      sameOthers(nothing, whole) &&
      sameOthers(nothing, half) &&
      isZero(whole.own - nothing.own - 2 * (half.own - nothing.own), nothing);
    alone.push(whole);
  }
  isLinear &&= isZero(
    alone.reduce((sum, { own }) => sum + own - nothing.own, nothing.own) - everything.own,
    nothing,
  );
  const cost = alone.map(({ places }, at) => gainOf(nothing.places[at], places[at]));
  const brings = alone.map(({ margin }) => Math.max(0, margin - nothing.margin));
  const order = Array.from(brings.keys())
    .filter((at) => brings[at] > 0)
    .sort((a, b) => brings[b] * cost[a] - brings[a] * cost[b]);
  return { cost, brings, order, isLinear };
}

/** Where all units are alike, now or with the best value, the other of the two is at the end of what scale there is. */
function gainOf(from: number, to: number): number {
  const start = from === from ? from : 0;
  const end = to === to ? to : 1;
  return Math.max(0, end - start);
}

/** The linear program, solved again with what its answer fell short by; everything all the way where that leads nowhere. */
function cheapestThatReaches(
  program: Program,
  standingAt: StandingAt,
  margin: number,
): Float64Array {
  let need = margin;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const found = knapsack(program, need);
    const standing = standingAt(found);
    if (standing.reached) return found;
    // What is missing, and a little more, so that rounding does not make many turns of it.
    need += -standing.margin * (1 + ROUNDING) + Number.EPSILON;
  }
  return wholeWay(program.cost.length);
}

/** One indicator alone, as far as its own goal seek says, where that costs less. */
function orOneAlone(
  several: Float64Array,
  movers: readonly Mover[],
  steps: readonly GoalStep[],
  program: Program,
  standingAt: StandingAt,
): Float64Array {
  let found = several;
  for (const { indicator, to } of steps) {
    const at = movers.findIndex((mover) => mover.indicator === indicator);
    if (at < 0 || to === null) continue;
    const single = oneWay(movers.length, at, partOf(movers[at], to));
    if (effortOf(program, single) < effortOf(program, found) && standingAt(single).reached) {
      found = single;
    }
  }
  return found;
}

/** Each indicator stops where the rank is just reached; what brings least for its cost stops first. */
function stoppedEarlier(
  parts: Float64Array,
  program: Program,
  standingAt: StandingAt,
): Float64Array {
  const found = parts.slice();
  for (const at of program.order.toReversed()) {
    if (found[at] === 0) continue;
    found[at] = leastPart(found[at], (part) => standingAt(found.with(at, part)).reached);
  }
  return found;
}

function leastPart(most: number, reaches: (part: number) => boolean): number {
  if (reaches(0)) return 0;
  let short = 0;
  let enough = most;
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = (short + enough) / 2;
    if (reaches(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}

function effortOf({ cost }: Program, parts: Float64Array): number {
  return parts.reduce((sum, part, at) => sum + part * cost[at], 0);
}

function improvement(
  movers: readonly Mover[],
  parts: Float64Array,
  program: Program,
): JointImprovement {
  const moves = movers.flatMap((mover, at) => {
    const { indicator, from } = mover;
    return parts[at] > 0 ? [{ indicator, from, to: valueAt(mover, parts[at]) }] : [];
  });
  return { moves, effort: effortOf(program, parts), proved: program.isLinear };
}

/** Fills by the order given until `need` is met; what brings nothing stays. */
function knapsack({ order, brings }: Program, need: number): Float64Array {
  const parts = new Float64Array(brings.length);
  let left = need;
  for (const at of order) {
    if (left <= 0) break;
    parts[at] = Math.min(1, left / brings[at]);
    left -= brings[at];
  }
  return parts;
}

function standings(
  request: ScoringRequest,
  unit: UnitCode,
  goal: number,
  movers: readonly Mover[],
): StandingAt {
  return (parts) => {
    const values = request.values.slice();
    movers.forEach((mover, at) => {
      values[mover.at] = valueAt(mover, parts[at]);
    });
    const { result, prepared } = createScorer({ ...request, values });
    const me = result.units.indexOf(unit);
    const rank = result.rank[me];
    const rivals = result.score
      .filter((_, other) => other !== me && result.rank[other] > 0)
      .sort()
      .toReversed();
    const { tree, columns } = prepared;
    const places = Float64Array.from(movers, ({ indicator }) => {
      const leaf = tree.leafOfNode[tree.codes.indexOf(indicator)];
      const [low, high] = [columns.scaleLow[leaf], columns.scaleHigh[leaf]];
      return (columns.values[leaf * columns.unitCount + me] - low) / (high - low);
    });
    return {
      reached: rank > 0 && rank <= goal,
      rank,
      margin: rivals.length < goal ? Infinity : result.score[me] - rivals[goal - 1],
      own: result.score[me],
      others: result.score.filter((_, other) => other !== me),
      places,
    };
  };
}

/** Straight on the scale on which the column is compared, so that a logarithm is no bend. */
function valueAt(mover: Mover, part: number): number {
  const { from, best } = mover;
  if (part === 0) return from;
  if (part === 1) return best;
  if (isLogarithmic(mover)) {
    return 10 ** (Math.log10(from) + part * (Math.log10(best) - Math.log10(from)));
  }
  return from + part * (best - from);
}

/** The part of the way at which a value lies. */
function partOf(mover: Mover, value: number): number {
  const { from, best } = mover;
  const place = isLogarithmic(mover) ? Math.log10 : (each: number) => each;
  return (place(value) - place(from)) / (place(best) - place(from));
}

function isLogarithmic({ from, best, definition }: Mover): boolean {
  return definition.transform === 'log10' && from > 0 && best > 0;
}

function wholeWay(size: number): Float64Array {
  return new Float64Array(size).fill(1);
}

/** One indicator goes a part of its way, the others stay. */
function oneWay(size: number, at: number, part: number): Float64Array {
  return new Float64Array(size).with(at, part);
}

function sameOthers(one: Standing, other: Standing): boolean {
  return one.others.every((score, at) => {
    const then = other.others[at];
    return (score !== score && then !== then) || isZero(score - then, one);
  });
}

function isZero(difference: number, { own }: Standing): boolean {
  return Math.abs(difference) <= ROUNDING * Math.max(1e-300, Math.abs(own));
}
