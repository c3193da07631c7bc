import type { FrameworkIndex } from './framework-index.ts';
import type { NodeCode, UnitCode } from './ids.ts';
import type { ResultView } from './result-view.ts';
import { type Separation, separation } from './separation.ts';

/** What an indicator adds to the one unit's score more than to the other's. */
export interface ContributionDifference {
  readonly indicator: NodeCode;
  readonly difference: number;
  /** The unit of the two that has no value here, so that the indicator adds nothing to it; null: both have one. */
  readonly missingIn: UnitCode | null;
}

export interface UnitComparison {
  readonly higher: UnitCode;
  readonly lower: UnitCode;
  readonly scoreOfHigher: number;
  readonly scoreOfLower: number;
  readonly tied: boolean;
  readonly separation: Separation;
  /**
   * Largest absolute difference first; the differences of all indicators sum to that of the scores. Empty where the
   * aggregation is not a weighted sum.
   */
  readonly differences: readonly ContributionDifference[];
}

/** Why one unit stands above another. Both must be in the result; `higher` has the better or the same rank. */
export function compareUnits(
  index: FrameworkIndex,
  view: ResultView,
  higher: UnitCode,
  lower: UnitCode,
): UnitComparison {
  const { result } = view;
  const [above, below] = [view.unitPosition(higher), view.unitPosition(lower)];
  const differences = index.indicators
    .filter((node) => view.nodePosition(node.code) >= 0)
    .map(({ code }) => ({
      indicator: code,
      difference: view.contribution(code, higher) - view.contribution(code, lower),
      missingIn: missingIn(view, code, higher, lower),
    }));
  return {
    higher,
    lower,
    scoreOfHigher: result.score[above] ?? NaN,
    scoreOfLower: result.score[below] ?? NaN,
    tied: (result.rank[above] ?? 0) > 0 && result.rank[above] === result.rank[below],
    separation: separation(result, above, below),
    differences: differences.some((each) => Number.isNaN(each.difference))
      ? []
      : differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
  };
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
