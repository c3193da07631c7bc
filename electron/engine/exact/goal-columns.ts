import { AppError } from '../../../shared/contract/errors.ts';
import type { IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { GoalMoves } from '../../../shared/model/weight-analysis.ts';
import { columnRange } from '../column-statistics.ts';
import type { ScoringRequest } from '../score.ts';

/** An indicator that may move, and how far. */
export interface GoalColumn {
  readonly indicator: NodeCode;
  readonly definition: IndicatorDefinition;
  /** Position of the unit's cell in the request's values. */
  readonly at: number;
  /** null: the unit has no value there now. */
  readonly from: number | null;
  /** The range searched, from its worst to its best end. */
  readonly worst: number;
  readonly best: number;
}

/**
 * The indicators of a goal seek with their ranges. Without a range of one's own an indicator moves within what it allows:
 * 0..100 for percent, 0 or 1 for booleans, whole ranks from 1, goalposts where there are some, else from the lowest to the
 * highest value observed.
 *
 * @throws AppError `E_NOT_FOUND` for a unit that is not scored or an indicator that is not included, `E_INPUT` for a rank
 *   below 1
 */
export function goalColumns(
  request: ScoringRequest,
  unit: UnitCode,
  rank: number,
  moves: GoalMoves,
): GoalColumn[] {
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
  const ownRange = new Map(moves?.map((move) => [move.indicator, move]));
  const included = new Set(leaves.map(({ code }) => code).filter(isIncluded(request)));
  for (const code of ownRange.keys()) {
    if (included.has(code)) continue;
    throw new AppError('E_NOT_FOUND', `no indicator "${code}" is scored`, {
      reason: 'unknown-node',
      node: code,
    });
  }
  const count = request.units.length;
  return leaves.flatMap(({ code, indicator }, leaf): GoalColumn[] => {
    const own = ownRange.get(code);
    if (indicator === null || !included.has(code) || (moves !== null && own === undefined)) {
      return [];
    }
    const column = request.values.subarray(leaf * count, (leaf + 1) * count);
    const range = rangeOf(indicator, column, own?.low ?? null, own?.high ?? null);
    if (range === null) return [];
    const at = leaf * count + row;
    const value = request.values[at];
    const from = value === value ? value : null;
    return [
      { indicator: code, definition: indicator, at, from, ...fromHere(range, from, indicator) },
    ];
  });
}

/** The best end is never worse than the value now, and whole where the values are. */
function fromHere(
  { worst, best }: SearchRange,
  from: number | null,
  { type, direction }: IndicatorDefinition,
): SearchRange {
  const round = direction === 1 ? Math.floor : Math.ceil;
  const reachable = isWhole(type) ? round(best) : best;
  const isBehind = from !== null && direction * (reachable - from) < 0;
  return { worst, best: isBehind ? from : reachable };
}

export function isWhole(type: IndicatorDefinition['type']): boolean {
  return type === 'boolean' || type === 'rank';
}

function isIncluded({ framework, excludedNodes }: ScoringRequest): (code: NodeCode) => boolean {
  const parentOf = new Map(framework.nodes.map(({ code, parent }) => [code, parent]));
  return (code) => {
    for (let at: NodeCode | null = code; at !== null; at = parentOf.get(at) ?? null) {
      if (excludedNodes.has(at)) return false;
    }
    return true;
  };
}

interface SearchRange {
  readonly worst: number;
  readonly best: number;
}

/** @param ownLow, ownHigh in place of the ends that the indicator allows */
function rangeOf(
  indicator: IndicatorDefinition,
  column: Float64Array,
  ownLow: number | null,
  ownHigh: number | null,
): SearchRange | null {
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
  if (found === null && (ownLow === null || ownHigh === null)) return null;
  const [least, most] = found ?? [NaN, NaN];
  const low = ownLow ?? (Number.isNaN(least) ? 0 : least);
  const high = ownHigh ?? (Number.isNaN(most) ? 100 : most);
  return indicator.direction === 1 ? { worst: low, best: high } : { worst: high, best: low };
}
