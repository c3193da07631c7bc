import type { ScenarioId } from '../../shared/model/ids.ts';
import { PairedRequest, PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { PairedSetup } from '../engine/uncertainty/paired-simulation.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { createKeptAnalysisJobs } from './kept-analysis-jobs.ts';
import { runInWorkers } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { drawnModelSetup } from './uncertainty.ts';
import { resolvedOf } from './workbook-model.ts';

type PairedHandlers = Pick<
  Handlers,
  'scenarios.paired' | 'scenarios.pairedResult' | 'scenarios.pairedLatest'
>;

/** Two scenarios under the same uncertainty, draw by draw. */
export function createPairedService(
  context: Pick<ServiceContext, 'session' | 'jobs' | 'logger'>,
): PairedHandlers {
  const kept = createKeptAnalysisJobs(context, 'paired', {
    request: PairedRequest,
    result: PairedResult,
  });
  return {
    'scenarios.paired': ({ first, second, request }, { connection }) => {
      const job = kept.start(connection, [first, second], request, (workbook) => {
        const setup = pairedSetup(workbook, first, second, request);
        return (run) => runInWorkers({ kind: 'paired', setup }, run);
      });
      return { job };
    },
    'scenarios.pairedResult': ({ job }, { connection }) => kept.result(connection, job),
    'scenarios.pairedLatest': ({ first, second }) => kept.latest([first, second]),
  };
}

function pairedSetup(
  workbook: OpenWorkbook,
  first: ScenarioId,
  second: ScenarioId,
  { draws, seed, sources }: PairedRequest,
): PairedSetup {
  const setupOf = (scenario: ScenarioId) =>
    drawnModelSetup(workbook, scoringOf(workbook, scenario), sources);
  return { first: setupOf(first), second: setupOf(second), draws, seed };
}

function scoringOf(workbook: OpenWorkbook, scenario: ScenarioId): ScoringRequest {
  return scoringRequest(workbook, resolvedOf(workbook, scenario));
}
