/**
 * Linear programs with bounds on every variable: minimise c·x subject to lower ≤ A x ≤ upper and bounds on x.
 *
 * Method: the dual simplex method for bounded variables (Lemke 1954; Koberstein 2005, chapter 3) on a dense tableau of
 * the nonbasic columns. Every structural variable has finite bounds, so the basis of slacks with each variable at the
 * bound its cost prefers is dual feasible: no first phase is needed. Moving a bound leaves it so, which lets a solved
 * program go on from where it is (branch and bound). Problems here have at most some hundred rows and columns.
 *
 * Ties are broken by the largest pivot and then by the lowest index, so the same program gives the same bits.
 */

/** A variable may pass its bound by this much; rows should be scaled to about 1. */
const FEASIBLE = 1e-10;
/** A reduced cost may pass 0 by this much: far less than the perturbation, or that would be lost. */
const DUAL_FEASIBLE = 1e-13;
/** Size of the perturbation of the costs. */
const PERTURBATION = 1e-7;
/** Smaller numbers are not used as pivots. */
const PIVOT = 1e-9;

export interface LinearRow {
  /** One per variable. */
  readonly coefficients: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

export interface LinearProgram {
  readonly cost: Float64Array;
  /** Finite. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly LinearRow[];
}

/** `unfinished`: the limit of pivots was reached and nothing is known. */
export type LinearStatus = 'optimal' | 'infeasible' | 'unfinished';

export type LinearSolution =
  | { readonly status: 'optimal'; readonly objective: number; readonly variables: Float64Array }
  | { readonly status: 'infeasible' | 'unfinished' };

export function solveLinearProgram(program: LinearProgram, mostPivots = 5000): LinearSolution {
  const simplex = new DualSimplex(program);
  const status = simplex.solve(mostPivots);
  if (status !== 'optimal') return { status };
  return { status, objective: simplex.objective(), variables: simplex.variables() };
}

/**
 * A small cost of its own for every column, away from 0: equal reduced costs would let the method go round in circles.
 * The optimum found is off by at most 1e-7 times the sum of the variables' sizes.
 */
function perturbation(column: number): number {
  const scattered = (column * 0.618_033_988_749_894_9) % 1;
  return (PERTURBATION / 2) * (1 + scattered);
}

/** A linear program and the basis it has reached. Variables 0 … n − 1 are structural, n + r is the value of row r. */
export class DualSimplex {
  readonly columns: number;
  readonly height: number;
  /** All pivots so far, of this program and of those it was copied from. */
  pivots = 0;
  private readonly cost: Float64Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  /** basic = tableau · nonbasic, row by row. */
  private readonly tableau: Float64Array;
  private readonly reducedCost: Float64Array;
  private readonly nonbasic: Int32Array;
  private readonly atUpper: Uint8Array;
  private readonly basic: Int32Array;
  private readonly value: Float64Array;

  constructor(start: LinearProgram | DualSimplex) {
    if (start instanceof DualSimplex) {
      this.columns = start.columns;
      this.height = start.height;
      this.pivots = start.pivots;
      this.cost = start.cost;
      this.lower = start.lower.slice();
      this.upper = start.upper.slice();
      this.tableau = start.tableau.slice();
      this.reducedCost = start.reducedCost.slice();
      this.nonbasic = start.nonbasic.slice();
      this.atUpper = start.atUpper.slice();
      this.basic = start.basic.slice();
      this.value = start.value.slice();
      return;
    }
    const { cost, rows } = start;
    this.columns = cost.length;
    this.height = rows.length;
    this.cost = cost;
    this.lower = new Float64Array(this.columns + this.height);
    this.upper = new Float64Array(this.columns + this.height);
    this.lower.set(start.lower);
    this.upper.set(start.upper);
    this.tableau = new Float64Array(this.height * this.columns);
    rows.forEach((row, index) => {
      this.lower[this.columns + index] = row.lower;
      this.upper[this.columns + index] = row.upper;
      this.tableau.set(row.coefficients, index * this.columns);
    });
    this.reducedCost = cost.map(
      (each, column) => each + perturbation(column) * (each < 0 ? -1 : 1),
    );
    this.nonbasic = Int32Array.from(cost, (_, column) => column);
    this.atUpper = Uint8Array.from(cost, (each) => (each < 0 ? 1 : 0));
    this.basic = Int32Array.from(rows, (_, row) => this.columns + row);
    this.value = Float64Array.from(rows, ({ coefficients }) =>
      coefficients.reduce((sum, each, column) => sum + each * this.boundOf(column), 0),
    );
  }

  /** Goes on from the present basis. */
  solve(mostPivots: number): LinearStatus {
    const last = this.pivots + mostPivots;
    for (;;) {
      const row = this.mostViolated();
      if (row < 0) return 'optimal';
      if (this.pivots >= last) return 'unfinished';
      const variable = this.basic[row];
      const rises = this.value[row] < this.lower[variable];
      const column = this.enteringColumn(row, rises ? 1 : -1);
      if (column < 0) return 'infeasible';
      this.exchange(row, column, rises ? this.lower[variable] : this.upper[variable], rises);
      this.pivots++;
    }
  }

  /** Holds a structural variable at one value from now on. */
  fix(variable: number, value: number): void {
    const column = this.nonbasic.indexOf(variable);
    if (column >= 0) {
      const step = value - this.boundOf(column);
      if (step !== 0) {
        for (let row = 0; row < this.height; row++) {
          this.value[row] += this.tableau[row * this.columns + column] * step;
        }
      }
    }
    this.lower[variable] = this.upper[variable] = value;
  }

  variables(): Float64Array {
    const { columns, lower, upper } = this;
    const variables = new Float64Array(columns);
    for (let column = 0; column < columns; column++) {
      if (this.nonbasic[column] < columns) variables[this.nonbasic[column]] = this.boundOf(column);
    }
    for (let row = 0; row < this.height; row++) {
      const at = this.basic[row];
      // What the tolerance let pass is put back on its bound.
      if (at < columns) variables[at] = Math.min(Math.max(this.value[row], lower[at]), upper[at]);
    }
    return variables;
  }

  variable(at: number): number {
    const row = this.basic.indexOf(at);
    if (row >= 0) return Math.min(Math.max(this.value[row], this.lower[at]), this.upper[at]);
    return this.boundOf(this.nonbasic.indexOf(at));
  }

  objective(): number {
    return this.variables().reduce((sum, each, column) => sum + this.cost[column] * each, 0);
  }

  private boundOf(column: number): number {
    const variable = this.nonbasic[column];
    return this.atUpper[column] === 1 ? this.upper[variable] : this.lower[variable];
  }

  private mostViolated(): number {
    let worst = FEASIBLE;
    let found = -1;
    for (let row = 0; row < this.height; row++) {
      const variable = this.basic[row];
      const value = this.value[row];
      const below = this.lower[variable] - value;
      const above = value - this.upper[variable];
      const violation = below > above ? below : above;
      if (violation > worst) {
        worst = violation;
        found = row;
      }
    }
    return found;
  }

  /**
   * Least ratio |reduced cost / pivot| among the columns that can move the leaving variable towards its bound; of all
   * that stay dual feasible within the tolerance the largest pivot, which is the safest (Harris 1973).
   */
  private enteringColumn(row: number, sign: 1 | -1): number {
    const { columns, tableau } = this;
    const from = row * columns;
    let least = Infinity;
    for (let column = 0; column < columns; column++) {
      const pivot = sign * tableau[from + column];
      if (!this.canEnter(column, pivot)) continue;
      const ratio = (this.distanceFromZero(column) + DUAL_FEASIBLE) / Math.abs(pivot);
      if (ratio < least) least = ratio;
    }
    let best = -1;
    let largest = 0;
    for (let column = 0; column < columns; column++) {
      const pivot = sign * tableau[from + column];
      if (!this.canEnter(column, pivot)) continue;
      const size = Math.abs(pivot);
      if (size > largest && this.distanceFromZero(column) <= least * size) {
        largest = size;
        best = column;
      }
    }
    return best;
  }

  /** Of a column's reduced cost, which is ≥ 0 at a lower and ≤ 0 at an upper bound; what rounding carried past counts as 0. */
  private distanceFromZero(column: number): number {
    const distance =
      this.atUpper[column] === 1 ? -this.reducedCost[column] : this.reducedCost[column];
    return distance > 0 ? distance : 0;
  }

  private canEnter(column: number, pivot: number): boolean {
    if (this.atUpper[column] === 1 ? pivot >= -PIVOT : pivot <= PIVOT) return false;
    const variable = this.nonbasic[column];
    return this.lower[variable] < this.upper[variable];
  }

  /** The leaving variable goes to `bound`, the entering one becomes basic in its row. */
  private exchange(row: number, column: number, bound: number, rises: boolean): void {
    const { columns, height, tableau, value, reducedCost } = this;
    const at = row * columns;
    const pivot = tableau[at + column];
    const step = (bound - value[row]) / pivot;
    const entered = this.boundOf(column) + step;
    for (let other = 0; other < height; other++) {
      value[other] += tableau[other * columns + column] * step;
    }
    value[row] = entered;

    const inverse = 1 / pivot;
    for (let each = 0; each < columns; each++) tableau[at + each] *= -inverse;
    tableau[at + column] = inverse;
    for (let other = 0; other < height; other++) {
      if (other === row) continue;
      const from = other * columns;
      const factor = tableau[from + column];
      if (factor === 0) continue;
      for (let each = 0; each < columns; each++)
        tableau[from + each] += factor * tableau[at + each];
      tableau[from + column] = factor * inverse;
    }
    const factor = reducedCost[column];
    if (factor !== 0) {
      for (let each = 0; each < columns; each++) reducedCost[each] += factor * tableau[at + each];
      reducedCost[column] = factor * inverse;
    }
    const left = this.basic[row];
    this.basic[row] = this.nonbasic[column];
    this.nonbasic[column] = left;
    this.atUpper[column] = rises ? 0 : 1;
  }
}
