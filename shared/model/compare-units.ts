import { z } from 'zod';
import type { FrameworkIndex } from './framework-index.ts';
import { NodeCode, UnitCode } from './ids.ts';
import { printedDifferences } from './printed-differences.ts';
import type { ResultView } from './result-view.ts';
import { Separation, separation } from './separation.ts';

/** What an indicator adds to the one unit's score more than to the other's. */
export const ContributionDifference = z.strictObject({
  indicator: NodeCode,
  difference: z.number(),
  /** The same rounded for print; those of all indicators sum exactly to the difference of the printed scores. */
  printed: z.number(),
  /** The unit of the two that has no value here, so that the indicator adds nothing to it; null: both have one. */
  missingIn: UnitCode.nullable(),
});
export type ContributionDifference = z.infer<typeof ContributionDifference>;

/** The same for a dimension: what its indicators sum to, exactly and as printed. */
export const DimensionDifference = z.strictObject({
  dimension: NodeCode,
  difference: z.number(),
  printed: z.number(),
});
export type DimensionDifference = z.infer<typeof DimensionDifference>;

export const UnitComparison = z.strictObject({
  higher: UnitCode,
  lower: UnitCode,
  scoreOfHigher: z.number(),
  scoreOfLower: z.number(),
  /** Share of the weight with an adopted value, 0..1. */
  coverageOfHigher: z.number(),
  coverageOfLower: z.number(),
  tied: z.boolean(),
  separation: Separation,
  /**
   * Largest absolute difference first; the differences of all indicators sum to that of the scores. Empty where the
   * aggregation is not a weighted sum.
   */
  differences: z.array(ContributionDifference),
  /** In the published order; empty where there are no differences. */
  dimensions: z.array(DimensionDifference),
});
export type UnitComparison = z.infer<typeof UnitComparison>;

/** Why one unit stands above another. Both must be in the result; `higher` has the better or the same rank. */
export function compareUnits(
  index: FrameworkIndex,
  view: ResultView,
  higher: UnitCode,
  lower: UnitCode,
): UnitComparison {
  const { result } = view;
  const [above, below] = [view.unitPosition(higher), view.unitPosition(lower)];
  const scoreOfHigher = result.score[above] ?? NaN;
  const scoreOfLower = result.score[below] ?? NaN;
  const codes = index.indicators
    .map(({ code }) => code)
    .filter((code) => view.nodePosition(code) >= 0);
  const exact = codes.map(
    (code) => view.contribution(code, higher) - view.contribution(code, lower),
  );
  const isSum = exact.every((each) => !Number.isNaN(each));
  const printed = isSum ? printedDifferences(exact, scoreOfHigher, scoreOfLower) : [];
  const differences = codes.map((indicator, at): ContributionDifference => ({
    indicator,
    difference: exact[at] ?? NaN,
    printed: printed[at] ?? NaN,
    missingIn: missingIn(view, indicator, higher, lower),
  }));
  return {
    higher,
    lower,
    scoreOfHigher,
    scoreOfLower,
    coverageOfHigher: result.coverage[above] ?? NaN,
    coverageOfLower: result.coverage[below] ?? NaN,
    tied: (result.rank[above] ?? 0) > 0 && result.rank[above] === result.rank[below],
    separation: separation(result, above, below),
    differences: isSum
      ? differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
      : [],
    dimensions: isSum ? dimensionDifferences(index, differences) : [],
  };
}

function dimensionDifferences(
  index: FrameworkIndex,
  differences: readonly ContributionDifference[],
): DimensionDifference[] {
  return index.dimensions.map(({ code }, place) => {
    const own = differences.filter(({ indicator }) => index.dimensionOf.get(indicator) === place);
    const tenths = own.reduce((sum, { printed }) => sum + Math.round(printed * 10), 0);
    return {
      dimension: code,
      difference: own.reduce((sum, { difference }) => sum + difference, 0),
      printed: tenths / 10,
    };
  });
}

function missingIn(
  view: ResultView,
  indicator: NodeCode,
  higher: UnitCode,
  lower: UnitCode,
): UnitCode | null {
  const inHigher = Number.isNaN(view.value(indicator, higher));
  const inLower = Number.isNaN(view.value(indicator, lower));
  if (inHigher === inLower) return null;
  return inHigher ? higher : lower;
}
