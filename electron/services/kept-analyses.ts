import { createHash } from 'node:crypto';
import type { UncertaintySources } from '../../shared/model/uncertainty.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { drawnModelSetup } from './uncertainty.ts';

/** Results of the last few analyses of one kind, by everything that they depend on. In memory: a restart forgets them. */
export interface KeptAnalyses<Request, Result> {
  find(key: string): Result | null;
  keep(
    workbook: OpenWorkbook,
    subject: string,
    analysis: { readonly key: string; readonly request: Request; readonly result: Result },
  ): void;
  /** What was kept last for a scenario, or a pair of them, of this workbook. */
  latest(
    workbook: OpenWorkbook,
    subject: string,
  ): { readonly key: string; readonly request: Request; readonly result: Result } | null;
}

const MOST_KEPT = 16;

export function createKeptAnalyses<Request, Result>(): KeptAnalyses<Request, Result> {
  interface Entry {
    readonly workbook: OpenWorkbook;
    readonly subject: string;
    readonly key: string;
    readonly request: Request;
    readonly result: Result;
  }
  // Newest last.
  let entries: readonly Entry[] = [];
  return {
    find: (key) => entries.findLast((entry) => entry.key === key)?.result ?? null,
    keep(workbook, subject, analysis) {
      const others = entries.filter(
        (entry) =>
          entry.key !== analysis.key || entry.subject !== subject || entry.workbook !== workbook,
      );
      entries = [...others, { workbook, subject, ...analysis }].slice(-MOST_KEPT);
    },
    latest: (workbook, subject) =>
      entries.findLast((entry) => entry.workbook === workbook && entry.subject === subject) ?? null,
  };
}

/** Hash of all inputs: framework, units, values, ranges, method, exclusions, the request with its seed, the engine. */
export function analysisKey(
  kind: string,
  workbook: OpenWorkbook,
  scoring: ScoringRequest,
  request: unknown,
): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      kind,
      ENGINE_VERSION,
      scoring.framework,
      scoring.units,
      scoring.method,
      [...scoring.excludedUnits].toSorted(),
      [...scoring.excludedNodes].toSorted(),
      request,
    ]),
  );
  const ranges = drawsValues(request)
    ? drawnModelSetup(workbook, scoring, request.sources).ranges
    : null;
  for (const values of [scoring.values, ...(ranges === null ? [] : [ranges.low, ranges.high])]) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}

function drawsValues(request: unknown): request is { readonly sources: UncertaintySources } {
  return typeof request === 'object' && request !== null && 'sources' in request;
}
