import { afterEach, beforeEach, expect, test } from 'vitest';
import { BASELINE } from '../../../shared/model/ids.ts';
import { node, smallContent } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

const save = (name: string) =>
  services.call('weightSets.save', { scenario: BASELINE, name, baseRevision: services.revision });
const names = async () => (await services.call('weightSets.list', {})).map(({ name }) => name);

test('a set keeps the weights in force and survives undo, redo and a restart', async () => {
  await save('first');
  const [set] = await services.call('weightSets.list', {});
  expect(set?.weights).toEqual(
    smallContent().framework.nodes.map(({ code, weight }) => ({ node: code, weight })),
  );
  await services.call('history.undo', { baseRevision: services.revision });
  expect(await names()).toEqual([]);
  await services.call('history.redo', { baseRevision: services.revision });
  await services.restart();
  expect(await names()).toEqual(['first']);
  expect(services.content().weightSets).toHaveLength(1);
});

test('a name is given once; renaming and deleting are acts', async () => {
  const { id } = await save('first');
  await expect(save('first')).rejects.toMatchObject({
    code: 'E_INPUT',
    details: { reason: 'weight-set-name-taken' },
  });
  await services.call('weightSets.rename', {
    set: id,
    name: 'second',
    baseRevision: services.revision,
  });
  expect(await names()).toEqual(['second']);
  await services.call('weightSets.delete', { set: id, baseRevision: services.revision });
  expect(await names()).toEqual([]);
  await services.call('history.undo', { baseRevision: services.revision });
  expect(await names()).toEqual(['second']);
});

test('stability for previewed weights is that of the same weights when they are in force', async () => {
  const question = { kind: 'order' } as const;
  const siblings = [
    {
      parent: node('index'),
      weights: [
        { node: node('reach'), weight: 45 },
        { node: node('worth'), weight: 55 },
      ],
    },
  ];
  const rest = { scenario: BASELINE, question, locked: [], remembered: [] };
  const before = await services.call('stability.get', rest);
  const previewed = await services.call('stability.get', { ...rest, siblings });
  expect(previewed).not.toEqual(before);
  await services.call('scenarios.setWeights', {
    scenario: BASELINE,
    siblings,
    baseRevision: services.revision,
  });
  expect(await services.call('stability.get', rest)).toEqual(previewed);
});

test('influence is declared, effective, and what correlates with the index', async () => {
  const answers = await services.call('weights.influence', { scenario: BASELINE });
  const reach = answers.find((answer) => answer.node === node('reach'));
  expect(reach).toMatchObject({ declared: 0.6, effective: 0.6 });
  const users = answers.find((answer) => answer.node === node('users'));
  expect(users?.effective).toBeCloseTo(0.4, 12);
});
