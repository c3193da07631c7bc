import { meanRange } from './box-extremes.ts';
import type { Intervals } from './intervals.ts';
import type { LinearRow } from './linear-program.ts';
import type { RankedRegion } from './ranked-region.ts';
import type { RegionForms } from './region-forms.ts';

/** +1: rivals are to be kept behind the unit. −1: ahead of it; all scores change sign. */
export type Side = 1 | -1;

/** A row of one rival: g·v ≤ limit holds wherever the rival is behind and the quantities are within their intervals. */
export interface RivalRow {
  readonly coefficients: Float64Array;
  readonly limit: number;
}

/**
 * One unit against its rivals over a region of weights, as rows of a linear program.
 *
 * With the level θ = score of the unit, rival j is behind where N_j − θ D_j ≤ 0, and N_i − θ D_i = 0; the difference,
 * N_j − N_i + θ (D_i − D_j) ≤ 0, depends on θ only where one has a value that the other lacks. Within θ₁ ≤ θ ≤ θ₂ each
 * coefficient takes the end that makes it smallest, and so do the stand-ins: the row is implied, and exact where the
 * intervals are points.
 */
export class RankProblem {
  readonly region: RankedRegion;
  readonly rivals: readonly number[];
  readonly unit: number;
  /** The intervals over the whole region. */
  readonly whole: Intervals;
  /** Does any row depend on an interval? */
  readonly isNonlinear: boolean;
  /** Slack of a row, in f-space, that matters less than deciding a rival: half the mean distance of neighbours. */
  readonly coarse: number;
  private readonly forms: RegionForms;
  private readonly side: Side;
  private readonly strictly: number;

  /**
   * @param strictly how far below the unit a rival must be to count as behind, in f-space
   * @param spread distance of the highest from the lowest score now, in f-space
   */
  constructor(
    forms: RegionForms,
    region: RankedRegion,
    unit: number,
    rivals: readonly number[],
    side: Side,
    strictly: number,
    spread: number,
  ) {
    this.forms = forms;
    this.region = region;
    this.unit = unit;
    this.rivals = rivals;
    this.side = side;
    this.strictly = strictly;
    const low = new Float64Array(1 + forms.standIns.length);
    const high = new Float64Array(1 + forms.standIns.length);
    forms.standIns.forEach(({ range }, number) => {
      low[1 + number] = side === 1 ? range.low : -range.high;
      high[1 + number] = side === 1 ? range.high : -range.low;
    });
    this.whole = { low, high };
    const level = this.levelRange();
    low[0] = level.low;
    high[0] = level.high;
    this.isNonlinear =
      forms.standIns.length > 0 || rivals.some((rival) => this.dependsOnLevel(rival));
    this.coarse = spread / (2 * (rivals.length + 1));
  }

  /** Does the rival's row depend on the level? */
  private dependsOnLevel(rival: number): boolean {
    const { size, denominator } = this.forms;
    for (let index = 0; index < size; index++) {
      if (denominator[this.unit * size + index] !== denominator[rival * size + index]) return true;
    }
    return false;
  }

  private levelRange() {
    const { size, denominator } = this.forms;
    const { lower, upper } = this.region;
    const low = new Float64Array(size);
    const high = new Float64Array(size);
    this.fillRow(low, this.unit, this.whole.low);
    this.fillRow(high, this.unit, this.whole.high);
    const weight = denominator.subarray(this.unit * size, (this.unit + 1) * size);
    // Σ v·n / Σ v·d is a mean of n/d with the weights v·d.
    return meanRange(
      low.map((each, index) => each / weight[index]),
      high.map((each, index) => each / weight[index]),
      Uint8Array.from(weight, (each) => (each > 0 ? 1 : 0)),
      lower.map((each, index) => each * weight[index]),
      upper.map((each, index) => each * weight[index]),
    );
  }

  /** Oriented numerator of a unit with the stand-ins at the given ends. */
  private fillRow(out: Float64Array, unit: number, ends: Float64Array): void {
    const { size, value, standIns, standInsOf } = this.forms;
    for (let index = 0; index < size; index++) out[index] = this.side * value[unit * size + index];
    for (const number of standInsOf[unit]!) {
      for (const gap of standIns[number]!.gaps) out[gap] = ends[1 + number];
    }
  }

  /** Rows that hold the narrowed quantities within their intervals. */
  intervalRows({ low, high }: Intervals): LinearRow[] {
    const rows: LinearRow[] = [];
    for (let quantity = 0; quantity < low.length; quantity++) {
      const isNarrowed =
        low[quantity] > this.whole.low[quantity] || high[quantity] < this.whole.high[quantity];
      if (isNarrowed) rows.push(...this.rowsOf(quantity, { low, high }));
    }
    return rows;
  }

  private rowsOf(quantity: number, { low, high }: Intervals): LinearRow[] {
    const { size, denominator, standIns } = this.forms;
    const unit = quantity === 0 ? this.unit : standIns[quantity - 1]!.unit;
    const over = quantity === 0 ? null : standIns[quantity - 1]!.included;
    const least = new Float64Array(size);
    const most = new Float64Array(size);
    this.fillRow(least, unit, low);
    this.fillRow(most, unit, high);
    for (let index = 0; index < size; index++) {
      const weight = over === null ? denominator[unit * size + index] : over[index];
      least[index] = weight === 0 ? 0 : least[index] - high[quantity] * weight;
      most[index] = weight === 0 ? 0 : most[index] - low[quantity] * weight;
    }
    return [
      { coefficients: least, lower: -Infinity, upper: 0 },
      { coefficients: most, lower: 0, upper: Infinity },
    ];
  }

  rivalRow(rival: number, { low, high }: Intervals): RivalRow {
    const { size, denominator } = this.forms;
    const coefficients = new Float64Array(size);
    const own = new Float64Array(size);
    this.fillRow(coefficients, rival, low);
    this.fillRow(own, this.unit, high);
    for (let index = 0; index < size; index++) {
      const weight = denominator[rival * size + index];
      const difference = denominator[this.unit * size + index] - weight;
      const level = difference > 0 ? low[0] : high[0];
      coefficients[index] += -own[index] + level * difference + this.strictly * weight;
    }
    return { coefficients, limit: 0 };
  }

  /**
   * The quantity whose interval makes the rival's row most slack at v, and by how much; −1: all are points there.
   *
   * @param most intervals shorter than this part of the whole one are left alone
   */
  loosest(
    rival: number,
    weights: Float64Array,
    { low, high }: Intervals,
    most: number,
  ): { quantity: number; slack: number } {
    const { size, denominator, standIns, standInsOf } = this.forms;
    let quantity = -1;
    let slack = 0;
    const consider = (candidate: number, weight: number) => {
      const span = high[candidate] - low[candidate];
      const whole = this.whole.high[candidate] - this.whole.low[candidate];
      if (span <= most * whole || span * weight <= slack) return;
      quantity = candidate;
      slack = span * weight;
    };
    if (this.dependsOnLevel(rival)) {
      let weight = 0;
      for (let index = 0; index < size; index++) {
        weight +=
          weights[index] *
          Math.abs(denominator[this.unit * size + index] - denominator[rival * size + index]);
      }
      consider(0, weight);
    }
    for (const unit of [this.unit, rival]) {
      for (const number of standInsOf[unit]!) {
        const weight = standIns[number]!.gaps.reduce((sum, gap) => sum + weights[gap], 0);
        consider(1 + number, weight);
      }
    }
    return { quantity, slack };
  }
}
