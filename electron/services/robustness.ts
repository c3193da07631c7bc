import type { ScenarioId } from '../../shared/model/ids.ts';
import type {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneRequest,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { UncertaintyRequest, UncertaintyResult } from '../../shared/model/uncertainty.ts';
import type { AttainableRequest, AttainableResult } from '../../shared/model/weight-analysis.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { sharedNumbers } from '../workers/shared-numbers.ts';
import type { Call, Handlers } from './handlers.ts';
import type { ServiceContext } from './context.ts';
import { analysisKey, createKeptAnalyses } from './kept-analyses.ts';
import type { JobRun, Jobs } from './ports.ts';
import { runInWorkers, unwatched } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { runSensitivity } from './sensitivity.ts';
import { drawnModelSetup, runUncertainty } from './uncertainty.ts';
import { regionOf } from './weight-analysis.ts';
import { resolvedOf } from './workbook-model.ts';
import type { WorkbookSession } from './workbook-session.ts';

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

type RunInJob<Request, Result> = (
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  request: Request,
  run: JobRun,
) => Promise<Result>;

/** How robust the ranking of a scenario is. */
export function createRobustnessService(
  context: Pick<ServiceContext, 'session' | 'jobs'>,
): RobustnessHandlers {
  const { session } = context;
  const uncertainty = keptAnalysis<UncertaintyRequest, UncertaintyResult>(
    context,
    'uncertainty',
    runUncertainty,
  );
  const sensitivity = keptAnalysis<SensitivityRequest, SensitivityResult>(
    context,
    'sensitivity',
    runSensitivity,
  );
  const removeOne = keptAnalysis<RemoveOneRequest, RemoveOneResult>(
    context,
    'removeOne',
    (_, scoring, __, run) =>
      runInWorkers({ kind: 'removeOne', setup: { scoring: shared(scoring) } }, run),
  );
  const tornado = keptAnalysis<TornadoRequest, TornadoResult>(
    context,
    'tornado',
    (_, scoring, { factor }, run) =>
      runInWorkers({ kind: 'tornado', setup: { scoring: shared(scoring), factor } }, run),
  );
  const multiverse = keptAnalysis<MultiverseRequest, MultiverseResult>(
    context,
    'multiverse',
    (_, scoring, { choices }, run) =>
      runInWorkers({ kind: 'multiverse', setup: { scoring: shared(scoring), choices } }, run),
  );
  const attainableRanks = keptAnalysis<AttainableRequest, AttainableResult>(
    context,
    'attainableRanks',
    (_, scoring, { region }, run) =>
      runInWorkers(
        { kind: 'attainableRanks', setup: { scoring: shared(scoring), region: regionOf(region) } },
        run,
      ),
  );
  return {
    'uncertainty.run': uncertainty.run,
    'uncertainty.result': uncertainty.result,
    'uncertainty.latest': uncertainty.latest,
    'uncertainty.draw': ({ scenario, request: { draws, seed, sources }, draw }) => {
      const workbook = session.current();
      const model = drawnModelSetup(workbook, requestOf(workbook, scenario), sources);
      return runInWorkers({ kind: 'draw', setup: { ...model, draws, seed, draw } }, unwatched());
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

/** Handlers of an analysis that runs as a job and whose results are kept. */
function keptAnalysis<Request, Result>(
  { session, jobs }: { readonly session: WorkbookSession; readonly jobs: Jobs },
  subject: Subject,
  runInJob: RunInJob<Request, Result>,
) {
  const started = jobs.kind<Result>(subject);
  const kept = createKeptAnalyses<Request, Result>();
  return {
    run({ scenario, request }: { scenario: ScenarioId; request: Request }, { connection }: Call) {
      const workbook = session.current();
      const scoring = requestOf(workbook, scenario);
      const key = analysisKey(subject, workbook, scoring, request);
      const job = started.start(connection, async (run) => {
        const result = kept.find(key) ?? (await runInJob(workbook, scoring, request, run));
        kept.keep(workbook, scenario, { key, request, result });
        return result;
      });
      return { job };
    },
    result: ({ job }: Parameters<Handlers['uncertainty.result']>[0], { connection }: Call) =>
      started.result(connection, job),
    latest({ scenario }: { scenario: ScenarioId }) {
      const workbook = session.current();
      const last = kept.latest(workbook, scenario);
      if (last === null) return null;
      const { key, request, result } = last;
      const now = analysisKey(subject, workbook, requestOf(workbook, scenario), request);
      return { request, result, engine: ENGINE_VERSION, current: now === key };
    },
  };
}

function requestOf(workbook: OpenWorkbook, scenario: ScenarioId): ScoringRequest {
  return scoringRequest(workbook, resolvedOf(workbook, scenario));
}

/** With its numbers in memory that all workers read. */
function shared(scoring: ScoringRequest): ScoringRequest {
  return { ...scoring, values: sharedNumbers(scoring.values) };
}
