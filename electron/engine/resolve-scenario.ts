import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { Override, Scenario } from '../../shared/model/scenario.ts';

type MethodPart = Extract<Override, { kind: 'method' }>['part'];

/** A cell whose value a scenario replaces; null empties it. */
export interface ValueInForce {
  readonly unit: UnitCode;
  readonly indicator: NodeCode;
  readonly value: number | null;
  readonly note: string;
  /** The scenario of the chain that says so. */
  readonly scenario: ScenarioId;
}

/** What is in force in a scenario after its chain of parents. */
export interface ResolvedOverrides {
  /** With the weights in effect. */
  readonly framework: Framework;
  readonly method: Method;
  readonly excludedUnits: ReadonlySet<UnitCode>;
  readonly excludedNodes: ReadonlySet<NodeCode>;
  readonly values: readonly ValueInForce[];
}

/**
 * Applies the overrides of a scenario and of all it stands on, from the root down: the nearest one wins.
 *
 * @param base what the workbook says before any override.
 * @throws AppError `E_NOT_FOUND` for a scenario that does not exist, `E_INPUT` for parents that form a circle or an
 *   override of a node that the framework does not have.
 */
export function resolveScenario(
  scenarios: readonly Scenario[],
  id: ScenarioId,
  base: { readonly framework: Framework; readonly method: Method },
): ResolvedOverrides {
  const nodes = new Set(base.framework.nodes.map((node) => node.code));
  const weights = new Map<NodeCode, number>();
  const values = new Map<string, ValueInForce>();
  const excludedUnits = new Set<UnitCode>();
  const excludedNodes = new Set<NodeCode>();
  let method = base.method;
  for (const scenario of chainFromRoot(scenarios, id)) {
    for (const override of scenario.overrides) {
      switch (override.kind) {
        case 'weight':
          weights.set(knownNode(nodes, override.node, scenario), override.weight);
          break;
        case 'value': {
          const { unit, value, note } = override;
          const indicator = knownNode(nodes, override.indicator, scenario);
          const key = JSON.stringify([unit, indicator]);
          values.set(key, { unit, indicator, value, note, scenario: scenario.id });
          break;
        }
        case 'method':
          method = withPart(method, override.part);
          break;
        case 'unit-inclusion':
          if (override.included) excludedUnits.delete(override.unit);
          else excludedUnits.add(override.unit);
          break;
        case 'node-inclusion': {
          const node = knownNode(nodes, override.node, scenario);
          if (override.included) excludedNodes.delete(node);
          else excludedNodes.add(node);
          break;
        }
      }
    }
  }
  return {
    framework: withWeights(base.framework, weights),
    method,
    excludedUnits,
    excludedNodes,
    values: [...values.values()],
  };
}

/** The scenario and those it stands on, the root first. */
function chainFromRoot(scenarios: readonly Scenario[], id: ScenarioId): Scenario[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const chain: Scenario[] = [];
  const seen = new Set<ScenarioId>();
  let next: ScenarioId | null = id;
  while (next !== null) {
    const scenario: Scenario | undefined = byId.get(next);
    if (scenario === undefined) {
      throw new AppError('E_NOT_FOUND', `There is no scenario ${next}.`, {
        reason: 'unknown-scenario',
        found: next,
      });
    }
    if (seen.has(next)) {
      throw new AppError('E_INPUT', `Scenario ${id} stands on itself.`, {
        reason: 'circular-scenarios',
        found: [...seen, next].join(' → '),
      });
    }
    seen.add(next);
    chain.unshift(scenario);
    next = scenario.parent;
  }
  return chain;
}

function knownNode(nodes: ReadonlySet<NodeCode>, node: NodeCode, scenario: Scenario): NodeCode {
  if (nodes.has(node)) return node;
  throw new AppError(
    'E_INPUT',
    `Scenario ${scenario.name} overrides ${node}, which the framework does not have.`,
    { reason: 'override-of-unknown-node', node, found: scenario.id },
  );
}

function withPart(method: Method, part: MethodPart): Method {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  return { ...method, ...Object.fromEntries(given) };
}

function withWeights(framework: Framework, weights: ReadonlyMap<NodeCode, number>): Framework {
  if (weights.size === 0) return framework;
  return {
    ...framework,
    nodes: framework.nodes.map((node) => {
      const weight = weights.get(node.code);
      return weight === undefined ? node : { ...node, weight };
    }),
  };
}
