import type { z } from 'zod';
import type { JobId, ScenarioId } from '../../shared/model/ids.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import { createKeptAnalyses, type KeptAnalyses } from './kept-analyses.ts';
import type { JobRun } from './ports.ts';

/** An analysis that runs as a job and whose results are kept in the workbook. */
export interface KeptAnalysisJobs<Request, Result> {
  /**
   * @param compute called in the job, unless the result is kept already
   */
  start(
    connection: string,
    scenarios: readonly ScenarioId[],
    request: Request,
    compute: (workbook: OpenWorkbook, run: JobRun) => Promise<Result>,
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
    start(connection, scenarios, request, compute) {
      const workbook = session.current();
      const inputs = kept.inputsOf(workbook, scenarios, request);
      return started.start(connection, async (run) => {
        const result = kept.find(workbook, inputs) ?? (await compute(workbook, run));
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
