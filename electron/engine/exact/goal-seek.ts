import type { UnitCode } from '../../../shared/model/ids.ts';
import type { GoalAnswer, GoalMoves, GoalStep } from '../../../shared/model/weight-analysis.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { createScorer, type ScoringRequest } from '../score.ts';
import { type GoalColumn, goalColumns, isWhole } from './goal-columns.ts';
import { jointImprovement } from './joint-improvement.ts';

/** Halvings of a range: to the last digits of a number. */
const HALVINGS = 52;

export interface GoalSetup {
  readonly scoring: ScoringRequest;
  readonly unit: UnitCode;
  readonly rank: number;
  readonly moves: GoalMoves;
}

/**
 * Goal seek: for each indicator alone, one in each block, the least improvement by which the unit reaches `rank`, everything
 * else as it is; and the least of several together (`jointImprovement`). Every candidate is scored with the whole pipeline,
 * so minima, maxima and means that the new value moves are moved, and any method will do. A better value never makes the
 * rank worse, so halving the range finds the threshold.
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
  { indicator, definition, at, from, worst, best }: GoalColumn,
): GoalStep {
  const rankWith = (candidate: number) => {
    const values = request.values.slice();
    values[at] = candidate;
    return rankOfUnit({ ...request, values }, unit);
  };
  const reaches = (value: number) => {
    const rank = rankWith(value);
    return rank > 0 && rank <= goal;
  };
  const rankAtBest = rankWith(best);
  const found = (to: number | null): GoalStep => ({ indicator, from, to, worst, best, rankAtBest });
  if (from !== null && reaches(from)) return found(from);
  if (!(rankAtBest > 0 && rankAtBest <= goal)) return found(null);
  if (from === null && reaches(worst)) return found(worst);
  let short = from ?? worst;
  let enough = best;
  for (let turn = 0; turn < HALVINGS && short !== enough; turn++) {
    const middle = (short + enough) / 2;
    if (middle === short || middle === enough) break;
    if (reaches(middle)) enough = middle;
    else short = middle;
  }
  if (!isWhole(definition.type)) return found(enough);
  // Halving may end a hair beyond a whole value that is enough itself.
  const nearest = Math.round(enough);
  if (reaches(nearest)) return found(nearest);
  // The next whole value on the better side.
  return found(best >= short ? Math.ceil(enough) : Math.floor(enough));
}

/** 0 = not ranked. */
function rankOfUnit(request: ScoringRequest, unit: UnitCode): number {
  const { result } = createScorer(request);
  return result.rank[result.units.indexOf(unit)] ?? 0;
}
