import { type LinearRow, solveLinearProgram } from './linear-program.ts';
import type { RankedRegion } from './ranked-region.ts';

/** l1: Σ|v − v₀|, twice the weight that moves. l2: √Σ(v − v₀)². */
export type Norm = 'l1' | 'l2';

export interface Nearest {
  readonly weights: Float64Array;
  /** No point of the region that keeps the rows is nearer; equal to the distance of `weights` but for rounding. */
  readonly atLeast: number;
}

/**
 * The point of a region, cut by further rows, that is nearest to `from`; null: there is none.
 *
 * @param from within the bounds, and on every equation among the rows.
 */
export function nearestPoint(
  norm: Norm,
  region: RankedRegion,
  rows: readonly LinearRow[],
  from: Float64Array,
): Nearest | null {
  return norm === 'l1' ? nearestByMoves(region, rows, from) : nearestBySquares(region, rows, from);
}

/** The optimum of a linear program is off by this much at most: its perturbation times Σ|v − v₀| ≤ 2. */
const PERTURBED = 2e-7;

/** A linear program in what each weight gains and what it loses. */
function nearestByMoves(
  region: RankedRegion,
  rows: readonly LinearRow[],
  from: Float64Array,
): Nearest | null {
  const { size, lower, upper } = region;
  const most = new Float64Array(2 * size);
  for (let index = 0; index < size; index++) {
    most[index] = Math.max(0, upper[index] - from[index]);
    most[size + index] = Math.max(0, from[index] - lower[index]);
  }
  const solution = solveLinearProgram({
    cost: new Float64Array(2 * size).fill(1),
    lower: new Float64Array(2 * size),
    upper: most,
    rows: [...region.rows, ...rows].map((row) => {
      const { coefficients, lower, upper } = unitRow(row);
      const now = dot(coefficients, from);
      const both = new Float64Array(2 * size);
      both.set(coefficients);
      both.set(
        coefficients.map((each) => -each),
        size,
      );
      return { coefficients: both, lower: lower - now, upper: upper - now };
    }),
  });
  if (solution.status !== 'optimal') return null;
  const { variables } = solution;
  const weights = from.map((each, index) => each + variables[index] - variables[size + index]);
  return { weights, atLeast: Math.max(0, solution.objective - PERTURBED) };
}

/** An inequality g·y ≥ least. */
interface Inequality {
  readonly coefficients: Float64Array;
  readonly least: number;
}

/**
 * Least distance programming: the change is x = Z y with Z an orthonormal basis of the changes that keep every equation,
 * and minimising ‖y‖ subject to G y ≥ h is the non-negative least-squares problem ‖(Gᵀ; hᵀ) u − e‖ with y = −r/r_last, r
 * its residual. Source: Lawson & Hanson 1974, chapter 23.
 */
function nearestBySquares(
  region: RankedRegion,
  rows: readonly LinearRow[],
  from: Float64Array,
): Nearest | null {
  const { size, lower, upper } = region;
  const all = [...rows, ...region.rows].map(unitRow);
  const equations = all.filter((row) => row.lower === row.upper).map((row) => row.coefficients);
  const basis = nullSpace(equations, size);
  const inequalities: Inequality[] = [];
  const add = ({ coefficients, lower, upper }: LinearRow) => {
    const now = dot(coefficients, from);
    const seen = Float64Array.from(basis, (direction) => dot(direction, coefficients));
    if (lower > -Infinity) inequalities.push({ coefficients: seen, least: lower - now });
    if (upper < Infinity) {
      inequalities.push({ coefficients: seen.map((each) => -each), least: now - upper });
    }
  };
  for (const row of all) if (row.lower !== row.upper) add(row);
  for (let index = 0; index < size; index++) {
    const coefficients = new Float64Array(size);
    coefficients[index] = 1;
    add({ coefficients, lower: lower[index], upper: upper[index] });
  }
  const change = leastChange(inequalities, basis.length);
  if (change === null) return null;
  const weights = from.slice();
  basis.forEach((direction, index) => {
    for (let at = 0; at < size; at++) weights[at] += change[index] * direction[at];
  });
  return { weights, atLeast: Math.sqrt(dot(change, change)) * (1 - 1e-9) };
}

/** An orthonormal basis of the vectors that are orthogonal to all rows: Gram–Schmidt, twice for the last digits. */
function nullSpace(rows: readonly Float64Array[], size: number): Float64Array[] {
  const kept: Float64Array[] = [];
  const orthogonal = (vector: Float64Array) => {
    const rest = vector.slice();
    for (let turn = 0; turn < 2; turn++) {
      for (const other of kept) {
        const part = dot(rest, other);
        for (let at = 0; at < size; at++) rest[at] -= part * other[at];
      }
    }
    return rest;
  };
  const keep = (vector: Float64Array): boolean => {
    const rest = orthogonal(vector);
    const length = Math.sqrt(dot(rest, rest));
    if (length < 1e-6) return false;
    kept.push(rest.map((each) => each / length));
    return true;
  };
  rows.forEach(keep);
  const rank = kept.length;
  for (let index = 0; index < size; index++) {
    const unit = new Float64Array(size);
    unit[index] = 1;
    keep(unit);
  }
  return kept.slice(rank);
}

/** null: the inequalities contradict each other. */
function leastChange(inequalities: readonly Inequality[], size: number): Float64Array | null {
  const columns = inequalities.map(({ coefficients, least }) => {
    const column = new Float64Array(size + 1);
    column.set(coefficients);
    column[size] = least;
    return column;
  });
  const target = new Float64Array(size + 1);
  target[size] = 1;
  const { residual, passive } = nonNegativeResidual(columns, target);
  if (residual[size] > -NO_RESIDUAL) return null;
  return shortestOn(
    passive.map((index) => inequalities[index]!),
    size,
  );
}

/** The shortest change that makes all of these inequalities equations, refined until they hold to the last digits. */
function shortestOn(active: readonly Inequality[], size: number): Float64Array {
  const change = new Float64Array(size);
  const independent: Float64Array[] = [];
  const least: number[] = [];
  for (const { coefficients, least: value } of active) {
    if (leastSquares([...independent, coefficients], coefficients) === null) continue;
    independent.push(coefficients);
    least.push(value);
  }
  for (let turn = 0; turn < 3; turn++) {
    const missing = least.map((value, index) => value - dot(independent[index]!, change));
    const multipliers = solveGram(independent, missing) ?? [];
    multipliers.forEach((multiplier, index) => {
      const row = independent[index]!;
      for (let at = 0; at < size; at++) change[at] += multiplier * row[at];
    });
  }
  return change;
}

/** A residual this small is rounding. */
const NO_RESIDUAL = 1e-12;
/** A column this much of which the passive ones already span adds nothing but rounding. */
const DEPENDENT = 1e-12;

/** Residual A u − b, and the columns in use, of the least-squares problem with u ≥ 0: the active-set method of Lawson & Hanson 1974, chapter 23. */
function nonNegativeResidual(
  columns: readonly Float64Array[],
  target: Float64Array,
): { residual: Float64Array; passive: readonly number[] } {
  const multipliers = new Float64Array(columns.length);
  const passive: number[] = [];
  // Left alone until the solution has moved: they depend on the passive ones, but for rounding.
  const refused = new Set<number>();
  let residual = target.map((each) => -each);
  for (let turn = 0; turn < 10 * columns.length; turn++) {
    let entering = -1;
    let steepest = NO_RESIDUAL;
    columns.forEach((column, index) => {
      const slope = -dot(column, residual);
      if (slope <= steepest || refused.has(index) || passive.includes(index)) return;
      steepest = slope;
      entering = index;
    });
    if (entering < 0) break;
    passive.push(entering);
    const moved = moveToLeastSquares(columns, target, passive, multipliers);
    if (!moved) {
      passive.splice(passive.indexOf(entering), 1);
      refused.add(entering);
      continue;
    }
    refused.clear();
    residual = target.map((each) => -each);
    for (const index of passive) {
      const column = columns[index]!;
      for (let row = 0; row < residual.length; row++)
        residual[row] += multipliers[index] * column[row];
    }
  }
  return { residual, passive };
}

/** Solves on the passive columns; those that would turn negative leave on the way. False: the last one depends on the others. */
function moveToLeastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  passive: number[],
  multipliers: Float64Array,
): boolean {
  for (;;) {
    const wanted = leastSquares(
      passive.map((index) => columns[index]!),
      target,
    );
    if (wanted === null) return false;
    let step = 1;
    let blocking = -1;
    wanted.forEach((value, at) => {
      if (value > 0) return;
      const now = multipliers[passive[at]!];
      const part = now / (now - value);
      if (part < step) {
        step = part;
        blocking = at;
      }
    });
    passive.forEach((index, at) => {
      multipliers[index] += step * (wanted[at]! - multipliers[index]);
    });
    if (blocking < 0) return true;
    multipliers[passive[blocking]!] = 0;
    passive.splice(blocking, 1);
    if (passive.length === 0) return true;
  }
}

/** null when a column depends on those before it. */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] | null {
  return solveGram(
    columns,
    columns.map((column) => dot(column, target)),
  );
}

/** Solves (Cᵀ C) x = right by Cholesky; null when a column of C depends on those before it. */
function solveGram(columns: readonly Float64Array[], right: readonly number[]): number[] | null {
  const count = columns.length;
  const factor = new Float64Array(count * count);
  const solution: number[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = dot(columns[row]!, columns[column]!);
      for (let before = 0; before < column; before++) {
        sum -= factor[row * count + before] * factor[column * count + before];
      }
      if (row > column) factor[row * count + column] = sum / factor[column * count + column];
      else if (sum > DEPENDENT) factor[row * count + row] = Math.sqrt(sum);
      else return null;
    }
  }
  for (let row = 0; row < count; row++) {
    let sum = right[row]!;
    for (let before = 0; before < row; before++)
      sum -= factor[row * count + before] * solution[before]!;
    solution.push(sum / factor[row * count + row]);
  }
  for (let row = count - 1; row >= 0; row--) {
    let sum = solution[row]!;
    for (let after = row + 1; after < count; after++)
      sum -= factor[after * count + row] * solution[after]!;
    solution[row] = sum / factor[row * count + row];
  }
  return solution;
}

function unitRow({ coefficients, lower, upper }: LinearRow): LinearRow {
  const length = Math.sqrt(dot(coefficients, coefficients));
  if (length === 0) return { coefficients, lower, upper };
  return {
    coefficients: coefficients.map((each) => each / length),
    lower: lower / length,
    upper: upper / length,
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index] * other[index];
  return sum;
}
