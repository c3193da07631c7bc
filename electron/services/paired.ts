import type { ScenarioId } from '../../shared/model/ids.ts';
import { PairedRequest, PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { PairedSetup } from '../engine/uncertainty/paired-simulation.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { createKeptAnalysisJobs } from './kept-analysis-jobs.ts';
import type { JobRun } from './ports.ts';
import { runInWorkers } from './run-in-workers.ts';
import { type AskedSources, sourcesOfRun } from './run-sources.ts';
import { findScenario } from './score-workbook.ts';
import { scoringRequest } from './scoring.ts';
import { drawnModelSetup } from './uncertainty.ts';
import { resolvedOf, scenariosOf, unitsOf } from './workbook-model.ts';

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

/** Two scenarios, as a person asks for their comparison. */
interface AskedComparison {
  /** Name or id; null: `baseline`. */
  readonly first: string | null;
  readonly second: string;
  readonly draws: number;
  readonly seed: number;
  readonly sources: AskedSources;
}

/**
 * The comparison of one run, with the units of the workbook. Method choices that are usually open are those of the first
 * scenario.
 *
 * @throws AppError E_NOT_FOUND for an unknown scenario; what the engine refuses
 */
export async function comparedScenarios(
  workbook: OpenWorkbook,
  { draws, seed, ...asked }: AskedComparison,
  run: JobRun,
): Promise<{ readonly units: readonly Unit[]; readonly result: PairedResult }> {
  const scenarios = scenariosOf(workbook).map(({ scenario }) => scenario);
  const first = findScenario(scenarios, asked.first, '--first');
  const second = findScenario(scenarios, asked.second, '--second');
  const sources = await sourcesOfRun(scoringOf(workbook, first), asked.sources, {});
  const setup = pairedSetup(workbook, first, second, { draws, seed, sources });
  return { units: unitsOf(workbook), result: await runInWorkers({ kind: 'paired', setup }, run) };
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
