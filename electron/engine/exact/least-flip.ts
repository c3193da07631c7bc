import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { tieTolerance } from '../rank.ts';
import type { Scorer } from '../score.ts';
import { nearestPoint, type Norm } from './least-distance.ts';
import { type Intervals, splitIntervals } from './intervals.ts';
import { RankProblem } from './rank-problem.ts';
import { rankedRegion, type RankedRegion } from './ranked-region.ts';
import { type RegionForms, regionForms, standInValues } from './region-forms.ts';
import type { WeightModel } from './weight-model.ts';
import {
  type RegionRequest,
  regionShares,
  type WeightRegion,
  weightRegion,
} from './weight-region.ts';

/** The smallest change of weights after which the lower of two units stands above the other. */
export interface LeastFlip {
  /** Unit numbers: ahead now, and ahead after the change. */
  readonly ahead: number;
  readonly behind: number;
  readonly norm: Norm;
  /** Norm of the change found, and a number that no change with the same effect gets below. */
  readonly distance: number;
  readonly bound: number;
  /** Shares among siblings of the nodes concerned, after the change. */
  readonly shares: ReadonlyMap<NodeCode, number>;
}

/** A change this close to the bound, as a part of it, is the least one; so is one this close in share. */
const GAP = 1e-3;
const TINY = 1e-6;
/** Intervals narrower than this part of the first one are not split further. */
const NARROWEST = 1e-9;
const MOST_BRANCHES = 400;
const GUESSES = 8;
/** Levels of the lower unit's score at which a flip is looked for before the search. */
const LEVELS = 32;

/**
 * Least weight change that flips two units: minimise ‖v − v₀‖ subject to Σ v = 1, the bounds and locks of the region, and
 * the lower unit strictly above the other. A linear program (l1) or a projection (l2); where gaps make scores ratios of
 * linear functions, branch and bound over the intervals of `RankProblem`, which ends with a bound.
 * Both units stay ranked. Source: the critical-criterion analysis of Triantaphyllou & Sánchez 1997, for all weights at once.
 *
 * @param units unit numbers, both ranked
 * @returns null when no weights of the region flip them; with gaps, when neither the levels looked at nor the search show any
 * @throws AppError as `weightRegion` and `regionForms`; `E_INPUT`, reason `unit-not-ranked` or `same-unit`
 */
export function leastFlip(
  model: WeightModel,
  scorer: Scorer,
  request: RegionRequest,
  units: readonly [number, number],
  norm: Norm,
): LeastFlip | null {
  checkUnits(model, units);
  const [one, other] = units;
  const [ahead, behind] = model.score[one] >= model.score[other] ? [one, other] : [other, one];
  const region = weightRegion(model, request);
  const forms = regionForms(model, region);
  const ranked = rankedRegion(model, region, forms, units);
  const search = new FlipSearch(region, forms, ranked, ahead, behind, norm, model.ranked);
  const { nearest, bound } = search.run();
  if (nearest === null) return null;
  const shares = regionShares(model, region, nearest.weights);
  const { score } = scorer.reweigh(shares, { plausible: false });
  if (!(score[behind] > score[ahead])) {
    throw new AppError('E_INTERNAL', 'The weights found do not flip the two units', {
      reason: 'flip-not-confirmed',
    });
  }
  return { ahead, behind, norm, distance: nearest.distance, bound, shares };
}

function checkUnits(model: WeightModel, [one, other]: readonly [number, number]): void {
  if (one === other) {
    throw new AppError(
      'E_INPUT',
      `Two different units are needed, found "${model.units[one]}" twice`,
      {
        reason: 'same-unit',
        unit: model.units[one] ?? '',
      },
    );
  }
  for (const unit of [one, other]) {
    if (model.ranked[unit] === 1) continue;
    throw new AppError('E_INPUT', `"${model.units[unit]}" is not ranked`, {
      reason: 'unit-not-ranked',
      unit: model.units[unit] ?? String(unit),
    });
  }
}

interface Found {
  readonly weights: Float64Array;
  readonly distance: number;
}

interface Branch {
  readonly intervals: Intervals;
  readonly bound: number;
}

class FlipSearch {
  private readonly region: WeightRegion;
  private readonly forms: RegionForms;
  private readonly ranked: RankedRegion;
  private readonly ahead: number;
  private readonly behind: number;
  private readonly norm: Norm;
  private readonly problem: RankProblem;
  private readonly isRanked: Uint8Array;
  private best: Found | null = null;

  constructor(
    region: WeightRegion,
    forms: RegionForms,
    ranked: RankedRegion,
    ahead: number,
    behind: number,
    norm: Norm,
    isRanked: Uint8Array,
  ) {
    this.isRanked = isRanked;
    this.region = region;
    this.forms = forms;
    this.ranked = ranked;
    this.ahead = ahead;
    this.behind = behind;
    this.norm = norm;
    const strictly = 2 * forms.tolerance;
    this.problem = new RankProblem(forms, ranked, behind, [ahead], 1, strictly, 0);
  }

  run(): { nearest: Found | null; bound: number } {
    const open: Branch[] = [{ intervals: this.problem.whole, bound: 0 }];
    let unresolved = Infinity;
    if (this.problem.isNonlinear) this.scanLevels();
    for (let solved = 0; open.length > 0; solved++) {
      open.sort((one, other) => other.bound - one.bound);
      if (open.at(-1)!.bound >= this.goodEnough() || solved >= MOST_BRANCHES) break;
      const { intervals } = open.pop()!;
      const nearest = this.nearestWithin(intervals, this.problem.intervalRows(intervals));
      if (nearest === null || nearest.atLeast >= this.goodEnough()) continue;
      this.offer(nearest.weights);
      this.guessFrom(nearest.weights);
      if (nearest.atLeast >= this.goodEnough()) continue;
      const loose = this.problem.loosest(this.ahead, nearest.weights, intervals, NARROWEST);
      if (loose.quantity < 0) {
        unresolved = Math.min(unresolved, nearest.atLeast);
        continue;
      }
      const at = this.quantities(nearest.weights)[loose.quantity];
      for (const part of splitIntervals(intervals, loose.quantity, at)) {
        open.push({ intervals: part, bound: nearest.atLeast });
      }
    }
    const left = open.reduce((least, { bound }) => Math.min(least, bound), unresolved);
    const found = this.best?.distance ?? Infinity;
    return { nearest: this.best, bound: Math.min(found, left) };
  }

  private goodEnough(): number {
    return this.best === null ? Infinity : this.best.distance * (1 - GAP) - TINY;
  }

  private nearestWithin(intervals: Intervals, rows: Parameters<typeof nearestPoint>[2]) {
    const { coefficients, limit } = this.problem.rivalRow(this.ahead, intervals);
    const flip = { coefficients, lower: -Infinity, upper: limit };
    return nearestPoint(this.norm, this.ranked, [...rows, flip], this.region.present);
  }

  private quantities(weights: Float64Array): Float64Array {
    const { apply } = this.forms.transform;
    const level = apply(this.forms.evaluate(weights)[this.behind]);
    return Float64Array.of(level, ...standInValues(this.forms, weights));
  }

  /**
   * The nearest flip at each of some levels of the lower unit: with the level held, scores are no ratios, so that weights
   * found there flip the two. The search alone closes in on a tie from the wrong side and may miss a flip far away.
   */
  private scanLevels(): void {
    const { low, high } = this.problem.whole;
    for (let step = 0; step < LEVELS; step++) {
      const level = low[0] + ((step + 0.5) / LEVELS) * (high[0] - low[0]);
      const held = { low: low.with(0, level), high: high.with(0, level) };
      const nearest = this.nearestWithin(held, this.problem.intervalRows(held));
      if (nearest !== null) this.offer(nearest.weights);
    }
  }

  /** Successive linearisation: each program holds the quantities where the last weights put them. */
  private guessFrom(start: Float64Array): void {
    if (!this.problem.isNonlinear) return;
    let weights = start;
    for (let turn = 0; turn < GUESSES; turn++) {
      const point = this.quantities(weights);
      const nearest = this.nearestWithin({ low: point, high: point }, []);
      if (nearest === null) return;
      weights = nearest.weights;
      this.offer(weights);
    }
  }

  private inRanking(scores: Float64Array): Float64Array {
    return scores.filter((_, unit) => this.isRanked[unit] === 1);
  }

  /** By how much the flip goes beyond a tie. */
  private lead(weights: Float64Array): number {
    const scores = this.forms.evaluate(weights);
    return scores[this.behind] - scores[this.ahead] - 2 * tieTolerance(this.inRanking(scores));
  }

  /** Keeps weights that flip the two, pulled back towards the present ones as far as they still do. */
  private offer(weights: Float64Array): void {
    const { present } = this.region;
    const along = (part: number) =>
      present.map((each, index) => Math.max(0, each + part * (weights[index] - each)));
    // A little further, where rounding has left the point just short.
    let flips = [1, 1 + 1e-9, 1 + 1e-7].find((part) => this.lead(along(part)) > 0);
    if (flips === undefined) return;
    let holds = 0;
    for (let turn = 0; turn < 60 && flips - holds > 1e-13; turn++) {
      const middle: number = (holds + flips) / 2;
      if (this.lead(along(middle)) > 0) flips = middle;
      else holds = middle;
    }
    const found = along(flips);
    const distance = distanceOf(this.norm, found, present);
    if (this.best === null || distance < this.best.distance)
      this.best = { weights: found, distance };
  }
}

function distanceOf(norm: Norm, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) {
    const change = Math.abs(one[index] - other[index]);
    sum += norm === 'l1' ? change : change * change;
  }
  return norm === 'l1' ? sum : Math.sqrt(sum);
}
