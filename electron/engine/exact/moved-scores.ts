import type { SiblingForms } from './sibling-forms.ts';
import type { WeightModel } from './weight-model.ts';

/** A denominator below this is no weight at all but rounding. */
const NO_WEIGHT = 1e-12;
/** A root this close to the end of the slider is at its end. */
const AT_END = 1e-12;

/** Where two units change places, and who is ahead beyond. */
export interface Crossing {
  readonly distance: number;
  readonly ahead: number;
  readonly behind: number;
}

type ScoredUnits = Pick<WeightModel, 'unitCount' | 'score' | 'tolerance' | 'leastCoverage'>;
type RatioForms = Omit<SiblingForms, 'children'>;

/**
 * Scores and coverages of all units while one share moves away from where it stands: f(score) = (n + n′τ)/(d + d′τ) at
 * the distance τ ≥ 0 in the direction last set. All distances returned are within 0..reach, or Infinity.
 */
export class MovedScores {
  private readonly model: ScoredUnits;
  private readonly forms: RatioForms;
  private readonly numerator: Float64Array;
  private readonly denominator: Float64Array;
  private readonly coverage: Float64Array;
  private readonly numeratorSlope: Float64Array;
  private readonly denominatorSlope: Float64Array;
  private readonly coverageSlope: Float64Array;
  /** U: what the tie tolerance is worth in f-space at the unit's score. */
  private readonly tolerance: Float64Array;
  /** Does any unit lack a child? Otherwise all denominators stay 1. */
  readonly hasGaps: boolean;
  private side: 1 | -1 = 1;
  private reach = 0;

  constructor(model: ScoredUnits, forms: RatioForms) {
    const { unitCount } = model;
    this.model = model;
    this.forms = forms;
    this.numerator = new Float64Array(unitCount);
    this.denominator = new Float64Array(unitCount);
    this.coverage = new Float64Array(unitCount);
    this.numeratorSlope = new Float64Array(unitCount);
    this.denominatorSlope = new Float64Array(unitCount);
    this.coverageSlope = new Float64Array(unitCount);
    const { apply } = forms.transform;
    this.tolerance = model.score.map((score) => apply(score + model.tolerance) - apply(score));
    this.hasGaps = forms.denominator.some((each) => each !== 1);
  }

  /** Shares of the children where the movement starts, and their changes per unit of the moved share. */
  setPath(shares: Float64Array, slopes: Float64Array): void {
    const { numerator, denominator, coverage } = this.forms;
    combine(shares, numerator, this.numerator);
    combine(slopes, numerator, this.numeratorSlope);
    if (this.hasGaps) {
      combine(shares, denominator, this.denominator);
      combine(slopes, denominator, this.denominatorSlope);
      this.settleWeightless();
    } else {
      this.denominator.fill(1);
    }
    if (this.model.leastCoverage > 0) {
      combine(shares, coverage, this.coverage);
      combine(slopes, coverage, this.coverageSlope);
    }
  }

  /**
   * A unit without weight at the start: it keeps its score where the movement gives it none either; else it is exactly
   * 0/0, so that its score right after the start is the ratio of the slopes.
   */
  private settleWeightless(): void {
    const { score } = this.model;
    const { apply } = this.forms.transform;
    for (let unit = 0; unit < score.length; unit++) {
      if (this.denominator[unit] > NO_WEIGHT) continue;
      const staysWithout = Math.abs(this.denominatorSlope[unit]) <= NO_WEIGHT;
      const keepsScore = staysWithout && score[unit] === score[unit];
      this.denominator[unit] = keepsScore ? 1 : 0;
      this.numerator[unit] = keepsScore ? apply(score[unit]) : 0;
      if (staysWithout) this.denominatorSlope[unit] = this.numeratorSlope[unit] = 0;
    }
  }

  setDirection(side: 1 | -1, reach: number): void {
    this.side = side;
    this.reach = reach;
  }

  /**
   * May the two change places within `limit`? False is certain: the difference, a quadratic, stays above 0 even if only
   * its falling terms counted. Most pairs are settled here without a root.
   */
  mayCross(above: number, below: number, limit: number): boolean {
    const { score, tolerance } = this.model;
    if (score[above] - score[below] <= tolerance) return true;
    const n = this.numerator[above];
    const m = this.numerator[below];
    const d = this.denominator[above];
    const e = this.denominator[below];
    const dn = this.numeratorSlope[above];
    const dm = this.numeratorSlope[below];
    const dd = this.denominatorSlope[above];
    const de = this.denominatorSlope[below];
    const c = n * e - m * d;
    const b = this.side * (n * de + dn * e - m * dd - dm * d);
    const a = dn * de - dm * dd;
    const reach = limit < this.reach ? limit : this.reach;
    const fall = (b < 0 ? b : 0) + (a < 0 ? a * reach : 0);
    return c + fall * reach <= 1e-9 * c;
  }

  /**
   * First change between a unit and one that stands below it or ties with it; Infinity: none. Units that tie part where
   * their scores differ by more than the tolerance; touching without crossing is no change.
   */
  crossing(above: number, below: number): Crossing {
    const { a, b, c } = this.difference(above, below);
    const ends = this.endsAtReach(above) || this.endsAtReach(below);
    const { score, tolerance } = this.model;
    if (score[above] - score[below] > tolerance) {
      return { distance: this.firstNegative(a, b, c, 0, ends), ahead: below, behind: above };
    }
    const { a: wa, b: wb, c: wc } = this.tieWidth(above, below);
    const falls = this.firstNegative(wa + a, wb + b, wc + c, 0, ends);
    const rises = this.firstNegative(wa - a, wb - b, wc - c, 0, ends);
    return falls <= rises
      ? { distance: falls, ahead: below, behind: above }
      : { distance: rises, ahead: above, behind: below };
  }

  /** Where a unit that is level with another or below it comes to stand strictly above; Infinity: nowhere. */
  overtaking(below: number, above: number): number {
    const { a, b, c } = this.difference(above, below);
    const { a: wa, b: wb, c: wc } = this.tieWidth(above, below);
    const ends = this.endsAtReach(above) || this.endsAtReach(below);
    const distance = this.firstNegative(wa + a, wb + b, wc + c, 0, ends);
    // To draw level at the very end of the slider is not to pass.
    return distance < this.reach ? distance : Infinity;
  }

  /** From where on `below` is ahead of `above`, or all the way level with it, at `after` or later; Infinity: nowhere. */
  crossingAfter(above: number, below: number, after: number): number {
    const { a, b, c } = this.difference(above, below);
    const { a: wa, b: wb, c: wc } = this.tieWidth(above, below);
    // Equal all the way, as two units with the same values are: three places tell, the difference being a quadratic.
    const tiesAt = (part: number) => {
      const at = after + part * (this.reach - after);
      return Math.abs(c + at * (b + at * a)) <= wc + at * (wb + at * wa);
    };
    if (tiesAt(0.25) && tiesAt(0.5) && tiesAt(0.75)) return after;
    const ends = this.endsAtReach(above) || this.endsAtReach(below);
    return this.firstNegative(a, b, c, after, ends);
  }

  /** f(above) − f(below), times both denominators: a τ² + b τ + c. */
  private difference(above: number, below: number) {
    const { numerator: n, numeratorSlope: dn, denominator: d, denominatorSlope: dd } = this;
    const c = n[above] * d[below] - n[below] * d[above];
    const b =
      n[above] * dd[below] + dn[above] * d[below] - n[below] * dd[above] - dn[below] * d[above];
    const a = dn[above] * dd[below] - dn[below] * dd[above];
    return { a, b: this.side * b, c };
  }

  /** The difference up to which the two tie, times both denominators: tolerance · (d + d′τ)(e + e′τ). */
  private tieWidth(one: number, other: number) {
    const { denominator: d, denominatorSlope: dd, side } = this;
    const width = this.tolerance[one];
    return {
      a: width * dd[one] * dd[other],
      b: width * side * (d[one] * dd[other] + dd[one] * d[other]),
      c: width * d[one] * d[other],
    };
  }

  /** Where a ranked unit falls below the least coverage. */
  coverageLost(unit: number): number {
    const slope = this.side * this.coverageSlope[unit];
    if (slope >= 0) return Infinity;
    return this.within((this.coverage[unit] - this.model.leastCoverage) / -slope);
  }

  /** Where a unit that is not ranked has both a score and the least coverage. */
  coverageReached(unit: number): number {
    const weightSlope = this.side * this.denominatorSlope[unit];
    if (this.denominator[unit] <= NO_WEIGHT && weightSlope <= NO_WEIGHT) return Infinity;
    const { leastCoverage } = this.model;
    if (this.coverage[unit] >= leastCoverage) return 0;
    const slope = this.side * this.coverageSlope[unit];
    return slope <= 0 ? Infinity : this.within((leastCoverage - this.coverage[unit]) / slope);
  }

  /** Where a ranked unit is left without any weight below the parent: at the start, at the end, or nowhere. */
  weightLost(unit: number): number {
    if (this.denominator[unit] <= NO_WEIGHT) return 0;
    const end = this.denominator[unit] + this.side * this.reach * this.denominatorSlope[unit];
    return end <= NO_WEIGHT ? this.reach : Infinity;
  }

  private within(distance: number): number {
    if (distance < 0) return 0;
    if (distance > this.reach + AT_END) return Infinity;
    return distance > this.reach - AT_END ? this.reach : distance;
  }

  private endsAtReach(unit: number): boolean {
    return this.hasGaps && this.weightLost(unit) === this.reach;
  }

  /**
   * Least τ in after..reach from which on a τ² + b τ + c is negative; roots without a change of sign do not count.
   *
   * @param ends a denominator vanishes at the reach, and with it the polynomial: that root is no crossing. Divided out,
   * (1 − τ/reach)(c + kτ), the second factor decides.
   */
  private firstNegative(a: number, b: number, c: number, after: number, ends: boolean): number {
    if (ends) {
      const k = b + c / this.reach;
      const root = -c / k;
      if (c + k * after < 0) return after;
      return k < 0 && root >= after && root < this.reach - AT_END ? root : Infinity;
    }
    if (c + after * (b + after * a) < 0) return after;
    const discriminant = b * b - 4 * a * c;
    if (!(discriminant > 0)) return a < 0 && b === 0 && c === 0 ? after : Infinity;
    // Of the two roots that through which the polynomial falls.
    const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
    const root = b < 0 ? c / q : q / a;
    return root >= after ? this.within(root) : Infinity;
  }
}

/** out[u] = Σ_c factors[c] · rows[c, u] */
function combine(factors: Float64Array, rows: Float64Array, out: Float64Array): void {
  const unitCount = out.length;
  out.fill(0);
  for (let index = 0; index < factors.length; index++) {
    const factor = factors[index];
    if (factor === 0) continue;
    const from = index * unitCount;
    for (let unit = 0; unit < unitCount; unit++) out[unit] += factor * rows[from + unit];
  }
}
