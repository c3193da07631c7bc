import type { NodeCode } from '../../../shared/model/ids.ts';
import { tieTolerance } from '../rank.ts';
import type { Scorer } from '../score.ts';
import { RankProblem, type Side } from './rank-problem.ts';
import { type Attained, fewestAhead } from './rank-search.ts';
import { rankedRegion, type RankedRegion } from './ranked-region.ts';
import { type RegionForms, regionForms, standInValues } from './region-forms.ts';
import type { WeightModel } from './weight-model.ts';
import {
  type RegionRequest,
  regionShares,
  type WeightRegion,
  weightRegion,
} from './weight-region.ts';

/** A rank that weights of the region give, with the weights that prove it. */
export interface AttainedRank {
  readonly rank: number;
  /**
   * No weights of the region give a better (for the best rank) or a worse (for the worst) one than this. Equal to `rank`:
   * proved to be the best or worst; else the truth is between the two.
   */
  readonly bound: number;
  /** Shares among siblings of the nodes concerned. */
  readonly shares: ReadonlyMap<NodeCode, number>;
}

export interface AttainableRanks {
  /** Unit number. */
  readonly unit: number;
  readonly best: AttainedRank;
  readonly worst: AttainedRank;
}

/** Multiply-adds for one end of one unit: some hundredths of a second. */
const WORK_PER_END = 12_000_000;

/**
 * Best and worst attainable rank of ranked units over a region of weights, among weights under which exactly the units
 * ranked now are ranked. Ranks as the scorer gives them: ties share the smallest rank.
 *
 * @param units unit numbers; each must be ranked
 * @param proceed called after each unit; false stops, and the ranks found so far are returned
 * @throws AppError as `weightRegion` and `regionForms`
 */
export function attainableRanks(
  model: WeightModel,
  scorer: Scorer,
  request: RegionRequest,
  units: readonly number[],
  proceed: (done: number) => boolean = () => true,
  workPerEnd = WORK_PER_END,
): AttainableRanks[] {
  const region = weightRegion(model, request);
  const forms = regionForms(model, region);
  const ranked = rankedRegion(model, region, forms, Array.from(model.score.keys()));
  const search = new AttainableSearch(model, region, forms, ranked);
  search.offerStarts();
  const found: AttainableRanks[] = [];
  for (const unit of units) {
    const bestBound = search.improve(unit, 1, workPerEnd);
    const worstBound = search.improve(unit, -1, workPerEnd);
    found.push({
      unit,
      best: search.proved(scorer, unit, 1, bestBound),
      worst: search.proved(scorer, unit, -1, worstBound),
    });
    if (!proceed(found.length)) break;
  }
  return found;
}

class AttainableSearch {
  private readonly model: WeightModel;
  private readonly region: WeightRegion;
  private readonly forms: RegionForms;
  private readonly ranked: RankedRegion;
  private readonly members: readonly number[];
  /** Distance of the highest from the lowest score now, in f-space. */
  private readonly spread: number;
  /** U: fewest and most others ahead so far, and the weights that give them. */
  private readonly fewest: Int32Array;
  private readonly most: Int32Array;
  private readonly fewestAt: Float64Array[];
  private readonly mostAt: Float64Array[];

  constructor(model: WeightModel, region: WeightRegion, forms: RegionForms, ranked: RankedRegion) {
    this.model = model;
    this.region = region;
    this.forms = forms;
    this.ranked = ranked;
    this.members = Array.from(model.order);
    const scores = forms.evaluate(region.present);
    const ofMembers = this.members.map((unit) => forms.transform.apply(scores[unit]));
    this.spread = Math.max(...ofMembers) - Math.min(...ofMembers);
    this.fewest = new Int32Array(model.unitCount).fill(model.unitCount);
    this.most = new Int32Array(model.unitCount).fill(-1);
    this.fewestAt = Array.from({ length: model.unitCount }, () => region.present);
    this.mostAt = Array.from({ length: model.unitCount }, () => region.present);
  }

  /** The weights now, and each weight as high and as low as it goes with the others as they are in proportion. */
  offerStarts(): void {
    this.offer(this.region.present);
    for (let index = 0; index < this.ranked.size; index++) {
      for (const end of [this.ranked.upper[index], this.ranked.lower[index]]) {
        const weights = this.withWeightAt(index, end);
        if (this.isInside(weights)) this.offer(weights);
      }
    }
  }

  private withWeightAt(moved: number, weight: number): Float64Array {
    const { present } = this.region;
    const others = 1 - present[moved];
    return present.map((each, index) => {
      if (index === moved) return weight;
      return others > 0 ? (each * (1 - weight)) / others : (1 - weight) / (present.length - 1);
    });
  }

  private isInside(weights: Float64Array): boolean {
    const { lower, upper, rows } = this.ranked;
    return (
      weights.every((each, index) => each >= lower[index] && each <= upper[index]) &&
      rows.every((row) => {
        const sum = row.coefficients.reduce((all, each, at) => all + each * weights[at], 0);
        return sum >= row.lower - 1e-12 && sum <= row.upper + 1e-12;
      })
    );
  }

  /** Takes note of what these weights attain, for every unit. */
  private offer(weights: Float64Array): Float64Array {
    const scores = this.forms.evaluate(weights);
    const sorted = Float64Array.from(this.members, (unit) => scores[unit]).sort();
    const tolerance = tieTolerance(sorted);
    for (const unit of this.members) {
      const ahead = countAbove(sorted, scores[unit] + tolerance);
      if (ahead < this.fewest[unit]) {
        this.fewest[unit] = ahead;
        this.fewestAt[unit] = weights;
      }
      if (ahead > this.most[unit]) {
        this.most[unit] = ahead;
        this.mostAt[unit] = weights;
      }
    }
    return scores;
  }

  /** Searches for a better (or worse) rank of the unit; returns the rank that no weights can pass. */
  improve(unit: number, side: Side, mostWork: number): number {
    const others = this.members.length - 1;
    const known = side === 1 ? this.fewest[unit] : others - this.most[unit];
    const rivals = this.members.filter((each) => each !== unit);
    // A tie is as good as being ahead for the best rank, and not enough for the worst.
    const strictly = side === 1 ? 0 : 2 * this.forms.tolerance;
    const problem = new RankProblem(
      this.forms,
      this.ranked,
      unit,
      rivals,
      side,
      strictly,
      this.spread,
    );
    const attain = (weights: Float64Array) => this.attained(problem, side, weights);
    const atLeast = fewestAhead(problem, attain, known, mostWork);
    return side === 1 ? 1 + atLeast : 1 + others - atLeast;
  }

  private attained({ unit, rivals }: RankProblem, side: Side, weights: Float64Array): Attained {
    const scores = this.offer(weights);
    const tolerance = tieTolerance(Float64Array.from(this.members, (each) => scores[each]));
    const isAhead = Uint8Array.from(rivals, (rival) => {
      const isAbove = scores[rival] > scores[unit] + tolerance;
      return isAbove === (side === 1) ? 1 : 0;
    });
    const standIns = standInValues(this.forms, weights);
    return {
      ahead: isAhead.reduce((sum, each) => sum + each, 0),
      isAhead,
      quantities: Float64Array.of(this.forms.transform.apply(scores[unit]), ...standIns).map(
        (each) => side * each,
      ),
    };
  }

  /** What the scorer itself says about the weights found. */
  proved(scorer: Scorer, unit: number, side: Side, bound: number): AttainedRank {
    const weights = side === 1 ? this.fewestAt[unit]! : this.mostAt[unit]!;
    const shares = regionShares(this.model, this.region, weights);
    const { rank } = scorer.reweigh(shares, { plausible: false });
    const sameRanked = rank.every((each, at) => each > 0 === (this.model.ranked[at] === 1));
    if (!sameRanked) {
      const present = regionShares(this.model, this.region, this.region.present);
      return { rank: scorer.result.rank[unit], bound, shares: present };
    }
    return { rank: rank[unit], bound, shares };
  }
}

/** How many of the ascending numbers are > limit. */
function countAbove(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] > limit) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}
