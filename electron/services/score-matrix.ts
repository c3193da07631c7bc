import { AppError, type ErrorReply } from '../../shared/contract/errors.ts';
import type { Revision, ScenarioId } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { ScoreMatrix } from '../../shared/model/scenario-comparison.ts';
import { score, type ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { sameInputs, scoringRequest } from './scoring.ts';
import { resolvedOf, unitsOf } from './workbook-model.ts';

/** What a scenario gives: only what the matrix shows is kept. */
type Outcome =
  | Pick<ScoringResult, 'units' | 'rank' | 'score' | 'coverage'>
  | { readonly refused: ErrorReply };

interface Kept {
  readonly revision: Revision;
  readonly request: ScoringRequest;
  readonly outcome: Outcome;
}

/** Values of all requests kept, in cells: what is above is scored again when it is asked for. */
const MOST_KEPT_CELLS = 2_000_000;

/** All scenarios beside each other. After an act only those scenarios are scored again whose inputs it has changed. */
export function createScoreMatrixService({
  session,
}: Pick<ServiceContext, 'session'>): Pick<Handlers, 'scores.matrix'> {
  let keptOf: OpenWorkbook | null = null;
  const kept = new Map<ScenarioId, Kept>();

  function outcomeOf(workbook: OpenWorkbook, scenario: ScenarioId): Outcome {
    const known = kept.get(scenario);
    if (known?.revision === workbook.revision) return known.outcome;
    const request = scoringRequest(workbook, resolvedOf(workbook, scenario));
    const outcome =
      known !== undefined && sameInputs(known.request, request)
        ? known.outcome
        : outcomeOfRequest(request);
    kept.delete(scenario);
    if ((kept.size + 1) * request.values.length <= MOST_KEPT_CELLS) {
      kept.set(scenario, { revision: workbook.revision, request, outcome });
    }
    return outcome;
  }

  return {
    'scores.matrix': ({ scenarios }) => {
      const workbook = session.current();
      if (keptOf !== workbook) kept.clear();
      keptOf = workbook;
      return matrixOf(
        workbook,
        scenarios,
        scenarios.map((scenario) => outcomeOf(workbook, scenario)),
      );
    },
  };
}

/** A method that does not fit the data of one scenario is no reason to show nothing of the others. */
function outcomeOfRequest(request: ScoringRequest): Outcome {
  try {
    const { units, rank, score: scores, coverage } = score(request);
    return { units, rank, score: scores, coverage };
  } catch (cause) {
    if (cause instanceof AppError) return { refused: cause.toReply() };
    throw cause;
  }
}

function matrixOf(
  workbook: OpenWorkbook,
  scenarios: readonly ScenarioId[],
  outcomes: readonly Outcome[],
): ScoreMatrix {
  const units = unitsOf(workbook).map(({ code }) => code);
  const positionOf = new Map(units.map((unit, position) => [unit, position]));
  const size = scenarios.length * units.length;
  const matrix = {
    rank: new Int32Array(size),
    score: new Float64Array(size).fill(NaN),
    coverage: new Float64Array(size).fill(NaN),
  };
  outcomes.forEach((outcome, row) => {
    if ('refused' in outcome) return;
    outcome.units.forEach((unit, from) => {
      const at = row * units.length + (positionOf.get(unit) ?? 0);
      matrix.rank[at] = outcome.rank[from] ?? 0;
      matrix.score[at] = outcome.score[from] ?? NaN;
      matrix.coverage[at] = outcome.coverage[from] ?? NaN;
    });
  });
  return {
    scenarios: [...scenarios],
    units,
    ...matrix,
    refused: outcomes.map((outcome) => ('refused' in outcome ? outcome.refused : null)),
  };
}
