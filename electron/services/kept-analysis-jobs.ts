import type { z } from 'zod';
import type { JobId, ScenarioId } from '../../shared/model/ids.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import { createKeptAnalyses, type KeptAnalyses } from './kept-analyses.ts';
import type { JobRun } from './ports.ts';

/** An analysis that runs as a job and whose results are kept in the workbook. */
export interface KeptAnalysisJobs<Request, Result> {
  /**
   * @param prepare called at once, unless the result is kept already: reads all that the analysis needs of the workbook, and
   *   returns what the job does with it
   */
  start(
    connection: string,
    scenarios: readonly ScenarioId[],
    request: Request,
    prepare: (workbook: OpenWorkbook) => (run: JobRun) => Promise<Result>,
  ): JobId;
  result(connection: string, job: JobId): Result;
  latest(scenarios: readonly ScenarioId[]): ReturnType<KeptAnalyses<Request, Result>['latest']>;
}

export function createKeptAnalysisJobs<Request, Result>(
  { session, jobs, logger }: Pick<ServiceContext, 'session' | 'jobs' | 'logger'>,
  kind: string,
  schemas: { readonly request: z.ZodType<Request>; readonly result: z.ZodType<Result> },
): KeptAnalysisJobs<Request, Result> {
  const started = jobs.kind<Result>(kind);
  const kept = createKeptAnalyses(kind, schemas);
  return {
    start(connection, scenarios, request, prepare) {
      const workbook = session.current();
      const inputs = kept.inputsOf(workbook, scenarios, request);
      const known = kept.find(workbook, inputs);
      // Not in the job: an act that comes before it would make the result one of other inputs than it is kept by.
      const compute = known === null ? prepare(workbook) : async () => known;
      return started.start(connection, async (run) => {
        const result = await compute(run);
        try {
          kept.keep(workbook, { scenarios, inputs, request, result });
        } catch (cause) {
          // What was computed is shown all the same.
          logger.warn(`a result was not kept: ${kind}`, { cause });
        }
        return result;
      });
    },
    result: (connection, job) => started.result(connection, job),
    latest: (scenarios) => kept.latest(session.current(), scenarios),
  };
}
