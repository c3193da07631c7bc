/**
 * Linear programs with bounds on every variable: minimise c·x subject to lower ≤ A x ≤ upper and bounds on x.
 *
 * Method: the dual simplex method for bounded variables (Lemke 1954; Koberstein 2005, chapter 3) on a dense tableau of
 * the nonbasic columns. Every structural variable has finite bounds, so the basis of slacks with each variable at the
 * bound its cost prefers is dual feasible: no first phase is needed, and tightening a bound or adding no more than that
 * leaves a solved program ready to go on. Problems here have at most some hundred rows and columns.
 *
 * Ties are broken by the largest pivot and then by the lowest index, so the same program gives the same bits.
 */

/** A variable may pass its bound, and a reduced cost its sign, by this much; rows should be scaled to about 1. */
const FEASIBLE = 1e-10;
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

export type LinearSolution =
  | {
      readonly status: 'optimal';
      readonly objective: number;
      readonly variables: Float64Array;
      readonly pivots: number;
    }
  | { readonly status: 'infeasible'; readonly pivots: number }
  /** The limit of pivots was reached; nothing is known. */
  | { readonly status: 'unfinished'; readonly pivots: number };

export function solveLinearProgram(program: LinearProgram, mostPivots = 5000): LinearSolution {
  const { cost, rows } = program;
  const columns = cost.length;
  const height = rows.length;
  const total = columns + height;

  // Variables 0 … columns − 1 are structural, columns + r is the value of row r.
  const lower = new Float64Array(total);
  const upper = new Float64Array(total);
  lower.set(program.lower);
  upper.set(program.upper);
  for (let row = 0; row < height; row++) {
    lower[columns + row] = rows[row].lower;
    upper[columns + row] = rows[row].upper;
  }

  // basic = tableau · nonbasic, row by row.
  const tableau = new Float64Array(height * columns);
  for (let row = 0; row < height; row++) tableau.set(rows[row].coefficients, row * columns);
  const reducedCost = cost.slice();
  const nonbasic = new Int32Array(columns);
  const atUpper = new Uint8Array(columns);
  const basic = new Int32Array(height);
  const value = new Float64Array(height);
  for (let column = 0; column < columns; column++) {
    nonbasic[column] = column;
    atUpper[column] = cost[column] < 0 ? 1 : 0;
  }
  const boundOf = (column: number) =>
    atUpper[column] === 1 ? upper[nonbasic[column]] : lower[nonbasic[column]];
  for (let row = 0; row < height; row++) {
    basic[row] = columns + row;
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += tableau[row * columns + column] * boundOf(column);
    }
    value[row] = sum;
  }

  let pivots = 0;
  for (;;) {
    const leaving = mostViolated(value, basic, lower, upper);
    if (leaving < 0) break;
    if (pivots >= mostPivots) return { status: 'unfinished', pivots };
    const variable = basic[leaving];
    const rises = value[leaving] < lower[variable];
    const entering = enteringColumn(leaving, rises);
    if (entering < 0) return { status: 'infeasible', pivots };
    exchange(leaving, entering, rises ? lower[variable] : upper[variable], rises);
    pivots++;
  }

  const variables = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    if (nonbasic[column] < columns) variables[nonbasic[column]] = boundOf(column);
  }
  for (let row = 0; row < height; row++) {
    const at = basic[row];
    // What the tolerance let pass is put back on its bound.
    if (at < columns) variables[at] = Math.min(Math.max(value[row], lower[at]), upper[at]);
  }
  let objective = 0;
  for (let column = 0; column < columns; column++) objective += cost[column] * variables[column];
  return { status: 'optimal', objective, variables, pivots };

  /** Least ratio |reduced cost / pivot| among the columns that can move the leaving variable towards its bound. */
  function enteringColumn(row: number, rises: boolean): number {
    const sign = rises ? 1 : -1;
    const from = row * columns;
    let least = Infinity;
    for (let column = 0; column < columns; column++) {
      const pivot = sign * tableau[from + column];
      if (!isEligible(column, pivot)) continue;
      const ratio = (Math.abs(reducedCost[column]) + FEASIBLE) / Math.abs(pivot);
      if (ratio < least) least = ratio;
    }
    // Of all columns that stay dual feasible within the tolerance, the largest pivot is the safest (Harris 1973).
    let best = -1;
    let largest = 0;
    for (let column = 0; column < columns; column++) {
      const pivot = sign * tableau[from + column];
      if (!isEligible(column, pivot)) continue;
      const size = Math.abs(pivot);
      if (Math.abs(reducedCost[column]) / size <= least && size > largest) {
        largest = size;
        best = column;
      }
    }
    return best;
  }

  function isEligible(column: number, pivot: number): boolean {
    if (atUpper[column] === 1 ? pivot >= -PIVOT : pivot <= PIVOT) return false;
    const variable = nonbasic[column];
    return lower[variable] < upper[variable];
  }

  /** The leaving variable goes to `bound`, the entering one becomes basic in its row. */
  function exchange(row: number, column: number, bound: number, rises: boolean): void {
    const at = row * columns;
    const pivot = tableau[at + column];
    const step = (bound - value[row]) / pivot;
    const entered = boundOf(column) + step;
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
    const left = basic[row];
    basic[row] = nonbasic[column];
    nonbasic[column] = left;
    atUpper[column] = rises ? 0 : 1;
  }
}

function mostViolated(
  value: Float64Array,
  basic: Int32Array,
  lower: Float64Array,
  upper: Float64Array,
): number {
  let worst = FEASIBLE;
  let found = -1;
  for (let row = 0; row < value.length; row++) {
    const variable = basic[row];
    const violation = Math.max(lower[variable] - value[row], value[row] - upper[variable]);
    if (violation > worst) {
      worst = violation;
      found = row;
    }
  }
  return found;
}
