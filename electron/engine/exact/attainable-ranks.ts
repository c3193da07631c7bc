import type { NodeCode } from '../../../shared/model/ids.ts';
import type {
  AttainableAnswer,
  AttainableResult,
  AttainedEnd,
  NodeShare,
} from '../../../shared/model/weight-analysis.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { tieTolerance } from '../rank.ts';
import { createScorer, type Scorer, type ScoringRequest } from '../score.ts';
import { RankProblem, type Side } from './rank-problem.ts';
import { type Attained, fewestAhead } from './rank-search.ts';
import { rankedRegion, type RankedRegion } from './ranked-region.ts';
import { type RegionForms, regionForms, standInValues } from './region-forms.ts';
import { type WeightModel, weightModel } from './weight-model.ts';
import {
  type RegionRequest,
  regionShares,
  type WeightRegion,
  weightRegion,
} from './weight-region.ts';

/** Multiply-adds for one end of one unit: some hundredths of a second. */
const WORK_PER_END = 12_000_000;

/**
 * Best and worst attainable rank of every ranked unit over a region of weights, among weights under which exactly the units
 * ranked now are ranked. Ranks as the scorer gives them: ties share the smallest rank. One unit in each block, best first.
 *
 * @throws AppError as `createScorer`, `weightRegion` and `regionForms`
 */
export function createAttainableRanks(
  request: ScoringRequest,
  region: RegionRequest,
  workPerEnd = WORK_PER_END,
): BlockAnalysis<AttainableAnswer, AttainableResult> {
  const scorer = createScorer({ ...request, plausible: null });
  const model = weightModel(scorer, request.method);
  const weights = weightRegion(model, region);
  const forms = regionForms(model, weights);
  const ranked = rankedRegion(model, weights, forms, Array.from(model.score.keys()));
  return {
    blockCount: model.order.length,
    runBlock(block) {
      const unit = model.order[block];
      // A search of its own for each unit: what it finds must not depend on which units were looked at before.
      const search = new AttainableSearch(model, weights, forms, ranked);
      search.offerStarts();
      const bestBound = search.improve(unit, 1, workPerEnd);
      const worstBound = search.improve(unit, -1, workPerEnd);
      return {
        unit: scorer.result.units[unit],
        best: search.proved(scorer, unit, 1, bestBound),
        worst: search.proved(scorer, unit, -1, worstBound),
      };
    },
    gather: () => gatherList((parts) => [...parts]),
  };
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
  private readonly fewestAt: Float64Array[] = [];
  private readonly mostAt: Float64Array[] = [];

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

  /**
   * What the scorer itself says about the weights found.
   *
   * @param bound no weights of the region give a better (or worse) rank than this
   */
  proved(scorer: Scorer, unit: number, side: Side, bound: number): AttainedEnd {
    const weights = side === 1 ? this.fewestAt[unit]! : this.mostAt[unit]!;
    const shares = regionShares(this.model, this.region, weights);
    const { rank } = scorer.reweigh(shares, { plausible: false });
    const sameRanked = rank.every((each, at) => each > 0 === (this.model.ranked[at] === 1));
    if (!sameRanked) {
      const present = regionShares(this.model, this.region, this.region.present);
      return { rank: scorer.result.rank[unit], bound, shares: listed(present) };
    }
    return { rank: rank[unit], bound, shares: listed(shares) };
  }
}

function listed(shares: ReadonlyMap<NodeCode, number>): NodeShare[] {
  return Array.from(shares, ([node, share]) => ({ node, share }));
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
