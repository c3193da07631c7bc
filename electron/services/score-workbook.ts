import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { BASELINE, type NodeCode, type ScenarioId } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { score, type ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { checkMethod } from './method-check.ts';
import { scoringRequest, withPlausibleRanks } from './scoring.ts';
import { resolvedOf, scenariosOf } from './workbook-model.ts';

/** What one run replaces; nothing of it is written to the workbook. */
export interface ScoringRun {
  /** Name or id; null: `baseline`. */
  readonly scenario: string | null;
  /** Parts that replace those of the method in force. */
  readonly methodPart: (own: Method) => Partial<Method>;
  /** Local weights that replace those in force; null: none. */
  readonly weightsFile: string | null;
}

export interface ScoredWorkbook {
  readonly result: ScoringResult;
  readonly framework: Framework;
  readonly units: readonly Unit[];
}

/**
 * Scores a workbook in a scenario, with the method and weights of this run.
 *
 * @param plausible whether the plausible rank intervals are wanted, where they are cheap
 * @throws AppError see `requestOfRun`; what the engine refuses
 */
export async function scoreWorkbook(
  workbook: OpenWorkbook,
  run: ScoringRun,
  { plausible }: { readonly plausible: boolean },
): Promise<ScoredWorkbook> {
  const request = await requestOfRun(workbook, run);
  const result = score(plausible ? withPlausibleRanks(request) : request);
  return { result, framework: request.framework, units: request.units };
}

/**
 * Everything that the scores of a run depend on.
 *
 * @throws AppError E_NOT_FOUND for an unknown scenario (the message lists those there are); E_INPUT for a method or weights
 *   that do not fit the workbook
 */
export async function requestOfRun(
  workbook: OpenWorkbook,
  run: ScoringRun,
): Promise<ScoringRequest> {
  const scenarios = scenariosOf(workbook).map(({ scenario }) => scenario);
  const resolved = resolvedOf(workbook, findScenario(scenarios, run.scenario));
  let weights: ReadonlyMap<NodeCode, number> = new Map();
  if (run.weightsFile !== null) {
    const { readWeightsFile } = await import('../exchange/weights-file.ts');
    weights = await readWeightsFile(run.weightsFile, resolved.framework.nodes);
  }
  const method = { ...resolved.method, ...run.methodPart(resolved.method) };
  checkMethod(workbook, method);
  const framework = reweighed(resolved.framework, weights);
  return scoringRequest(workbook, { ...resolved, framework, method });
}

/**
 * A scenario as a person names it.
 *
 * @param name name or id; null: `baseline`
 * @param option what the person named it in
 * @throws AppError E_NOT_FOUND; the message lists those there are
 */
export function findScenario(
  scenarios: readonly Scenario[],
  name: string | null,
  option = '--scenario',
): ScenarioId {
  if (name === null) return BASELINE;
  const found =
    scenarios.find((scenario) => scenario.name === name) ??
    scenarios.find((scenario) => scenario.id === name);
  if (found !== undefined) return found.id;
  const names = scenarios.map((scenario) => `"${scenario.name}"`).join(', ');
  throw new AppError('E_NOT_FOUND', `${option}: expected one of ${names}, found "${name}"`, {
    reason: 'unknown-scenario',
    expected: names,
    found: name,
  });
}

function reweighed(framework: Framework, weights: ReadonlyMap<NodeCode, number>): Framework {
  return {
    ...framework,
    nodes: framework.nodes.map((node) => {
      const weight = weights.get(node.code);
      return weight === undefined ? node : { ...node, weight };
    }),
  };
}
