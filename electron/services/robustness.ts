import type { z } from 'zod';
import type { JobId, ScenarioId } from '../../shared/model/ids.ts';
import {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneRequest,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import { UncertaintyRequest, UncertaintyResult } from '../../shared/model/uncertainty.ts';
import { AttainableRequest, AttainableResult } from '../../shared/model/weight-analysis.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { Call, Handlers } from './handlers.ts';
import type { ServiceContext } from './context.ts';
import { createKeptAnalysisJobs } from './kept-analysis-jobs.ts';
import type { JobRun } from './ports.ts';
import {
  prepareMultiverse,
  runAttainableRanks,
  runRemoveOne,
  runTornado,
} from './rank-analyses.ts';
import { runInWorkers } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { prepareSensitivity } from './sensitivity.ts';
import { drawnModelSetup, prepareUncertainty } from './uncertainty.ts';
import { resolvedOf } from './workbook-model.ts';

type Subject =
  | 'uncertainty'
  | 'sensitivity'
  | 'removeOne'
  | 'tornado'
  | 'multiverse'
  | 'attainableRanks';

type RobustnessHandlers = Pick<
  Handlers,
  `${Subject}.run` | `${Subject}.result` | `${Subject}.latest` | 'uncertainty.draw'
>;

type Context = Pick<ServiceContext, 'session' | 'jobs' | 'logger'>;

type Prepare<Request, Result> = (
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  request: Request,
) => (run: JobRun) => Promise<Result>;

/** How robust the ranking of a scenario is. */
export function createRobustnessService(context: Context): RobustnessHandlers {
  const { session } = context;
  const uncertainty = keptAnalysis(
    context,
    'uncertainty',
    { request: UncertaintyRequest, result: UncertaintyResult },
    prepareUncertainty,
  );
  const sensitivity = keptAnalysis(
    context,
    'sensitivity',
    { request: SensitivityRequest, result: SensitivityResult },
    prepareSensitivity,
  );
  const removeOne = keptAnalysis(
    context,
    'removeOne',
    { request: RemoveOneRequest, result: RemoveOneResult },
    (_, scoring) => (run) => runRemoveOne(scoring, run),
  );
  const tornado = keptAnalysis(
    context,
    'tornado',
    { request: TornadoRequest, result: TornadoResult },
    (_, scoring, request) => (run) => runTornado(scoring, request, run),
  );
  const multiverse = keptAnalysis(
    context,
    'multiverse',
    { request: MultiverseRequest, result: MultiverseResult },
    prepareMultiverse,
  );
  const attainableRanks = keptAnalysis(
    context,
    'attainableRanks',
    { request: AttainableRequest, result: AttainableResult },
    (_, scoring, request) => (run) => runAttainableRanks(scoring, request, run),
  );
  return {
    'uncertainty.run': uncertainty.run,
    'uncertainty.result': uncertainty.result,
    'uncertainty.latest': uncertainty.latest,
    'uncertainty.draw': ({ scenario, request: { draws, seed, sources }, draw }, { signal }) => {
      const workbook = session.current();
      const model = drawnModelSetup(workbook, requestOf(workbook, scenario), sources);
      const setup = { ...model, draws, seed, draw };
      return runInWorkers({ kind: 'draw', setup }, { signal, progress: () => {} });
    },
    'sensitivity.run': sensitivity.run,
    'sensitivity.result': sensitivity.result,
    'sensitivity.latest': sensitivity.latest,
    'removeOne.run': removeOne.run,
    'removeOne.result': removeOne.result,
    'removeOne.latest': removeOne.latest,
    'tornado.run': tornado.run,
    'tornado.result': tornado.result,
    'tornado.latest': tornado.latest,
    'multiverse.run': multiverse.run,
    'multiverse.result': multiverse.result,
    'multiverse.latest': multiverse.latest,
    'attainableRanks.run': attainableRanks.run,
    'attainableRanks.result': attainableRanks.result,
    'attainableRanks.latest': attainableRanks.latest,
  };
}

/** The three handlers of an analysis of one scenario. */
function keptAnalysis<Request, Result>(
  context: Context,
  subject: Subject,
  schemas: { readonly request: z.ZodType<Request>; readonly result: z.ZodType<Result> },
  prepare: Prepare<Request, Result>,
) {
  const kept = createKeptAnalysisJobs(context, subject, schemas);
  return {
    run({ scenario, request }: { scenario: ScenarioId; request: Request }, { connection }: Call) {
      const job = kept.start(connection, [scenario], request, (workbook) =>
        prepare(workbook, requestOf(workbook, scenario), request),
      );
      return { job };
    },
    result: ({ job }: { job: JobId }, { connection }: Call) => kept.result(connection, job),
    latest: ({ scenario }: { scenario: ScenarioId }) => kept.latest([scenario]),
  };
}

function requestOf(workbook: OpenWorkbook, scenario: ScenarioId): ScoringRequest {
  return scoringRequest(workbook, resolvedOf(workbook, scenario));
}
