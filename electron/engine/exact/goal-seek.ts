import type { UnitCode } from '../../../shared/model/ids.ts';
import type { GoalAnswer, GoalMoves, GoalStep } from '../../../shared/model/weight-analysis.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { createScorer, type ScoringRequest } from '../score.ts';
import { betterIsNeverWorse } from './better-is-never-worse.ts';
import { type GoalColumn, goalColumns, isWhole } from './goal-columns.ts';
import { jointImprovement } from './joint-improvement.ts';

/** Halvings of a range: to the last digits of a number. */
const HALVINGS = 52;
/** Places evenly along a range that are looked at where a better value may worsen the rank. */
const LOOKS = 64;

export interface GoalSetup {
  readonly scoring: ScoringRequest;
  readonly unit: UnitCode;
  readonly rank: number;
  readonly moves: GoalMoves;
}

/**
 * Goal seek: for each indicator alone, one in each block, the least improvement by which the unit reaches `rank`, everything
 * else as it is; and the least of several together (`jointImprovement`). Every candidate is scored with the whole pipeline,
 * so minima, maxima and means that the new value moves are moved, and any method will do. Where a better value never makes the
 * rank worse, halving the range finds the threshold. Elsewhere (`betterIsNeverWorse`) the rank may come and go along the
 * range: it is looked at in many places, and the first that is enough is narrowed down.
 *
 * @throws AppError as `goalColumns`
 */
export function createGoalSeek({
  scoring,
  unit,
  rank,
  moves,
}: GoalSetup): BlockAnalysis<GoalStep, GoalAnswer> {
  const request = { ...scoring, plausible: null };
  const columns = goalColumns(request, unit, rank, moves);
  return {
    blockCount: columns.length,
    runBlock: (block) => goalStep(request, unit, rank, columns[block]),
    gather: () =>
      gatherList((steps) => ({
        rank: rankOfUnit(request, unit),
        steps: [...steps],
        ...jointImprovement(request, unit, rank, columns, steps),
      })),
  };
}

function goalStep(
  request: ScoringRequest,
  unit: UnitCode,
  goal: number,
  column: GoalColumn,
): GoalStep {
  const { indicator, definition, at, from, worst, best } = column;
  const rankWith = (candidate: number) => {
    const values = request.values.slice();
    values[at] = candidate;
    return rankOfUnit({ ...request, values }, unit);
  };
  const isEnough = (rank: number) => rank > 0 && rank <= goal;
  const reaches = (value: number) => isEnough(rankWith(value));
  const whole = isWhole(definition.type) ? Math.round : (value: number) => value;
  const start = from ?? worst;
  const rankAtBest = rankWith(best);
  const others = valuesOfOthers(request, column);
  const isOrderly = betterIsNeverWorse(request.method);
  const found = (to: number | null): GoalStep => {
    return { indicator, from, to, worst, best, rankAtBest, proved: isOrderly || to === start };
  };
  if (reaches(start)) return found(start);

  let short = start;
  let enough: number | null = null;
  const isBetween = (value: number) => (value - start) * (best - value) > 0;
  // Where all others are alike, the one value like theirs leaves the column without information.
  const alike = others.size === 1 ? [...others].filter(isBetween) : [];
  const looks = isOrderly ? alike : placesBetween(start, best, others).map(whole);
  for (const value of new Set(looks)) {
    if (reaches(value)) {
      enough = value;
      break;
    }
    short = value;
  }
  if (enough === null && !isEnough(rankAtBest)) return found(null);
  enough ??= best;
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = whole((short + enough) / 2);
    if (middle === short || middle === enough) break;
    if (reaches(middle)) enough = middle;
    else short = middle;
  }
  return found(enough);
}

/** What the other scored units have on the indicator. */
function valuesOfOthers({ units, values, excludedUnits }: ScoringRequest, { at }: GoalColumn) {
  const start = at - (at % units.length);
  const others = new Set<number>();
  units.forEach(({ code }, unit) => {
    const value = values[start + unit];
    if (start + unit !== at && !excludedUnits.has(code) && value === value) others.add(value);
  });
  return others;
}

/** Between two values, from the first: evenly, at what others have, and half-way between these. */
function placesBetween(start: number, best: number, others: ReadonlySet<number>): number[] {
  const evenly = Array.from(
    { length: LOOKS - 1 },
    (_, place) => start + ((place + 1) / LOOKS) * (best - start),
  );
  const sign = Math.sign(best - start);
  const isBetween = (value: number) => sign * (value - start) > 0 && sign * (best - value) > 0;
  const inOrder = (one: number, other: number) => sign * (one - other);
  const passed = [start, ...[...others].filter(isBetween).sort(inOrder), best];
  const halfWay = passed.slice(1).map((value, before) => (passed[before] + value) / 2);
  return [...new Set([...evenly, ...passed.slice(1, -1), ...halfWay])].sort(inOrder);
}

/** 0 = not ranked. */
function rankOfUnit(request: ScoringRequest, unit: UnitCode): number {
  const { result } = createScorer(request);
  return result.rank[result.units.indexOf(unit)] ?? 0;
}
