import { AppError } from '../../shared/contract/errors.ts';
import { BASELINE, ScenarioId, type NodeCode, type Revision } from '../../shared/model/ids.ts';
import { replacePart } from '../../shared/model/replace-part.ts';
import { overrideKey, type Override, type Scenario } from '../../shared/model/scenario.ts';
import { resolveScenario } from '../engine/resolve-scenario.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { Act, OpenWorkbook } from '../store/open.ts';
import { readShippedRules, writeMethod, writeWeight } from '../store/repositories/framework.ts';
import {
  deleteScenario,
  insertOverride,
  insertScenario,
  updateScenario,
  type StoredScenario,
} from '../store/repositories/scenarios.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { checkMethod } from './method-check.ts';
import {
  checkOverrides,
  inheritedFrom,
  withOverrides,
  withoutOverrides,
  type OwnOverrides,
} from './override-rules.ts';
import { overridesOf, writeOverrides } from './write-overrides.ts';
import { checkedWeights } from './sibling-weights.ts';
import {
  frameworkOf,
  methodOf,
  nodeOf,
  resolvedOf,
  rowNumbersOf,
  scenarioOf,
  scenariosOf,
  unitNumberOf,
  unitsOf,
} from './workbook-model.ts';

type ScenarioHandlers = Pick<
  Handlers,
  | 'scenarios.list'
  | 'scenarios.resolved'
  | 'scenarios.create'
  | 'scenarios.duplicate'
  | 'scenarios.update'
  | 'scenarios.delete'
  | 'scenarios.setWeights'
  | 'scenarios.setMethod'
  | 'scenarios.setInclusion'
  | 'scenarios.reset'
>;

/**
 * Scenarios and what is in force in them. Weights and method of `baseline` are the workbook's own; those of any other
 * scenario are overrides of what it inherits.
 */
export function createScenarioService({
  session,
  ids,
}: Pick<ServiceContext, 'session' | 'ids'>): ScenarioHandlers {
  return {
    'scenarios.list': () => scenariosOf(session.current()).map(({ scenario }) => scenario),

    'scenarios.resolved': ({ scenario }) => {
      const workbook = session.current();
      const resolved = resolvedOf(workbook, scenario);
      const weightsOf = ({ nodes }: typeof resolved.framework) =>
        nodes.map(({ code, weight }) => ({ node: code, weight }));
      return {
        scenario,
        method: resolved.method,
        weights: weightsOf(resolved.framework),
        baselineWeights: weightsOf(frameworkOf(workbook)),
        excludedUnits: [...resolved.excludedUnits],
        excludedNodes: [...resolved.excludedNodes],
      };
    },

    'scenarios.create': ({ parent, name, description, overrides, baseRevision }) => {
      const workbook = session.current();
      const inherited = inheritedFrom(workbook, scenarioOf(workbook, parent).scenario.id);
      checkOverrides(workbook, overrides, inherited);
      const own = withOverrides(new Map(), overrides, inherited);
      const scenario = newScenario(workbook, ids, { parent, name, description }, own);
      return addScenario(workbook, 'scenarios.create', scenario, baseRevision);
    },

    'scenarios.duplicate': ({ scenario: id, name, baseRevision }) => {
      const workbook = session.current();
      const { scenario: original } = scenarioOf(workbook, id);
      const isRoot = original.parent === null;
      const copy = newScenario(
        workbook,
        ids,
        { parent: original.parent ?? BASELINE, name, description: original.description },
        // What stands in `baseline` is inherited by everything that stands on it.
        isRoot ? new Map() : overridesOf(original),
      );
      return addScenario(workbook, 'scenarios.duplicate', copy, baseRevision);
    },

    'scenarios.update': ({ scenario: id, name, description, baseRevision }) => {
      const workbook = session.current();
      const { number, scenario } = scenarioOf(workbook, id);
      if (name !== scenario.name) checkName(workbook, name);
      const { revision } = workbook.commit(
        {
          kind: 'scenarios.update',
          parameters: { scenario: id, name: scenario.name, newName: name },
          touched: ['scenarios'],
          baseRevision,
        },
        (writer) => updateScenario(writer, number, { name, description }),
      );
      return { revision };
    },

    'scenarios.delete': ({ scenario: id, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      checkDeletable(workbook, stored.scenario);
      const { revision } = workbook.commit(
        {
          kind: 'scenarios.delete',
          parameters: { scenario: id, name: stored.scenario.name },
          touched: ['scenarios'],
          baseRevision,
        },
        (writer) => {
          writeOverrides(workbook, writer, stored, new Map());
          deleteScenario(writer, stored.number);
        },
      );
      return { revision };
    },

    'scenarios.setWeights': ({ scenario: id, siblings, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      const weights = checkedWeights(resolvedOf(workbook, id).framework, siblings);
      const parameters = {
        scenario: id,
        name: stored.scenario.name,
        parents: siblings.map(({ parent }) => parent).join(', '),
      };
      if (id === BASELINE) {
        return writeBaseline(
          workbook,
          { kind: 'scenarios.setWeights', parameters, baseRevision },
          (writer) => writeWeights(workbook, writer, weights),
        );
      }
      const changes = [...weights].map(([node, weight]): Override => ({
        kind: 'weight',
        node,
        weight,
      }));
      return changeOverrides(workbook, stored, changes, {
        kind: 'scenarios.setWeights',
        parameters,
        baseRevision,
      });
    },

    'scenarios.setMethod': ({ scenario: id, part, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      checkMethod(workbook, replacePart(resolvedOf(workbook, id).method, part));
      const act = {
        kind: 'scenarios.setMethod',
        parameters: {
          scenario: id,
          name: stored.scenario.name,
          parts: Object.keys(part).join(', '),
        },
        baseRevision,
      };
      if (id === BASELINE) {
        return writeBaseline(workbook, act, (writer) =>
          writeMethod(writer, replacePart(methodOf(workbook), part)),
        );
      }
      return changeOverrides(workbook, stored, [{ kind: 'method', part }], act);
    },

    'scenarios.setInclusion': ({ scenario: id, units, nodes, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      for (const { unit } of units) unitNumberOf(workbook, unit);
      for (const { node } of nodes) nodeOf(workbook, node);
      const changes: Override[] = [
        ...units.map(({ unit, included }) => ({ kind: 'unit-inclusion' as const, unit, included })),
        ...nodes.map(({ node, included }) => ({ kind: 'node-inclusion' as const, node, included })),
      ];
      return changeOverrides(workbook, stored, changes, {
        kind: 'scenarios.setInclusion',
        parameters: {
          scenario: id,
          name: stored.scenario.name,
          units: units.length,
          nodes: nodes.length,
        },
        baseRevision,
      });
    },

    'scenarios.reset': ({ scenario: id, overrideKeys, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      const act = {
        kind: 'scenarios.reset',
        parameters: {
          scenario: id,
          name: stored.scenario.name,
          ...(overrideKeys === null ? {} : { overrides: overrideKeys.length }),
        },
        baseRevision,
      };
      return id === BASELINE
        ? resetBaseline(workbook, stored, overrideKeys, act)
        : resetScenario(workbook, stored, overrideKeys, act);
    },
  };
}

type ScenarioAct = Omit<Act, 'touched'>;

export function newScenario(
  workbook: OpenWorkbook,
  ids: () => string,
  given: Pick<Scenario, 'parent' | 'name' | 'description'>,
  own: OwnOverrides,
): StoredScenario {
  checkName(workbook, given.name);
  const stored = scenariosOf(workbook);
  const number = stored.reduce((most, each) => Math.max(most, each.number), 0) + 1;
  const scenario = { id: ScenarioId.parse(ids()), ...given, overrides: [...own.values()] };
  checkInForce(workbook, [...stored.map((each) => each.scenario), scenario], scenario.id);
  return { number, scenario };
}

function addScenario(
  workbook: OpenWorkbook,
  kind: string,
  { number, scenario }: StoredScenario,
  baseRevision: ScenarioAct['baseRevision'],
): { revision: Revision; id: ScenarioId } {
  const parent = scenarioOf(workbook, scenario.parent ?? BASELINE);
  const { revision } = workbook.commit(
    {
      kind,
      parameters: { scenario: scenario.id, name: scenario.name, parent: parent.scenario.name },
      touched: ['scenarios'],
      baseRevision,
    },
    (writer) => {
      insertScenario(writer, scenario, { number, parent: parent.number });
      for (const override of scenario.overrides) {
        insertOverride(writer, number, override, rowNumbersOf(workbook));
      }
    },
  );
  return { revision, id: scenario.id };
}

/** Names tell scenarios apart on the command line and in a brief. */
function checkName(workbook: OpenWorkbook, name: string): void {
  if (scenariosOf(workbook).some(({ scenario }) => scenario.name === name)) {
    throw new AppError('E_INPUT', `there is a scenario "${name}" already`, {
      reason: 'scenario-name-taken',
      found: name,
    });
  }
}

function checkDeletable(workbook: OpenWorkbook, { id, name }: Scenario): void {
  if (id === BASELINE) {
    throw new AppError('E_PRECONDITION', `"${name}" is the root and cannot be deleted`, {
      reason: 'baseline-not-deletable',
    });
  }
  const children = scenariosOf(workbook).filter(({ scenario }) => scenario.parent === id);
  if (children.length > 0) {
    const names = children.map(({ scenario }) => scenario.name).join(', ');
    throw new AppError('E_PRECONDITION', `"${name}" cannot be deleted: ${names} stand on it`, {
      reason: 'scenario-has-children',
      found: names,
    });
  }
}

/** Puts changes into the overrides of a scenario. */
function changeOverrides(
  workbook: OpenWorkbook,
  stored: StoredScenario,
  changes: readonly Override[],
  act: ScenarioAct,
): { revision: Revision } {
  const inherited = inheritedFrom(workbook, stored.scenario.parent);
  const next = withOverrides(overridesOf(stored.scenario), changes, inherited);
  return commitOverrides(workbook, stored, next, { ...act, touched: ['scenarios'] });
}

function resetScenario(
  workbook: OpenWorkbook,
  stored: StoredScenario,
  keys: readonly string[] | null,
  act: ScenarioAct,
): { revision: Revision } {
  const own = overridesOf(stored.scenario);
  const next = keys === null ? new Map() : withoutOverrides(own, keys, frameworkOf(workbook));
  return commitOverrides(workbook, stored, next, { ...act, touched: ['scenarios', 'cells'] });
}

function commitOverrides(
  workbook: OpenWorkbook,
  stored: StoredScenario,
  next: OwnOverrides,
  act: Act,
): { revision: Revision } {
  const changed = { ...stored.scenario, overrides: [...next.values()] };
  const all = scenariosOf(workbook).map(({ scenario }) =>
    scenario.id === changed.id ? changed : scenario,
  );
  checkInForce(workbook, all, changed.id);
  const { revision } = workbook.commit(act, (writer) =>
    writeOverrides(workbook, writer, stored, next),
  );
  return { revision };
}

function writeBaseline(
  workbook: OpenWorkbook,
  act: ScenarioAct,
  write: (writer: RowWriter) => void,
): { revision: Revision } {
  const { revision } = workbook.commit({ ...act, touched: ['framework'] }, write);
  return { revision };
}

export function writeWeights(
  workbook: OpenWorkbook,
  writer: RowWriter,
  weights: ReadonlyMap<NodeCode, number>,
): void {
  const { nodes } = rowNumbersOf(workbook);
  for (const [node, weight] of weights) writeWeight(writer, nodes.get(node) ?? 0, weight);
}

/** Back to the weights, the method and the inclusion of everything that the workbook was created with. */
function resetBaseline(
  workbook: OpenWorkbook,
  stored: StoredScenario,
  keys: readonly string[] | null,
  act: ScenarioAct,
): { revision: Revision } {
  const shipped = readShippedRules(workbook.reader);
  const { nodes } = frameworkOf(workbook);
  const named = new Set(keys ?? []);
  const isWeight = (node: NodeCode) => named.has(overrideKey({ kind: 'weight', node, weight: 0 }));
  const parents = new Set(nodes.filter(({ code }) => isWeight(code)).map(({ parent }) => parent));
  const weights = new Map(
    nodes.flatMap(({ code, parent, weight }, position) =>
      keys === null || parents.has(parent)
        ? [[code, shipped.weights[position] ?? weight] as const]
        : [],
    ),
  );
  const own = overridesOf(stored.scenario);
  const inclusion = new Map(keys === null ? [] : [...own].filter(([key]) => !named.has(key)));
  const { revision } = workbook.commit(
    { ...act, touched: ['framework', 'scenarios'] },
    (writer) => {
      writeWeights(workbook, writer, weights);
      if (keys === null || named.has('method')) writeMethod(writer, shipped.method);
      writeOverrides(workbook, writer, stored, inclusion);
    },
  );
  return { revision };
}

/**
 * Something must be left to score.
 *
 * @throws AppError E_INPUT
 */
export function checkInForce(
  workbook: OpenWorkbook,
  scenarios: readonly Scenario[],
  id: ScenarioId,
): void {
  const framework = frameworkOf(workbook);
  const { excludedUnits, excludedNodes } = resolveScenario(scenarios, id, {
    framework,
    method: methodOf(workbook),
  });
  const excluded = new Set<NodeCode>();
  for (const { code, parent } of framework.nodes) {
    if (excludedNodes.has(code) || (parent !== null && excluded.has(parent))) excluded.add(code);
  }
  const unitsLeft = unitsOf(workbook).some(({ code }) => !excludedUnits.has(code));
  const indicatorsLeft = framework.nodes.some(
    ({ code, indicator }) => indicator !== null && !excluded.has(code),
  );
  if (unitsLeft && indicatorsLeft) return;
  throw new AppError('E_INPUT', `no ${unitsLeft ? 'indicator' : 'unit'} would be left to score`, {
    reason: unitsLeft ? 'no-indicators' : 'no-units',
  });
}
