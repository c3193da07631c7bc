import type { Method } from '../../shared/model/method.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { Clock, Ids } from './ports.ts';
import { requestOfRun, type ScoringRun } from './score-workbook.ts';
import { withWorkbook } from './workbook-file.ts';

/** What an analysis of one run works on. */
export interface RequestOfRun {
  readonly workbook: OpenWorkbook;
  readonly request: ScoringRequest;
  /** What the run replaces in the method in force. */
  readonly replaced: Partial<Method>;
}

/**
 * Opens a workbook for one analysis of a run; nothing is written.
 *
 * @throws AppError see `withWorkbook` and `requestOfRun`
 */
export function withRequest<Result>(
  path: string,
  run: ScoringRun,
  surroundings: { dataFolder: string; clock: Clock; ids: Ids },
  work: (subject: RequestOfRun) => Result | Promise<Result>,
): Promise<Result> {
  return withWorkbook(path, surroundings, async (workbook) => {
    let replaced: Partial<Method> = {};
    const methodPart = (own: Method) => (replaced = run.methodPart(own));
    const request = await requestOfRun(workbook, { ...run, methodPart });
    return work({ workbook, request, replaced });
  });
}
