import type { BriefRequest } from '../../shared/contract/brief-operations.ts';
import { BASELINE, type ScenarioId } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { BriefContent } from '../brief/brief-content.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { iterateAdopted } from '../store/repositories/observations.ts';
import { readSources } from '../store/repositories/sources.ts';
import { readWorkbookRow } from '../store/repositories/workbook-row.ts';
import { cachedUntil } from './cached.ts';
import { cellGrid } from './cell-grid.ts';
import {
  frameworkOf,
  methodOf,
  resolvedOf,
  scenariosOf,
  seriesOf,
  unitsOf,
} from './workbook-model.ts';

const sourcesOf = cachedUntil(['observations'], ({ reader }) => readSources(reader));
const adoptedOf = cachedUntil(['cells', 'observations'], ({ reader }) => [
  ...iterateAdopted(reader),
]);

/**
 * Everything that a brief is made from.
 *
 * @param scoresOf the same results that the interface shows
 * @throws AppError E_NOT_FOUND for an unknown scenario; what the engine refuses
 */
export function briefContent(
  workbook: OpenWorkbook,
  request: BriefRequest,
  { scoresOf, date }: { scoresOf: (scenario: ScenarioId) => ScoringResult; date: string },
): BriefContent {
  const { title, author } = readWorkbookRow(workbook.reader);
  return {
    request,
    title,
    author,
    date,
    framework: frameworkOf(workbook),
    units: unitsOf(workbook),
    series: seriesOf(workbook),
    sources: sourcesOf(workbook),
    scenarios: scenariosOf(workbook).map(({ scenario }) => scenario),
    method: resolvedOf(workbook, request.scenario).method,
    baselineMethod: methodOf(workbook),
    grid: cellGrid(workbook, request.scenario),
    adopted: adoptedOf(workbook),
    result: scoresOf(request.scenario),
    baselineResult: scoresOf(BASELINE),
  };
}
