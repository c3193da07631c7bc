import { leastOverSimplexBox } from './box-extremes.ts';
import type { LinearRow } from './linear-program.ts';
import type { RegionForms } from './region-forms.ts';
import type { WeightModel } from './weight-model.ts';
import type { WeightRegion } from './weight-region.ts';

/**
 * The part of a region in which the units concerned are ranked or not as they are now: so that the weights found, put into
 * the scorer, rank the units that they speak about.
 */
export interface RankedRegion {
  readonly size: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Σ v = 1, the locks, and the coverages that the bounds alone do not keep. */
  readonly rows: readonly LinearRow[];
}

/** A ranked unit keeps some weight even where no least coverage is asked for. */
const LEAST_WEIGHT = 1e-6;
/**
 * Where a gap leaves its weight to its siblings, the score jumps when these weigh exactly 0: weights of 0 are approached
 * to this.
 */
const LEAST_SHARE = 1e-7;
/** Below the least coverage is strictly below, beyond the rounding that the limit allows for. */
const STRICTLY_BELOW = 1e-9;

/** @param concerned unit numbers */
export function rankedRegion(
  model: WeightModel,
  region: WeightRegion,
  forms: RegionForms,
  concerned: Iterable<number>,
): RankedRegion {
  const { size } = forms;
  const lower = region.lower.slice();
  if (model.presenceBy === 'children' && !forms.isComplete) {
    for (let index = 0; index < size; index++) {
      const least = Math.min(LEAST_SHARE, region.present[index], region.upper[index]);
      lower[index] = Math.max(lower[index], least);
    }
  }
  const rows: LinearRow[] = [
    { coefficients: new Float64Array(size).fill(1), lower: 1, upper: 1 },
    ...region.rows,
  ];
  const keep = (coefficients: Float64Array, least: number, most: number) => {
    const opposite = coefficients.map((each) => -each);
    const staysAbove = leastOverSimplexBox(coefficients, lower, region.upper) >= least;
    const staysBelow = -leastOverSimplexBox(opposite, lower, region.upper) <= most;
    if (!staysAbove || !staysBelow) rows.push({ coefficients, lower: least, upper: most });
  };
  for (const unit of concerned) {
    const coverage = forms.coverage.slice(unit * size, (unit + 1) * size);
    const weight = forms.denominator.slice(unit * size, (unit + 1) * size);
    if (model.ranked[unit] === 1) {
      if (model.leastCoverage > 0) keep(coverage, model.leastCoverage + STRICTLY_BELOW, Infinity);
      keep(weight, LEAST_WEIGHT, Infinity);
    } else if (dot(coverage, region.present) < model.leastCoverage - STRICTLY_BELOW) {
      // Also where it has no score now: whatever score other weights give it, it is not ranked.
      keep(coverage, -Infinity, model.leastCoverage - STRICTLY_BELOW);
    } else {
      keep(weight, -Infinity, 0);
    }
  }
  return { size, lower, upper: region.upper, rows };
}

function dot(coefficients: Float64Array, weights: Float64Array): number {
  return coefficients.reduce((sum, each, index) => sum + each * weights[index], 0);
}
