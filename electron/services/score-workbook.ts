import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { BASELINE, type NodeCode, type ScenarioId } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { resolveScenario, type ResolvedOverrides } from '../engine/resolve-scenario.ts';
import { score } from '../engine/score.ts';
import { readWeightsFile } from '../exchange/weights-file.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { readFramework, readMethod } from '../store/repositories/framework.ts';
import { iterateAdopted } from '../store/repositories/observations.ts';
import { readScenarios } from '../store/repositories/scenarios.ts';
import { readUnits } from '../store/repositories/units.ts';

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
 * @throws AppError E_NOT_FOUND for an unknown scenario (the message lists those there are); what the engine refuses
 */
export async function scoreWorkbook(
  { reader }: OpenWorkbook,
  run: ScoringRun,
): Promise<ScoredWorkbook> {
  const units = readUnits(reader);
  const base = { framework: readFramework(reader), method: readMethod(reader) };
  const scenarios = readScenarios(reader).map(({ scenario }) => scenario);
  const resolved = resolveScenario(scenarios, findScenario(scenarios, run.scenario), base);
  const framework =
    run.weightsFile === null
      ? resolved.framework
      : reweighed(
          resolved.framework,
          await readWeightsFile(run.weightsFile, resolved.framework.nodes),
        );
  const result = score({
    framework,
    units,
    values: valuesInForce([...iterateAdopted(reader)], units, framework, resolved.values),
    method: { ...resolved.method, ...run.methodPart(resolved.method) },
    excludedUnits: resolved.excludedUnits,
    excludedNodes: resolved.excludedNodes,
    plausible: null,
  });
  return { result, framework, units };
}

function findScenario(scenarios: readonly Scenario[], name: string | null): ScenarioId {
  if (name === null) return BASELINE;
  const found =
    scenarios.find((scenario) => scenario.name === name) ??
    scenarios.find((scenario) => scenario.id === name);
  if (found !== undefined) return found.id;
  const names = scenarios.map((scenario) => `"${scenario.name}"`).join(', ');
  throw new AppError('E_NOT_FOUND', `--scenario: expected one of ${names}, found "${name}"`, {
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

/** Indicator-major, in the order of the framework's leaves and of the units; NaN = missing. */
function valuesInForce(
  adopted: readonly { unit: string; indicator: string; value: number }[],
  units: readonly Unit[],
  framework: Framework,
  overrides: ResolvedOverrides['values'],
): Float64Array {
  const leaves = framework.nodes.filter(({ indicator }) => indicator !== null);
  const columnOf = new Map<string, number>(leaves.map(({ code }, index) => [code, index]));
  const rowOf = new Map<string, number>(units.map(({ code }, index) => [code, index]));
  const values = new Float64Array(leaves.length * units.length).fill(Number.NaN);
  for (const { unit, indicator, value } of [...adopted, ...overrides]) {
    const column = columnOf.get(indicator);
    const row = rowOf.get(unit);
    if (column === undefined || row === undefined) continue;
    values[column * units.length + row] = value ?? Number.NaN;
  }
  return values;
}
