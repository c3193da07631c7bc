import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { DEFAULT_METHOD } from '../../../shared/model/method.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

async function create(
  name: string,
  parent: ScenarioId = BASELINE,
  overrides: Override[] = [],
): Promise<ScenarioId> {
  const { id } = await services.call('scenarios.create', {
    parent,
    name,
    description: '',
    overrides,
    baseRevision: services.revision,
  });
  return id;
}

const weigh = (scenario: ScenarioId, parent: string, weights: Record<string, number>) =>
  services.call('scenarios.setWeights', {
    scenario,
    siblings: [
      {
        parent: node(parent),
        weights: Object.entries(weights).map(([code, weight]) => ({ node: node(code), weight })),
      },
    ],
    baseRevision: services.revision,
  });

async function weightsIn(scenario: ScenarioId): Promise<Record<string, number>> {
  const { weights } = await services.call('scenarios.resolved', { scenario });
  return Object.fromEntries(weights.map(({ node: code, weight }) => [code, weight]));
}

async function overridesOf(id: ScenarioId): Promise<readonly Override[]> {
  const scenarios = await services.call('scenarios.list', {});
  return scenarios.find((scenario) => scenario.id === id)?.overrides ?? [];
}

const reset = (scenario: ScenarioId, overrideKeys: string[] | null) =>
  services.call('scenarios.reset', { scenario, overrideKeys, baseRevision: services.revision });

describe('weights', () => {
  test('of baseline are the framework’s own', async () => {
    await weigh(BASELINE, 'index', { reach: 70, worth: 30 });
    const framework = await services.call('framework.get', {});
    expect(framework.nodes.map(({ weight }) => weight)).toEqual([100, 70, 40, 20, 30, 30, 10]);
    expect(await overridesOf(BASELINE)).toEqual([]);
  });

  test('of another scenario are overrides of all siblings together', async () => {
    const scenario = await create('Reach counts');
    await weigh(scenario, 'index', { reach: 70, worth: 30 });
    expect(await weightsIn(scenario)).toMatchObject({ reach: 70, worth: 30, users: 40 });
    expect(await weightsIn(BASELINE)).toMatchObject({ reach: 60, worth: 40 });
    expect(await overridesOf(scenario)).toEqual([
      { kind: 'weight', node: 'reach', weight: 70 },
      { kind: 'weight', node: 'worth', weight: 30 },
    ]);
  });

  test('keep their sum when the parent changes later', async () => {
    const scenario = await create('Child');
    await weigh(scenario, 'reach', { users: 50, open: 10 });
    await weigh(BASELINE, 'reach', { users: 5, open: 55 });
    expect(await weightsIn(scenario)).toMatchObject({ users: 50, open: 10 });
  });

  test('that equal what is inherited leave no override', async () => {
    const scenario = await create('There and back');
    await weigh(scenario, 'index', { reach: 70, worth: 30 });
    await weigh(scenario, 'index', { reach: 60, worth: 40 });
    expect(await overridesOf(scenario)).toEqual([]);
  });

  test.each<[string, string, Record<string, number>, string]>([
    ['another sum', 'index', { reach: 60, worth: 41 }, 'weights-sum-changed'],
    ['a sibling left out', 'index', { reach: 100 }, 'sibling-missing'],
    ['a node of elsewhere', 'index', { reach: 60, users: 40 }, 'not-a-sibling'],
    ['an indicator as parent', 'users', { a: 1 }, 'no-children'],
  ])('are refused with %s', async (_what, parent, weights, reason) => {
    await expect(weigh(BASELINE, parent, weights)).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason },
    });
    expect(services.revision).toBe(0);
  });

  test('may differ from the sum by what arithmetic loses', async () => {
    await weigh(BASELINE, 'index', { reach: 100 / 3, worth: 200 / 3 + 1e-12 });
    expect(services.revision).toBe(1);
  });

  test('negative ones do not pass the contract', async () => {
    await expect(weigh(BASELINE, 'index', { reach: 110, worth: -10 })).rejects.toThrow('Too small');
  });
});

describe('the method', () => {
  test('of baseline is the workbook’s own', async () => {
    await services.call('scenarios.setMethod', {
      scenario: BASELINE,
      part: { missing: 'zero' },
      baseRevision: services.revision,
    });
    expect(services.content().method).toEqual({ ...DEFAULT_METHOD, missing: 'zero' });
  });

  test('of another scenario overrides only the parts that differ', async () => {
    const scenario = await create('Zero');
    await services.call('scenarios.setMethod', {
      scenario,
      part: { missing: 'zero', minCoverage: 0 },
      baseRevision: services.revision,
    });
    expect(await overridesOf(scenario)).toEqual([{ kind: 'method', part: { missing: 'zero' } }]);
    await services.call('scenarios.setMethod', {
      scenario,
      part: { minCoverage: 0.5 },
      baseRevision: services.revision,
    });
    const { method } = await services.call('scenarios.resolved', { scenario });
    expect(method).toEqual({ ...DEFAULT_METHOD, missing: 'zero', minCoverage: 0.5 });
    await services.call('scenarios.setMethod', {
      scenario,
      part: { missing: 'available', minCoverage: 0 },
      baseRevision: services.revision,
    });
    expect(await overridesOf(scenario)).toEqual([]);
  });

  test.each([
    [{ missing: 'group-mean' as const }, 'group-attribute-missing'],
    [{ groupAttribute: 'colour' }, 'group-attribute-unknown'],
    [
      { aggregation: Array.from({ length: 5 }, () => ({ rule: 'arithmetic' as const })) },
      'more-entries-than-levels',
    ],
    [{ availability: [0, 0, 0, 0, 0.5] }, 'more-entries-than-levels'],
    [{ normalisation: { rule: 'min-max' as const, low: 100, high: 0 } }, 'bounds-not-ascending'],
    [
      {
        normalisation: {
          rule: 'distance-to-reference' as const,
          reference: unit('nobody'),
          cap: true,
        },
      },
      'unknown-unit',
    ],
    [
      { normalisationByIndicator: { [node('nothing')]: { rule: 'fraction-of-max' as const } } },
      'unknown-node',
    ],
  ])('refuses %j', async (part, reason) => {
    await expect(
      services.call('scenarios.setMethod', {
        scenario: BASELINE,
        part,
        baseRevision: services.revision,
      }),
    ).rejects.toMatchObject({ details: { reason } });
    expect(services.content().method).toEqual(DEFAULT_METHOD);
  });
});

describe('inclusion', () => {
  const include = (
    scenario: ScenarioId,
    units: Record<string, boolean>,
    nodes: Record<string, boolean> = {},
  ) =>
    services.call('scenarios.setInclusion', {
      scenario,
      units: Object.entries(units).map(([code, included]) => ({ unit: unit(code), included })),
      nodes: Object.entries(nodes).map(([code, included]) => ({ node: node(code), included })),
      baseRevision: services.revision,
    });

  test('is inherited, can be taken back, and leaves nothing when it is', async () => {
    await include(BASELINE, { a: false }, { worth: false });
    const child = await create('Child');
    const resolved = () => services.call('scenarios.resolved', { scenario: child });
    expect(await resolved()).toMatchObject({ excludedUnits: ['a'], excludedNodes: ['worth'] });
    await include(child, { a: true });
    expect(await resolved()).toMatchObject({ excludedUnits: [], excludedNodes: ['worth'] });
    await include(child, { a: false });
    expect(await overridesOf(child)).toEqual([]);
    await include(BASELINE, { a: true }, { worth: true });
    expect(await overridesOf(BASELINE)).toEqual([]);
  });

  test('leaves something to score', async () => {
    await expect(include(BASELINE, { a: false, b: false, c: false })).rejects.toMatchObject({
      details: { reason: 'no-units' },
    });
    await expect(include(BASELINE, {}, { reach: false, worth: false })).rejects.toMatchObject({
      details: { reason: 'no-indicators' },
    });
    await expect(include(BASELINE, {}, { index: false })).rejects.toMatchObject({
      details: { reason: 'no-indicators' },
    });
  });
});

describe('creating', () => {
  test('keeps what is on screen, without what is inherited anyway', async () => {
    const scenario = await create('Screen', BASELINE, [
      { kind: 'weight', node: node('users'), weight: 50 },
      { kind: 'weight', node: node('open'), weight: 10 },
      { kind: 'value', unit: unit('a'), indicator: node('users'), value: 10, note: '' },
      { kind: 'value', unit: unit('b'), indicator: node('users'), value: 1, note: 'guess' },
      { kind: 'method', part: { missing: 'available' } },
      { kind: 'unit-inclusion', unit: unit('c'), included: false },
      { kind: 'node-inclusion', node: node('open'), included: true },
    ]);
    expect(await overridesOf(scenario)).toEqual([
      { kind: 'unit-inclusion', unit: 'c', included: false },
      { kind: 'value', unit: 'b', indicator: 'users', value: 1, note: 'guess' },
      { kind: 'weight', node: 'open', weight: 10 },
      { kind: 'weight', node: 'users', weight: 50 },
    ]);
  });

  test.each<[string, Override, string]>([
    [
      'weights of another sum',
      { kind: 'weight', node: node('users'), weight: 50 },
      'weights-sum-changed',
    ],
    [
      'a value that the indicator cannot take',
      { kind: 'value', unit: unit('a'), indicator: node('stars'), value: 9, note: '' },
      'rating-out-of-range',
    ],
    [
      'an unknown unit',
      { kind: 'unit-inclusion', unit: unit('nobody'), included: false },
      'unknown-unit',
    ],
    [
      'an unknown node',
      { kind: 'node-inclusion', node: node('x'), included: false },
      'unknown-node',
    ],
  ])('refuses %s', async (_what, override, reason) => {
    await expect(create('Wrong', BASELINE, [override])).rejects.toMatchObject({
      details: { reason },
    });
    expect(await services.call('scenarios.list', {})).toHaveLength(1);
  });

  test('refuses a name that is taken and a parent that is not there', async () => {
    await create('One');
    await expect(create('One')).rejects.toMatchObject({
      details: { reason: 'scenario-name-taken' },
    });
    await expect(create('Two', 'nowhere' as ScenarioId)).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
    });
  });

  test('duplicates a scenario beside the original', async () => {
    const original = await create('One', BASELINE, [
      { kind: 'unit-inclusion', unit: unit('a'), included: false },
    ]);
    const { id } = await services.call('scenarios.duplicate', {
      scenario: original,
      name: 'Two',
      baseRevision: services.revision,
    });
    const [, one, two] = await services.call('scenarios.list', {});
    expect(two).toEqual({ ...one, id, name: 'Two' });
    const { id: ofRoot } = await services.call('scenarios.duplicate', {
      scenario: BASELINE,
      name: 'Three',
      baseRevision: services.revision,
    });
    const scenarios = await services.call('scenarios.list', {});
    expect(scenarios.at(-1)).toMatchObject({ id: ofRoot, parent: BASELINE, overrides: [] });
  });
});

describe('renaming and deleting', () => {
  test('renames and describes', async () => {
    const scenario = await create('One');
    await services.call('scenarios.update', {
      scenario,
      name: 'Uno',
      description: 'the first',
      baseRevision: services.revision,
    });
    const [, stored] = await services.call('scenarios.list', {});
    expect(stored).toMatchObject({ name: 'Uno', description: 'the first' });
  });

  test('deletes a scenario with its overrides, and undo brings all of it back', async () => {
    const scenario = await create('One', BASELINE, [
      { kind: 'value', unit: unit('b'), indicator: node('users'), value: 1, note: 'guess' },
    ]);
    const before = services.content();
    await services.call('scenarios.delete', { scenario, baseRevision: services.revision });
    expect(await services.call('scenarios.list', {})).toHaveLength(1);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(services.content()).toEqual(before);
  });

  test('refuses to delete the root, and a scenario that others stand on', async () => {
    const parent = await create('Parent');
    await create('Child', parent);
    const remove = (scenario: ScenarioId) =>
      services.call('scenarios.delete', { scenario, baseRevision: services.revision });
    await expect(remove(BASELINE)).rejects.toMatchObject({
      details: { reason: 'baseline-not-deletable' },
    });
    await expect(remove(parent)).rejects.toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'scenario-has-children', found: 'Child' },
    });
  });
});

describe('resetting', () => {
  const overrides: Override[] = [
    { kind: 'weight', node: node('users'), weight: 50 },
    { kind: 'weight', node: node('open'), weight: 10 },
    { kind: 'value', unit: unit('b'), indicator: node('users'), value: 1, note: '' },
    { kind: 'method', part: { missing: 'zero' } },
  ];

  test('one weight takes the siblings that moved with it along', async () => {
    const scenario = await create('One', BASELINE, overrides);
    await reset(scenario, ['weight/users']);
    expect((await overridesOf(scenario)).map(({ kind }) => kind)).toEqual(['method', 'value']);
    expect(await weightsIn(scenario)).toMatchObject({ users: 40, open: 20 });
  });

  test('drops one override or all', async () => {
    const scenario = await create('One', BASELINE, overrides);
    await reset(scenario, ['value/b/users']);
    expect(await overridesOf(scenario)).toHaveLength(3);
    await reset(scenario, null);
    expect(await overridesOf(scenario)).toEqual([]);
    await expect(reset(scenario, ['method'])).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      details: { reason: 'unknown-override' },
    });
  });

  test('of baseline returns weights, method and inclusion to what the workbook was created with', async () => {
    const created = services.content();
    await weigh(BASELINE, 'index', { reach: 10, worth: 90 });
    await weigh(BASELINE, 'reach', { users: 10, open: 50 });
    await services.call('scenarios.setMethod', {
      scenario: BASELINE,
      part: { missing: 'zero' },
      baseRevision: services.revision,
    });
    await services.call('scenarios.setInclusion', {
      scenario: BASELINE,
      units: [{ unit: unit('a'), included: false }],
      nodes: [],
      baseRevision: services.revision,
    });
    const changed = services.content();
    await reset(BASELINE, ['weight/users']);
    expect(await weightsIn(BASELINE)).toMatchObject({ users: 40, open: 20, reach: 10, worth: 90 });
    await reset(BASELINE, ['method']);
    expect(services.content().method).toEqual(smallContent().method);
    await reset(BASELINE, null);
    expect(services.content()).toEqual(created);
    for (let steps = 0; steps < 3; steps += 1) {
      await services.call('history.undo', { baseRevision: services.revision });
    }
    expect(services.content()).toEqual(changed);
  });

  test('survives a restart: what the workbook was created with is in the file', async () => {
    const created = services.content();
    await weigh(BASELINE, 'index', { reach: 10, worth: 90 });
    await services.restart();
    await reset(BASELINE, null);
    expect(services.content()).toEqual(created);
  });
});
