import { isDeepStrictEqual } from 'node:util';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { NodeCode, Revision, ScenarioId } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import { changedByWeights, type ReweighedScores } from '../../shared/model/reweighed-scores.ts';
import { createScorer, type Scorer, type ScoringRequest } from '../engine/score.ts';
import type { ResolvedOverrides } from '../engine/resolve-scenario.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { checkedWeights } from './sibling-weights.ts';
import { cellTableOf, resolvedOf, unitsOf } from './workbook-model.ts';
import type { WorkbookSession } from './workbook-session.ts';

/** Draws behind the plausible rank intervals. The seed is part of every result, so that it can be made again. */
const PLAUSIBLE = { draws: 2000, seed: 20250630 };

/** Above so many draws and comparisons the intervals would no longer be cheap: about a fifth of a second. */
const MOST_DRAWING = 10_000_000;

/** Cells of all scorers kept: what makes an answer instant must not make the program large. */
const MOST_KEPT_CELLS = 2_000_000;

/** Everything that the scores depend on, given what is in force; without intervals that are drawn. */
export function scoringRequest(
  workbook: OpenWorkbook,
  resolved: ResolvedOverrides,
): ScoringRequest {
  return {
    framework: resolved.framework,
    units: unitsOf(workbook),
    values: valuesInForce(workbook, resolved),
    method: resolved.method,
    excludedUnits: resolved.excludedUnits,
    excludedNodes: resolved.excludedNodes,
    plausible: null,
  };
}

/** The same with the plausible rank intervals, where they are cheap: each draw fills the gaps and ranks the units. */
export function withPlausibleRanks(request: ScoringRequest): ScoringRequest {
  const units = request.units.length;
  const gaps = request.values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const drawing = PLAUSIBLE.draws * (gaps + units * Math.log2(units + 1));
  return drawing <= MOST_DRAWING ? { ...request, plausible: PLAUSIBLE } : request;
}

/** Raw values by cell of the table, with the scenario's own in place of the adopted ones. */
function valuesInForce(workbook: OpenWorkbook, resolved: ResolvedOverrides): Float64Array {
  return withValues(workbook, cellTableOf(workbook).values, resolved.values);
}

/** A copy of a table of values with some cells replaced. */
export function withValues(
  workbook: OpenWorkbook,
  base: Float64Array,
  replaced: ResolvedOverrides['values'],
): Float64Array {
  const table = cellTableOf(workbook);
  const values = base.slice();
  if (replaced.length === 0) return values;
  const unitPosition = new Map(table.units.map((unit, position) => [unit, position]));
  const indicatorPosition = new Map(table.indicators.map((code, position) => [code, position]));
  for (const { unit, indicator, value } of replaced) {
    const row = indicatorPosition.get(indicator) ?? 0;
    values[row * table.units.length + (unitPosition.get(unit) ?? 0)] = value ?? Number.NaN;
  }
  return values;
}

interface KeptScorer {
  readonly request: ScoringRequest;
  readonly scorer: Scorer;
}

/** What was asked last of a scenario: until the workbook changes, the answer needs no look at the inputs. */
interface LastAnswer {
  readonly workbook: OpenWorkbook;
  readonly revision: Revision;
  readonly entry: KeptScorer;
}

/** Answers at once, so that several answers in a row are of one and the same state of the workbook. */
export interface ScoringService {
  readonly 'scores.get': (input: MethodInput<'scores.get'>) => ScoringResult;
  readonly 'scores.preview': (input: MethodInput<'scores.preview'>) => ReweighedScores;
}

/** Scores, kept by their inputs: scenarios that are equal share one scorer, and what did not change is not computed again. */
export function createScoringService({
  session,
}: {
  readonly session: Pick<WorkbookSession, 'current'>;
}): ScoringService {
  // Most recently used last.
  let kept: readonly KeptScorer[] = [];
  const lastAnswers = new Map<ScenarioId, LastAnswer>();

  function scorerOf(scenario: ScenarioId): KeptScorer {
    const workbook = session.current();
    const last = lastAnswers.get(scenario);
    if (last?.workbook === workbook && last.revision === workbook.revision) return last.entry;

    const request = scoringRequest(workbook, resolvedOf(workbook, scenario));
    const known = kept.find((each) => sameInputs(each.request, request));
    const entry = known ?? { request, scorer: createScorer(withPlausibleRanks(request)) };
    kept = withinMemory([...kept.filter((each) => each !== entry), entry]);
    for (const [id, { entry: answered }] of lastAnswers) {
      if (!kept.includes(answered)) lastAnswers.delete(id);
    }
    lastAnswers.set(scenario, { workbook, revision: workbook.revision, entry });
    return entry;
  }

  return {
    'scores.get': ({ scenario }) => scorerOf(scenario).scorer.result,
    'scores.preview': ({ scenario, siblings, contributionsOf }) => {
      const { request, scorer } = scorerOf(scenario);
      const weights = checkedWeights(request.framework, siblings);
      // Without the intervals that are drawn, which would cost more than all the rest.
      const result = scorer.reweigh(weights, { plausible: false });
      return changedByWeights(result, aggregatesOf(scorer), positionsOf(result, contributionsOf));
    },
  };
}

/** Positions of nodes in a result, of all of them where none are named. */
function positionsOf({ nodes }: ScoringResult, named: readonly NodeCode[] | undefined): Int32Array {
  const wanted = named === undefined ? null : new Set(named);
  return Int32Array.from(
    nodes.flatMap((node, position) => (wanted === null || wanted.has(node) ? [position] : [])),
  );
}

/** Positions of the nodes that are no indicators. */
function aggregatesOf({ prepared }: Scorer): Int32Array {
  const { nodeCount, leafOfNode } = prepared.tree;
  return Int32Array.from({ length: nodeCount }, (_, node) => node).filter(
    (node) => (leafOfNode[node] ?? -1) < 0,
  );
}

/** The newest, as many as `MOST_KEPT_CELLS` allows, but always one. */
function withinMemory(scorers: readonly KeptScorer[]): readonly KeptScorer[] {
  let cells = 0;
  const firstKept = scorers.findLastIndex(({ request }) => {
    cells += request.values.length;
    return cells > MOST_KEPT_CELLS;
  });
  return scorers.slice(Math.min(firstKept + 1, scorers.length - 1));
}

export function sameInputs(a: ScoringRequest, b: ScoringRequest): boolean {
  return (
    a.units === b.units &&
    bytesOf(a.values).equals(bytesOf(b.values)) &&
    isDeepStrictEqual(a.framework, b.framework) &&
    isDeepStrictEqual(a.method, b.method) &&
    isDeepStrictEqual(a.excludedUnits, b.excludedUnits) &&
    isDeepStrictEqual(a.excludedNodes, b.excludedNodes)
  );
}

function bytesOf(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
