import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Touched } from '../../shared/contract/events.ts';
import { decodeFrame, encodeFrame } from '../../shared/contract/frame.ts';
import type { ScenarioId } from '../../shared/model/ids.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { cachedUntil } from './cached.ts';
import { scoringRequest } from './scoring.ts';
import { gradesOf } from './uncertainty.ts';
import { resolvedOf } from './workbook-model.ts';

/** Results of one kind of analysis, kept in the workbook by everything that they depend on. */
export interface KeptAnalyses<Request, Result> {
  /** Hash of all that a result for this request would depend on now. */
  inputsOf(workbook: OpenWorkbook, scenarios: readonly ScenarioId[], request: Request): string;
  /** For exactly these inputs, in whatever scenarios. */
  find(workbook: OpenWorkbook, inputs: string): Result | null;
  keep(
    workbook: OpenWorkbook,
    analysis: {
      readonly scenarios: readonly ScenarioId[];
      readonly inputs: string;
      readonly request: Request;
      readonly result: Result;
    },
  ): void;
  /** The newest that rests on the inputs of now, or else the newest of all. */
  latest(
    workbook: OpenWorkbook,
    scenarios: readonly ScenarioId[],
  ): {
    readonly request: Request;
    readonly result: Result;
    readonly engine: number;
    readonly current: boolean;
  } | null;
}

/** @param schemas what is read back must fit them: the file may come from anyone, or from another version. */
export function createKeptAnalyses<Request, Result>(
  kind: string,
  schemas: { readonly request: z.ZodType<Request>; readonly result: z.ZodType<Result> },
): KeptAnalyses<Request, Result> {
  function inputsOf(
    workbook: OpenWorkbook,
    scenarios: readonly ScenarioId[],
    request: Request,
  ): string {
    const scoring = scenarios.map((scenario) => scoringHash(workbook, scenario));
    const grades = drawsValues(request) ? gradesHash(workbook) : null;
    return sha256(JSON.stringify([kind, ENGINE_VERSION, scoring, grades, request]));
  }

  function find(workbook: OpenWorkbook, inputs: string): Result | null {
    const stored = workbook.analyses.result(kind, inputs);
    if (stored === null) return null;
    return schemas.result.safeParse(decoded(stored)).data ?? null;
  }

  return {
    inputsOf,
    find,
    keep: (workbook, { scenarios, inputs, request, result }) =>
      workbook.analyses.keep({
        kind,
        scenarios: JSON.stringify(scenarios),
        inputs,
        engine: ENGINE_VERSION,
        request: JSON.stringify(request),
        result: encodeFrame(result),
      }),
    latest(workbook, scenarios) {
      const rows = workbook.analyses.list(kind, JSON.stringify(scenarios));
      const candidates = rows.flatMap((row) => {
        const request = schemas.request.safeParse(parsed(row.request));
        return request.success ? [{ ...row, request: request.data }] : [];
      });
      const isCurrent = ({ inputs, request }: (typeof candidates)[number]) =>
        inputsOf(workbook, scenarios, request) === inputs;
      const currentOne = candidates.find(isCurrent);
      const inOrder = currentOne === undefined ? candidates : [currentOne, ...candidates];
      for (const candidate of inOrder) {
        const result = find(workbook, candidate.inputs);
        if (result === null) continue;
        const { request, engine } = candidate;
        return { request, result, engine, current: candidate === currentOne };
      }
      return null;
    },
  };
}

/** What all analyses of a scenario depend on, hashed once until an act. */
const scoringHashes = cachedUntil(Touched.options, () => new Map<ScenarioId, string>());

function scoringHash(workbook: OpenWorkbook, scenario: ScenarioId): string {
  const known = scoringHashes(workbook);
  let hash = known.get(scenario);
  if (hash === undefined) {
    hash = hashOfScoring(scoringRequest(workbook, resolvedOf(workbook, scenario)));
    known.set(scenario, hash);
  }
  return hash;
}

function hashOfScoring(scoring: ScoringRequest): string {
  const { framework, units, method, excludedUnits, excludedNodes, values } = scoring;
  return sha256(
    JSON.stringify([
      framework,
      units,
      method,
      [...excludedUnits].toSorted(),
      [...excludedNodes].toSorted(),
    ]),
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  );
}

/** Values are drawn around what was adopted, as far as their grade lets them. */
const gradesHash = cachedUntil(Touched.options, (workbook) =>
  sha256(JSON.stringify(gradesOf(workbook))),
);

function drawsValues(request: unknown): boolean {
  if (typeof request !== 'object' || request === null || !('sources' in request)) return false;
  const { sources } = request as { sources: { values: unknown } };
  return sources.values !== null;
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** undefined: it cannot be read. */
function decoded(stored: string | Uint8Array): unknown {
  try {
    return decodeFrame(typeof stored === 'string' ? stored : Uint8Array.from(stored).buffer);
  } catch {
    return undefined;
  }
}
