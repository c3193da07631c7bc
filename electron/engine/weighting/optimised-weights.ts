import { Matrix, solve } from 'ml-matrix';
import { AppError } from '../../../shared/contract/errors.ts';
import { type Columns, requireSpread } from '../columns.ts';
import { RandomStream } from '../random.ts';
import { coMoments, correlationsWithMean, squaredShares, weightedMean } from './importance.ts';
import { weightsToShares } from './weights-to-shares.ts';

/** Declared and real influence count as equal from here on: a hundredth of a percent. */
const REACHED = 1e-4;
/** Weights looked at, all over the simplex, where the first searches do not get there, and how many of them are started from. */
const LOOKS = 512;
const FURTHER_STARTS = 8;
const MOST_STEPS = 300;
/** A step that moves no log-weight by more ends the search. */
const STEP_TOLERANCE = 1e-12;

export interface OptimisedWeights {
  /** Sum to 1. */
  readonly weights: Float64Array;
  /** Share of influence (correlation²) that each column has with these weights. */
  readonly importance: Float64Array;
  /** Largest |importance − declared|. */
  readonly largestGap: number;
  /** false: no search reached the declared importance, which the columns' correlations may not allow; the closest that was found. */
  readonly reached: boolean;
}

/**
 * Weights whose influence is what was declared: minimise Σ (share_i(w) − declared_i)², share_i = correlation² of column i
 * with the weighted mean over the sum of all. Source: Becker, Saisana, Paruolo & Vandecasteele 2017, Weights and
 * importance in composite indicators, section 3.3 (they search with Nelder–Mead).
 *
 * Levenberg–Marquardt on the logarithms of the weights (so that they stay positive) with exact derivatives, started from
 * the declared and from equal weights, and where neither gets there from the most promising of many weights all over the simplex;
 * the best end is returned. The same input gives the same weights.
 * @throws AppError `E_INPUT` for a column without spread, declared weights that are negative or sum to 0, and reason
 * `importance-undefined` when the weighted mean has no spread.
 */
export function optimisedWeights(columns: Columns, declared: readonly number[]): OptimisedWeights {
  requireSpread(columns, 'Optimised weights');
  const target = weightsToShares(columns.nodes, declared);
  const size = columns.nodes.length;
  const equal = new Float64Array(size).fill(1 / size);
  let best = bestEnd(columns, target, [target.map((share) => Math.max(share, 1e-3)), equal]);
  if (best !== null && Math.sqrt(best.loss) > REACHED) {
    // There may be several hollows.
    best = bestEnd(columns, target, promisingStarts(columns, target), best);
  }
  if (best === null) {
    throw new AppError(
      'E_INPUT',
      `Importance is undefined: the weighted mean of ${columns.nodes.map((node) => `"${node}"`).join(', ')} is the same for all units`,
      { reason: 'importance-undefined', node: columns.nodes[0] ?? '' },
    );
  }
  const weights = weightsToShares(columns.nodes, best.weights);
  const importance = sharesOf(columns, weights);
  const largestGap = importance.reduce(
    (largest, share, index) => Math.max(largest, Math.abs(share - target[index])),
    0,
  );
  return { weights, importance, largestGap, reached: largestGap <= REACHED };
}

interface End {
  readonly weights: Float64Array;
  /** Σ (share − declared)² */
  readonly loss: number;
}

/** The best of where searches from these starts end; null: influence is undefined there. */
function bestEnd(
  columns: Columns,
  target: Float64Array,
  starts: readonly Float64Array[],
  before: End | null = null,
): End | null {
  let best = before;
  for (const start of starts) {
    const end = search(columns, target, start);
    if (Number.isFinite(end.loss) && !(best !== null && best.loss <= end.loss)) best = end;
  }
  return best;
}

/** Of weights uniform on the simplex, always the same, those whose influence is nearest to the declared. */
function promisingStarts(columns: Columns, target: Float64Array): Float64Array[] {
  const stream = new RandomStream(0, 'optimised weights');
  return Array.from({ length: LOOKS }, () => {
    const weights = scaleToOne(target.map(() => -Math.log(1 - stream.uniform())));
    return { weights, loss: lossOf(sharesOf(columns, weights), target) };
  })
    .sort((one, other) => one.loss - other.loss)
    .slice(0, FURTHER_STARTS)
    .map(({ weights }) => weights);
}

function sharesOf(columns: Columns, weights: Float64Array): Float64Array {
  return squaredShares(correlationsWithMean(columns, weightedMean(columns, weights).means));
}

function search(columns: Columns, target: Float64Array, start: Float64Array): End {
  let weights = start;
  let loss = lossOf(sharesOf(columns, weights), target);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && Number.isFinite(loss); step++) {
    const { residuals, jacobian } = linearise(columns, weights, target);
    const gradient = jacobian.transpose().mmul(residuals);
    const normal = jacobian.transpose().mmul(jacobian);
    let moved = 0;
    while (damping < 1e12) {
      const damped = normal.clone();
      for (let index = 0; index < weights.length; index++) {
        damped.set(
          index,
          index,
          damped.get(index, index) * (1 + damping) + damping * 1e-9 + 1e-300,
        );
      }
      const change = solve(damped, gradient).to1DArray();
      const next = weights.map((weight, index) => weight * Math.exp(clampStep(-change[index]!)));
      const scaled = scaleToOne(next);
      const nextLoss = lossOf(sharesOf(columns, scaled), target);
      if (nextLoss < loss) {
        moved = Math.max(...change.map(Math.abs));
        weights = scaled;
        loss = nextLoss;
        damping = Math.max(damping / 10, 1e-12);
        break;
      }
      damping *= 10;
    }
    if (moved <= STEP_TOLERANCE) break;
  }
  return { weights, loss };
}

function clampStep(change: number): number {
  return Math.min(2, Math.max(-2, change));
}

function scaleToOne(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function lossOf(shares: Float64Array, target: Float64Array): number {
  return shares.reduce((sum, share, index) => sum + (share - target[index]) ** 2, 0);
}

/** Residuals share_i − declared_i and their derivatives by ln w_j, at `weights`. */
function linearise(columns: Columns, weights: Float64Array, target: Float64Array) {
  const size = columns.nodes.length;
  const rows = columns.units.length;
  const { means, present } = weightedMean(columns, weights);
  const squares = new Float64Array(size);
  const slopes = new Float64Array(size * size);
  columns.nodes.forEach((_, one) => {
    const from = one * rows;
    const { meanX, meanY, xx, xy, yy } = coMoments(columns.values, from, means);
    const correlation = xy / Math.sqrt(xx * yy);
    squares[one] = correlation * correlation;
    for (let other = 0; other < size; other++) {
      // d mean/d ln w_j = w_j (x_j − mean)/Σ present weights, for the units that have j.
      let productSlope = 0;
      let squareSlope = 0;
      for (let row = 0; row < rows; row++) {
        const x = columns.values[from + row];
        const moving = columns.values[other * rows + row];
        if (x !== x || moving !== moving) continue;
        const slope = (weights[other] * (moving - means[row])) / present[row];
        productSlope += (x - meanX) * slope;
        squareSlope += 2 * (means[row] - meanY) * slope;
      }
      const slope = productSlope / Math.sqrt(xx * yy) - (correlation * squareSlope) / (2 * yy);
      slopes[one * size + other] = 2 * correlation * slope;
    }
  });
  const sum = squares.reduce((total, square) => total + square, 0);
  const jacobian = new Matrix(size, size);
  for (let other = 0; other < size; other++) {
    let sumSlope = 0;
    for (let one = 0; one < size; one++) sumSlope += slopes[one * size + other];
    for (let one = 0; one < size; one++) {
      jacobian.set(
        one,
        other,
        (slopes[one * size + other] - (squares[one] / sum) * sumSlope) / sum,
      );
    }
  }
  const residuals = Matrix.columnVector(
    Array.from(squares, (square, index) => square / sum - target[index]),
  );
  return { residuals, jacobian };
}
