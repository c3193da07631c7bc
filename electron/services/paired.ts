import type { ScenarioId } from '../../shared/model/ids.ts';
import type { PairedRequest, PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { PairedSetup } from '../engine/uncertainty/paired-simulation.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { analysisKey, createKeptAnalyses } from './kept-analyses.ts';
import { runInWorkers } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { drawnModelSetup } from './uncertainty.ts';
import { resolvedOf } from './workbook-model.ts';

type PairedHandlers = Pick<
  Handlers,
  'scenarios.paired' | 'scenarios.pairedResult' | 'scenarios.pairedLatest'
>;

/** Two scenarios under the same uncertainty, draw by draw. */
export function createPairedService({
  session,
  jobs,
}: Pick<ServiceContext, 'session' | 'jobs'>): PairedHandlers {
  const kind = jobs.kind<PairedResult>('paired');
  const kept = createKeptAnalyses<PairedRequest, PairedResult>();
  const subjectOf = (first: ScenarioId, second: ScenarioId) => JSON.stringify([first, second]);

  return {
    'scenarios.paired': ({ first, second, request }, { connection }) => {
      const workbook = session.current();
      const setup = pairedSetup(workbook, first, second, request);
      const key = keyOf(workbook, first, second, request);
      const job = kind.start(connection, async (run) => {
        const result = kept.find(key) ?? (await runInWorkers({ kind: 'paired', setup }, run));
        kept.keep(workbook, subjectOf(first, second), { key, request, result });
        return result;
      });
      return { job };
    },
    'scenarios.pairedResult': ({ job }, { connection }) => kind.result(connection, job),
    'scenarios.pairedLatest': ({ first, second }) => {
      const workbook = session.current();
      const last = kept.latest(workbook, subjectOf(first, second));
      if (last === null) return null;
      const { key, request, result } = last;
      const now = keyOf(workbook, first, second, request);
      return { request, result, current: now === key };
    },
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

function keyOf(
  workbook: OpenWorkbook,
  first: ScenarioId,
  second: ScenarioId,
  request: PairedRequest,
): string {
  return [first, second]
    .map((scenario) => analysisKey('paired', workbook, scoringOf(workbook, scenario), request))
    .join('/');
}

function scoringOf(workbook: OpenWorkbook, scenario: ScenarioId): ScoringRequest {
  return scoringRequest(workbook, resolvedOf(workbook, scenario));
}
