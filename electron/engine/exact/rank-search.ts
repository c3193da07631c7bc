import { leastOverSimplexBox } from './box-extremes.ts';
import { type Intervals, splitIntervals } from './intervals.ts';
import { DualSimplex, type LinearRow, type LinearStatus } from './linear-program.ts';
import type { RankProblem } from './rank-problem.ts';

/**
 * The fewest rivals that can be ahead of one unit over a region of weights: branch and bound over linear programs.
 * Source: mixed-integer formulations of extreme ranks, Kadziński, Greco & Słowiński 2012; Lorenz et al. 2016.
 *
 * The relaxation gives every rival an amount y ∈ 0..1 by which it may break the row that keeps it behind, scaled so that
 * y = 1 frees it, and minimises Σ y: its optimum, rounded up, is a bound. Branches decide a rival, or, where gaps make
 * scores ratios of linear functions, narrow the interval of a quantity that the rows are relaxed in (`RankProblem`).
 */

/** What weights really give: which rivals are ahead, and the values of the quantities. */
export interface Attained {
  readonly ahead: number;
  /** By the order of the problem's rivals. */
  readonly isAhead: Uint8Array;
  readonly quantities: Float64Array;
}

/** An amount y closer to 0 or 1 is that, but for rounding. */
const WHOLE = 1e-6;
/** The optimum of a relaxation is known this well (see the perturbation of the dual simplex method). */
const ROUNDING = 1e-4;
/** Intervals narrower than this part of the first one are not split further. */
const NARROWEST = 1e-6;
/** Of one linear program; a healthy one takes a few hundred. */
const MOST_PIVOTS = 5000;
/** What setting up a program costs, in passes over its tableau. */
const SET_UP = 20;
/** Linear programs with the quantities held where the last weights put them, to find attainable weights soon. */
const GUESSES = 4;

/** A part of the search; its own relaxation is not yet solved. */
interface Branch {
  readonly intervals: Intervals;
  /** Decided rivals. */
  readonly decisions: readonly Decision[];
  /** The parent's relaxation, where this branch differs from it by its last decision only. */
  readonly parent: Relaxation | null;
  readonly bound: number;
}

interface Decision {
  readonly rival: number;
  readonly ahead: boolean;
}

/**
 * @param attain evaluates weights for real, and keeps what they attain
 * @param fewest known to be attainable; only fewer is searched for
 * @param mostWork budget in multiply-adds: the same result on every machine
 * @returns a number of rivals ahead that no weights of the region get below
 */
export function fewestAhead(
  problem: RankProblem,
  attain: (weights: Float64Array) => Attained,
  fewest: number,
  mostWork: number,
): number {
  let attained = fewest;
  let unresolved = Infinity;
  let work = 0;
  const open: Branch[] = [{ intervals: problem.whole, decisions: [], parent: null, bound: 0 }];
  for (let solved = 0; open.length > 0 && work <= mostWork; solved++) {
    const branch = takeLowest(open);
    if (branch.bound >= attained) break;
    const relaxation = relaxationOf(problem, branch);
    const status = relaxation.solve();
    work += relaxation.work;
    if (status === 'infeasible') continue;
    if (status === 'unfinished') {
      unresolved = Math.min(unresolved, branch.bound);
      continue;
    }
    const bound = Math.max(branch.bound, relaxation.bound());
    if (bound >= attained) continue;
    const weights = relaxation.weights();
    const real = attain(weights);
    attained = Math.min(attained, real.ahead);
    const rival = relaxation.undecided();
    if (problem.isNonlinear && bound < attained && (rival < 0 || solved === 0)) {
      const guessed = guess(problem, attain, real, relaxation.decisions());
      attained = Math.min(attained, guessed.ahead);
      work += guessed.work;
    }
    if (bound >= attained) continue;

    const loose = loosest(problem, branch, relaxation, weights, real);
    if (rival >= 0 && loose.slack <= problem.coarse) {
      for (const ahead of [true, false]) {
        const decisions = [...branch.decisions, { rival, ahead }];
        open.push({ intervals: branch.intervals, decisions, parent: relaxation, bound });
      }
    } else if (loose.quantity >= 0) {
      const value = real.quantities[loose.quantity];
      for (const intervals of splitIntervals(branch.intervals, loose.quantity, value)) {
        open.push({ intervals, decisions: branch.decisions, parent: null, bound });
      }
    } else {
      unresolved = Math.min(unresolved, bound);
    }
  }
  const left = open.reduce((least, branch) => Math.min(least, branch.bound), unresolved);
  return Math.min(attained, left);
}

/**
 * Attainable weights by successive linearisation: each program holds the quantities where the last weights put them, and
 * the decided rivals where they are. The best weights let rivals tie exactly, which no narrowing of intervals hits.
 */
function guess(
  problem: RankProblem,
  attain: (weights: Float64Array) => Attained,
  start: Attained,
  decisions: readonly Decision[],
): { ahead: number; work: number } {
  let last = start;
  let ahead = start.ahead;
  let work = 0;
  for (let turn = 0; turn < GUESSES && ahead > 0; turn++) {
    const intervals = { low: last.quantities, high: last.quantities };
    const relaxation = Relaxation.of(problem, intervals, decisions, []);
    const status = relaxation.solve();
    work += relaxation.work;
    if (status !== 'optimal') break;
    last = attain(relaxation.weights());
    ahead = Math.min(ahead, last.ahead);
  }
  return { ahead, work };
}

function takeLowest(open: Branch[]): Branch {
  let lowest = open.length - 1;
  // Of equal bounds the last one in: depth first finds attainable weights soon.
  for (let index = open.length - 2; index >= 0; index--) {
    if (open[index]!.bound < open[lowest]!.bound) lowest = index;
  }
  return open.splice(lowest, 1)[0]!;
}

/** The loosest quantity in the rows of the rivals that the relaxation keeps behind although they are ahead. */
function loosest(
  problem: RankProblem,
  { intervals }: Branch,
  relaxation: Relaxation,
  weights: Float64Array,
  real: Attained,
): { quantity: number; slack: number } {
  let most = { quantity: -1, slack: 0 };
  if (!problem.isNonlinear) return most;
  problem.rivals.forEach((rival, index) => {
    if (real.isAhead[index] === 0 || relaxation.amount(rival) > WHOLE) return;
    const loose = problem.loosest(rival, weights, intervals, NARROWEST);
    if (loose.slack > most.slack) most = loose;
  });
  return most;
}

function relaxationOf(problem: RankProblem, branch: Branch): Relaxation {
  const { intervals, decisions, parent } = branch;
  const last = decisions.at(-1);
  if (parent !== null && last !== undefined) return parent.decided(last);
  return Relaxation.of(problem, intervals, decisions, problem.intervalRows(intervals));
}

/** The linear program of a branch. */
class Relaxation {
  private readonly size: number;
  /** Rivals with an amount y, in the order of their variables after the weights. */
  private readonly rivals: readonly number[];
  /** Rivals that are ahead all over the branch. */
  private readonly alwaysAhead: ReadonlySet<number>;
  /** A rival held behind is ahead all over the branch. */
  private readonly isImpossible: boolean;
  private readonly simplex: DualSimplex;
  private readonly pivotsBefore: number;
  private readonly isCopy: boolean;

  private constructor(
    size: number,
    rivals: readonly number[],
    alwaysAhead: ReadonlySet<number>,
    isImpossible: boolean,
    simplex: DualSimplex,
    isCopy: boolean,
  ) {
    this.isCopy = isCopy;
    this.size = size;
    this.rivals = rivals;
    this.alwaysAhead = alwaysAhead;
    this.isImpossible = isImpossible;
    this.simplex = simplex;
    this.pivotsBefore = simplex.pivots;
  }

  static of(
    problem: RankProblem,
    intervals: Intervals,
    decisions: readonly Decision[],
    intervalRows: readonly LinearRow[],
  ): Relaxation {
    const { size, lower, upper, rows } = problem.region;
    const rivals: number[] = [];
    const rivalRows: LinearRow[] = [];
    const alwaysAhead = new Set<number>();
    for (const rival of problem.rivals) {
      const { coefficients, limit } = problem.rivalRow(rival, intervals);
      const opposite = coefficients.map((each) => -each);
      const room = -leastOverSimplexBox(opposite, lower, upper) - limit;
      if (room <= WHOLE * WHOLE * largest(coefficients)) continue;
      if (leastOverSimplexBox(coefficients, lower, upper) > limit) {
        alwaysAhead.add(rival);
        continue;
      }
      // g·v ≤ limit + room·y, divided by the room.
      rivals.push(rival);
      rivalRows.push({
        coefficients: coefficients.map((each) => each / room),
        lower: -Infinity,
        upper: limit / room,
      });
    }
    const columns = size + rivals.length;
    const wide = (row: LinearRow, own: number): LinearRow => {
      const coefficients = new Float64Array(columns);
      coefficients.set(row.coefficients);
      if (own >= 0) coefficients[size + own] = -1;
      return { ...row, coefficients };
    };
    const lowerBounds = new Float64Array(columns);
    const upperBounds = new Float64Array(columns).fill(1);
    lowerBounds.set(lower);
    upperBounds.set(upper);
    const simplex = new DualSimplex({
      cost: new Float64Array(columns).fill(1, size),
      lower: lowerBounds,
      upper: upperBounds,
      rows: [
        ...rows.map((row) => wide(row, -1)),
        ...intervalRows.map((row) => wide(scaled(row), -1)),
        ...rivalRows.map((row, index) => wide(row, index)),
      ],
    });
    let isImpossible = false;
    for (const { rival, ahead } of decisions) {
      const index = rivals.indexOf(rival);
      if (index >= 0) simplex.fix(size + index, ahead ? 1 : 0);
      else if (!ahead && alwaysAhead.has(rival)) isImpossible = true;
    }
    return new Relaxation(size, rivals, alwaysAhead, isImpossible, simplex, false);
  }

  /** A copy in which a rival is let ahead, or held behind. */
  decided({ rival, ahead }: Decision): Relaxation {
    const simplex = new DualSimplex(this.simplex);
    simplex.fix(this.size + this.rivals.indexOf(rival), ahead ? 1 : 0);
    return new Relaxation(
      this.size,
      this.rivals,
      this.alwaysAhead,
      this.isImpossible,
      simplex,
      true,
    );
  }

  solve(): LinearStatus {
    return this.isImpossible ? 'infeasible' : this.simplex.solve(MOST_PIVOTS);
  }

  /** Multiply-adds of this program alone, with its set-up; setting up the rows of the rivals costs some passes over them. */
  get work(): number {
    const { pivots, height, columns } = this.simplex;
    return (pivots - this.pivotsBefore + (this.isCopy ? 1 : SET_UP)) * height * columns;
  }

  bound(): number {
    return this.alwaysAhead.size + Math.ceil(this.simplex.objective() - ROUNDING);
  }

  weights(): Float64Array {
    return this.simplex.variables().slice(0, this.size);
  }

  /** By how much a rival breaks its row: 0 behind, 1 ahead. */
  amount(rival: number): number {
    if (this.alwaysAhead.has(rival)) return 1;
    const index = this.rivals.indexOf(rival);
    return index < 0 ? 0 : this.simplex.variable(this.size + index);
  }

  /** The rivals that are wholly behind or ahead in the solution. */
  decisions(): Decision[] {
    const variables = this.simplex.variables();
    return this.rivals.flatMap((rival, index): Decision[] => {
      const amount = variables[this.size + index];
      if (amount <= WHOLE) return [{ rival, ahead: false }];
      return amount >= 1 - WHOLE ? [{ rival, ahead: true }] : [];
    });
  }

  /** The rival that is most nearly ahead without being so: deciding it changes most. −1: all are decided. */
  undecided(): number {
    const variables = this.simplex.variables();
    let found = -1;
    let most = 0;
    this.rivals.forEach((rival, index) => {
      const amount = variables[this.size + index];
      if (amount > WHOLE && amount < 1 - WHOLE && amount > most) {
        most = amount;
        found = rival;
      }
    });
    return found;
  }
}

function scaled(row: LinearRow): LinearRow {
  const scale = largest(row.coefficients);
  return {
    coefficients: row.coefficients.map((each) => each / scale),
    lower: row.lower / scale,
    upper: row.upper / scale,
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]);
    if (size > most) most = size;
  }
  return most === 0 ? 1 : most;
}
