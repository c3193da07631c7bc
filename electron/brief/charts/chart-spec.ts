import type { Axis } from '../axis.ts';

/** What a chart shows, and its size in points. The template writes every label beside it, in the brief's own type. */
export type ChartSpec = ContributionChart | ProfileChart | RankSlopeChart | EvidenceMapChart;

/** Stacked bars, one row per unit, each with a thin line from the lowest to the highest score its gaps allow. */
export interface ContributionChart {
  readonly kind: 'contributions';
  readonly width: number;
  readonly rowHeight: number;
  readonly axis: Axis;
  /** One for each part of a bar. */
  readonly colours: readonly string[];
  readonly rows: readonly {
    readonly parts: readonly number[];
    readonly low: number;
    readonly high: number;
  }[];
}

/** One bar per dimension on its scale, with a tick at the median of the ranked units. null: no value. */
export interface ProfileChart {
  readonly kind: 'profile';
  readonly width: number;
  readonly rowHeight: number;
  readonly axis: Axis;
  readonly rows: readonly {
    readonly colour: string;
    readonly value: number | null;
    readonly median: number | null;
  }[];
}

/** Lines from a place in one order to a place in another; places count from 0. */
export interface RankSlopeChart {
  readonly kind: 'rank-slope';
  readonly width: number;
  readonly rowHeight: number;
  readonly places: number;
  readonly lines: readonly {
    readonly from: number;
    readonly to: number;
    readonly moved: boolean;
  }[];
}

export type EvidenceMark = 'exact' | 'proxy' | 'overridden' | 'missing';

/** A square for every cell, units down and indicators across. */
export interface EvidenceMapChart {
  readonly kind: 'evidence-map';
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly columns: number;
  /** Row by row. */
  readonly marks: readonly (readonly EvidenceMark[])[];
  /** Row by row; marks a value outside the time rule. */
  readonly outside: readonly (readonly boolean[])[];
}
