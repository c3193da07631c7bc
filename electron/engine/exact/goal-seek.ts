import { AppError } from '../../../shared/contract/errors.ts';
import type { IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { columnRange } from '../column-statistics.ts';
import { createScorer, type ScoringRequest } from '../score.ts';

/** What one indicator alone would have to become for the unit to reach a rank. In the indicator's unit of measure. */
export interface GoalStep {
  readonly indicator: NodeCode;
  /** null: the unit has no value there now. */
  readonly from: number | null;
  /** The least improvement that reaches the rank; null: not even the best value of the range does. */
  readonly to: number | null;
  /** The range searched, from its worst to its best end. */
  readonly worst: number;
  readonly best: number;
  /** Rank with the best value of the range; 0 = not ranked. */
  readonly rankAtBest: number;
}

/** Halvings of a range: to the last digits of a number. */
const HALVINGS = 52;

/**
 * Goal seek: for each indicator alone, the least improvement by which the unit reaches `rank`, everything else as it is.
 * Every candidate is scored with the whole pipeline, so minima, maxima and means that the new value moves are moved, and
 * any method will do. A better value never makes the rank worse, so halving the range finds the threshold.
 *
 * The range is what the indicator allows: 0..100 for percent, 0 or 1 for booleans, whole ranks from 1, goalposts where
 * there are some, else from the lowest to the highest value observed.
 * @throws AppError `E_NOT_FOUND` for a unit that is not scored, `E_INPUT` for a rank below 1
 */
export function goalSeek(request: ScoringRequest, unit: UnitCode, rank: number): GoalStep[] {
  if (!(rank >= 1)) {
    throw new AppError('E_INPUT', `The rank to reach must be at least 1, found ${rank}`, {
      reason: 'goal-rank',
      expected: '≥ 1',
      found: String(rank),
    });
  }
  const row = request.units.findIndex(({ code }) => code === unit);
  if (row < 0 || request.excludedUnits.has(unit)) {
    throw new AppError('E_NOT_FOUND', `no unit "${unit}" is scored`, {
      reason: 'unknown-unit',
      unit,
    });
  }
  const leaves = request.framework.nodes.filter((node) => node.indicator !== null);
  const steps: GoalStep[] = [];
  leaves.forEach(({ code, indicator }, leaf) => {
    if (indicator === null || request.excludedNodes.has(code)) return;
    const count = request.units.length;
    const range = rangeOf(indicator, request.values.subarray(leaf * count, (leaf + 1) * count));
    if (range === null) return;
    const at = leaf * count + row;
    const value = request.values[at];
    const from = value === value ? value : null;
    const rankWith = (candidate: number) => rankOf(request, at, candidate, unit);
    steps.push({
      indicator: code,
      from,
      ...range,
      ...leastImprovement(from, range, rank, rankWith, indicator),
    });
  });
  return steps;
}

interface SearchRange {
  readonly worst: number;
  readonly best: number;
}

function rangeOf(indicator: IndicatorDefinition, column: Float64Array): SearchRange | null {
  const { min, max, count } = columnRange(column);
  const ends = (): readonly [number, number] | null => {
    if (indicator.type === 'boolean') return [0, 1];
    if (indicator.type === 'percent') return [Math.min(0, min), Math.max(100, max)];
    if (indicator.goalposts !== null) {
      const { lower, upper } = indicator.goalposts;
      return count === 0 ? [lower, upper] : [Math.min(lower, min), Math.max(upper, max)];
    }
    if (count === 0) return null;
    return [indicator.type === 'rank' ? 1 : min, max];
  };
  const found = ends();
  if (found === null) return null;
  const low = Number.isNaN(found[0]) ? 0 : found[0];
  const high = Number.isNaN(found[1]) ? 100 : found[1];
  return indicator.direction === 1 ? { worst: low, best: high } : { worst: high, best: low };
}

/** 0 = not ranked, as with a value that the method refuses. */
function rankOf(request: ScoringRequest, at: number, candidate: number, unit: UnitCode): number {
  const values = request.values.slice();
  values[at] = candidate;
  const { result } = createScorer({ ...request, values, plausible: null });
  return result.rank[result.units.indexOf(unit)] ?? 0;
}

function leastImprovement(
  from: number | null,
  { worst, best }: SearchRange,
  goal: number,
  rankWith: (value: number) => number,
  { type }: IndicatorDefinition,
): { to: number | null; rankAtBest: number } {
  const reaches = (value: number) => {
    const rank = rankWith(value);
    return rank > 0 && rank <= goal;
  };
  const rankAtBest = rankWith(best);
  if (from !== null && reaches(from)) return { to: from, rankAtBest };
  if (!(rankAtBest > 0 && rankAtBest <= goal)) return { to: null, rankAtBest };
  let short = from ?? worst;
  if (from === null && reaches(worst)) return { to: worst, rankAtBest };
  let enough = best;
  for (let turn = 0; turn < HALVINGS && short !== enough; turn++) {
    const middle = (short + enough) / 2;
    if (middle === short || middle === enough) break;
    if (reaches(middle)) enough = middle;
    else short = middle;
  }
  const isWhole = type === 'boolean' || type === 'rank';
  // The next whole value on the better side.
  const to = isWhole ? (best >= short ? Math.ceil(enough) : Math.floor(enough)) : enough;
  return { to, rankAtBest };
}
