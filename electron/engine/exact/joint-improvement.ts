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
const HALVINGS = 52;
/** Differences of scores below this part of the largest are rounding. */
const ROUNDING = 1e-9;

/** The unit among the others when each indicator has gone a part t of the way from its value to its best. */
interface Standing {
  readonly reached: boolean;
  readonly rank: number;
  /** Score above that of the unit that holds the goal; +∞: nobody does. */
  readonly margin: number;
  readonly own: number;
  /** Scores of all units but this one. */
  readonly others: Float64Array;
  /** M: what each indicator's value is on its normalised scale, 0..1. */
  readonly places: Float64Array;
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
  const columns = all.filter(
    ({ from, best, definition }) => from !== null && from !== best && !isWhole(definition.type),
  );
  const size = columns.length;
  const standingAt = standings(request, unit, goal, columns);
  const nothing = standingAt(new Float64Array(size));
  const everything = standingAt(new Float64Array(size).fill(1));
  const rankAtAllBest = everything.rank;
  if (nothing.reached) return { together: { moves: [], effort: 0, proved: true }, rankAtAllBest };
  if (!everything.reached || size < 2) return { together: null, rankAtAllBest };

  const alone: Standing[] = [];
  let isLinear = sameOthers(nothing, everything);
  for (let at = 0; at < size; at++) {
    const whole = standingAt(unitVector(size, at, 1));
    const half = standingAt(unitVector(size, at, 0.5));
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
  const cost = alone.map(({ places }, at) =>
    Math.max(0, (places[at] ?? 0) - (nothing.places[at] ?? 0)),
  );
  const brings = alone.map(({ margin }) => Math.max(0, margin - nothing.margin));
  const order = columns
    .map((_, at) => at)
    .filter((at) => brings[at] > 0)
    .sort((a, b) => brings[b] * cost[a] - brings[a] * cost[b] || a - b);

  let need = -nothing.margin;
  let found = knapsack(order, brings, need, size);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { reached, margin } = standingAt(found);
    if (reached) break;
    // What is missing, and a little more, so that rounding does not make many turns of it.
    need += -margin * (1 + ROUNDING) + Number.EPSILON;
    found =
      turn === MOST_TURNS - 1
        ? new Float64Array(size).fill(1)
        : knapsack(order, brings, need, size);
  }
  if (!standingAt(found).reached) found = new Float64Array(size).fill(1);

  const effortOf = (parts: Float64Array) =>
    parts.reduce((sum, part, at) => sum + part * cost[at], 0);
  for (const { indicator, to } of steps) {
    const at = columns.findIndex((column) => column.indicator === indicator);
    if (at < 0 || to === null) continue;
    const single = unitVector(size, at, partOf(columns[at], to));
    if (effortOf(single) < effortOf(found) && standingAt(single).reached) found = single;
  }
  // What brings least for its gain stops first.
  for (const at of order.toReversed()) {
    if (found[at] === 0) continue;
    let short = 0;
    let enough = found[at];
    for (let turn = 0; turn < HALVINGS; turn++) {
      const middle = turn === 0 ? 0 : (short + enough) / 2;
      if (turn > 0 && (middle === short || middle === enough)) break;
      const trial = found.slice();
      trial[at] = middle;
      if (standingAt(trial).reached) enough = middle;
      else short = middle;
      if (enough === 0) break;
    }
    found[at] = enough;
  }
  return { together: improvement(columns, found, effortOf(found), isLinear), rankAtAllBest };
}

function improvement(
  columns: readonly GoalColumn[],
  parts: Float64Array,
  effort: number,
  proved: boolean,
): JointImprovement {
  const moves = columns.flatMap((column, at) => {
    const { indicator, from } = column;
    return parts[at] > 0 && from !== null
      ? [{ indicator, from, to: valueAt(column, parts[at]) }]
      : [];
  });
  return { moves, effort, proved };
}

/** Fills by the order given until `need` is met; what brings nothing stays. */
function knapsack(
  order: readonly number[],
  brings: readonly number[],
  need: number,
  size: number,
): Float64Array {
  const parts = new Float64Array(size);
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
  columns: readonly GoalColumn[],
): (parts: Float64Array) => Standing {
  return (parts) => {
    const values = request.values.slice();
    columns.forEach((column, at) => {
      values[column.at] = valueAt(column, parts[at]);
    });
    const { result, prepared } = createScorer({ ...request, values, plausible: null });
    const me = result.units.indexOf(unit);
    const rank = result.rank[me];
    const rivals = result.score
      .filter((_, other) => other !== me && result.rank[other] > 0)
      .sort()
      .toReversed();
    const { tree, columns: normalised } = prepared;
    const places = Float64Array.from(columns, ({ indicator }) => {
      const leaf = tree.leafOfNode[tree.codes.indexOf(indicator)];
      const [low, high] = [normalised.scaleLow[leaf], normalised.scaleHigh[leaf]];
      return (normalised.values[leaf * normalised.unitCount + me] - low) / (high - low);
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
function valueAt({ from, best, definition }: GoalColumn, part: number): number {
  const start = from ?? best;
  if (part === 0) return start;
  if (part === 1) return best;
  if (definition.transform === 'log10' && start > 0 && best > 0) {
    return 10 ** (Math.log10(start) + part * (Math.log10(best) - Math.log10(start)));
  }
  return start + part * (best - start);
}

function partOf({ from, best, definition }: GoalColumn, value: number): number {
  const start = from ?? best;
  const place =
    definition.transform === 'log10' && start > 0 && best > 0 ? Math.log10 : (x: number) => x;
  return Math.min(1, Math.max(0, (place(value) - place(start)) / (place(best) - place(start))));
}

function unitVector(size: number, at: number, part: number): Float64Array {
  const vector = new Float64Array(size);
  vector[at] = part;
  return vector;
}

function sameOthers(one: Standing, other: Standing): boolean {
  return one.others.every((score, at) => {
    const then = other.others[at];
    return score === then || (score !== score && then !== then) || isZero(score - then, one);
  });
}

function isZero(difference: number, { own }: Standing): boolean {
  return Math.abs(difference) <= ROUNDING * Math.max(1e-300, Math.abs(own));
}
