import type { ScenarioId } from '../../shared/model/ids.ts';
import type { SensitivityRequest, SensitivityResult } from '../../shared/model/sensitivity.ts';
import type {
  UncertaintyRequest,
  UncertaintyResult,
  UncertaintySources,
} from '../../shared/model/uncertainty.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import type { ScoringRequest } from '../engine/score.ts';
import { createSensitivityAnalysis } from '../engine/sensitivity/sensitivity-analysis.ts';
import { multiverse } from '../engine/sensitivity/multiverse.ts';
import { removeOne } from '../engine/sensitivity/remove-one.ts';
import { tornado } from '../engine/sensitivity/tornado.ts';
import { createSimulation } from '../engine/uncertainty/simulation.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { analysisKey, createKeptAnalyses, type KeptAnalyses } from './kept-analyses.ts';
import type { JobKind, JobRun } from './ports.ts';
import { scoringRequest } from './scoring.ts';
import { runSensitivity } from './sensitivity.ts';
import { drawnModelSetup, runUncertainty } from './uncertainty.ts';
import { resolvedOf } from './workbook-model.ts';

type RobustnessHandlers = Pick<
  Handlers,
  | 'uncertainty.run'
  | 'uncertainty.result'
  | 'uncertainty.latest'
  | 'uncertainty.draw'
  | 'sensitivity.run'
  | 'sensitivity.result'
  | 'sensitivity.latest'
  | 'sensitivity.removeOne'
  | 'sensitivity.tornado'
  | 'sensitivity.multiverse'
>;

/** An analysis that runs in workers as a job and whose results are kept. */
interface Analysis<Request extends { readonly sources: UncertaintySources }, Result> {
  readonly kind: string;
  readonly jobs: JobKind<Result>;
  readonly kept: KeptAnalyses<Request, Result>;
  readonly run: (
    workbook: OpenWorkbook,
    scoring: ScoringRequest,
    request: Request,
    run: JobRun,
  ) => Promise<Result>;
}

/** How robust the ranking of a scenario is. */
export function createRobustnessService({
  session,
  jobs,
}: Pick<ServiceContext, 'session' | 'jobs'>): RobustnessHandlers {
  const uncertainty: Analysis<UncertaintyRequest, UncertaintyResult> = {
    kind: 'uncertainty',
    jobs: jobs.kind('uncertainty'),
    kept: createKeptAnalyses(),
    run: runUncertainty,
  };
  const sensitivity: Analysis<SensitivityRequest, SensitivityResult> = {
    kind: 'sensitivity',
    jobs: jobs.kind('sensitivity'),
    kept: createKeptAnalyses(),
    run: runSensitivity,
  };
  const scoringOf = (scenario: ScenarioId) => requestOf(session.current(), scenario);

  function start<Request extends { readonly sources: UncertaintySources }, Result>(
    analysis: Analysis<Request, Result>,
    scenario: ScenarioId,
    request: Request,
    connection: string,
  ) {
    const workbook = session.current();
    const scoring = requestOf(workbook, scenario);
    const key = keyOf(analysis.kind, workbook, scoring, request);
    const job = analysis.jobs.start(connection, async (run) => {
      const result =
        analysis.kept.find(key) ?? (await analysis.run(workbook, scoring, request, run));
      analysis.kept.keep(workbook, scenario, { key, request, result });
      return result;
    });
    return { job };
  }

  function latest<Request extends { readonly sources: UncertaintySources }, Result>(
    { kind, kept }: Analysis<Request, Result>,
    scenario: ScenarioId,
  ) {
    const workbook = session.current();
    const last = kept.latest(workbook, scenario);
    if (last === null) return null;
    const { key, request, result } = last;
    const now = keyOf(kind, workbook, requestOf(workbook, scenario), request);
    return { request, result, engine: ENGINE_VERSION, current: now === key };
  }

  return {
    'uncertainty.run': ({ scenario, request }, { connection }) => {
      const setup = drawnModelSetup(session.current(), scoringOf(scenario), request.sources);
      // Refuses now, at the control, what cannot be run.
      createSimulation({ ...setup, draws: request.draws, seed: request.seed });
      return start(uncertainty, scenario, request, connection);
    },
    'uncertainty.result': ({ job }, { connection }) => uncertainty.jobs.result(connection, job),
    'uncertainty.latest': ({ scenario }) => latest(uncertainty, scenario),
    'uncertainty.draw': ({ scenario, request: { draws, seed, sources }, draw }) => {
      const setup = drawnModelSetup(session.current(), scoringOf(scenario), sources);
      return createSimulation({ ...setup, draws, seed }).drawParameters(draw);
    },
    'sensitivity.run': ({ scenario, request }, { connection }) => {
      const setup = drawnModelSetup(session.current(), scoringOf(scenario), request.sources);
      createSensitivityAnalysis({ ...setup, samples: request.samples, seed: request.seed });
      return start(sensitivity, scenario, request, connection);
    },
    'sensitivity.result': ({ job }, { connection }) => sensitivity.jobs.result(connection, job),
    'sensitivity.latest': ({ scenario }) => latest(sensitivity, scenario),
    'sensitivity.removeOne': ({ scenario }) => removeOne(scoringOf(scenario)),
    'sensitivity.tornado': ({ scenario, factor }) => tornado(scoringOf(scenario), factor),
    'sensitivity.multiverse': ({ scenario, choices }) => multiverse(scoringOf(scenario), choices),
  };
}

function requestOf(workbook: OpenWorkbook, scenario: ScenarioId): ScoringRequest {
  return scoringRequest(workbook, resolvedOf(workbook, scenario));
}

function keyOf(
  kind: string,
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  request: { readonly sources: UncertaintySources },
): string {
  return analysisKey(kind, drawnModelSetup(workbook, scoring, request.sources), request);
}
