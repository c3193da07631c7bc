import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { score } from '../../../electron/engine/score.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { withOtherWeights } from '../../../shared/model/reweighed-scores.ts';
import { node, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

const scores = (scenario: ScenarioId = BASELINE) => services.call('scores.get', { scenario });

describe('scores', () => {
  test('are the engine’s for the cells, weights and method in force', async () => {
    const content = services.content();
    const [a, b, c] = [10, 20, 30];
    const expected = score({
      framework: content.framework,
      units: content.units,
      // users, open, stars, growth
      values: Float64Array.of(a, b, c, 1, 0, NaN, 4, NaN, NaN, NaN, NaN, NaN),
      method: content.method,
      excludedUnits: new Set(),
      excludedNodes: new Set(),
      plausible: { draws: 2000, seed: 20250630 },
    });
    expect(await scores()).toEqual(expected);
  });

  test('follow every act and come back with undo', async () => {
    const before = await scores();
    await services.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('a'), indicator: node('users'), value: 35 }],
      note: '',
      baseRevision: services.revision,
    });
    const after = await scores();
    expect(after.score).not.toEqual(before.score);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(await scores()).toEqual(before);
  });

  test('are not computed again when the inputs are the same', async () => {
    const first = await scores();
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'Equal',
      description: '',
      overrides: [],
      baseRevision: services.revision,
    });
    expect(await services.call('scores.get', { scenario: id })).toEqual(first);
    // The parse by the contract copies the object but not the arrays in it.
    expect((await scores(id)).values).toBe((await scores()).values);
    expect((await scores()).values).toBe(first.values);
  });

  test('take overridden and emptied cells of the scenario', async () => {
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'Other',
      description: '',
      overrides: [
        { kind: 'value', unit: unit('a'), indicator: node('users'), value: 30, note: '' },
        { kind: 'value', unit: unit('b'), indicator: node('open'), value: null, note: '' },
      ],
      baseRevision: services.revision,
    });
    const { values, units, nodes } = await scores(id);
    const at = (indicator: string, of: string) =>
      values[nodes.indexOf(node(indicator)) * units.length + units.indexOf(unit(of))];
    expect(at('users', 'a')).toBe(100);
    expect(at('users', 'b')).toBe(0);
    expect(at('open', 'b')).toBeNaN();
  });

  test('refuse a scenario that is not there', async () => {
    await expect(scores('nowhere' as ScenarioId)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });
});

describe('a preview', () => {
  const siblings = [
    {
      parent: node('index'),
      weights: [
        { node: node('reach'), weight: 30 },
        { node: node('worth'), weight: 70 },
      ],
    },
  ];

  test('scores with other weights and writes nothing', async () => {
    const before = services.content();
    const scoresBefore = await scores();
    const preview = await services.call('scores.preview', { scenario: BASELINE, siblings });
    const onlyReach = await services.call('scores.preview', {
      scenario: BASELINE,
      siblings,
      contributionsOf: [node('reach'), node('nobody')],
    });
    expect(services.content()).toEqual(before);
    expect(services.revision).toBe(0);
    await services.call('scenarios.setWeights', {
      scenario: BASELINE,
      siblings,
      baseRevision: services.revision,
    });
    const committed = await scores();
    expect(withOtherWeights(scoresBefore, preview)).toEqual({ ...committed, plausible: null });
    expect(withOtherWeights(scoresBefore, onlyReach)?.contributions).toEqual(
      committed.contributions.map((contribution, at) =>
        committed.nodes[Math.floor(at / committed.units.length)] === 'reach'
          ? contribution
          : Number.NaN,
      ),
    );
  });

  test('refuses what the act would refuse', async () => {
    await expect(
      services.call('scores.preview', {
        scenario: BASELINE,
        siblings: [{ parent: node('index'), weights: [{ node: node('reach'), weight: 100 }] }],
      }),
    ).rejects.toMatchObject({ code: 'E_INPUT', details: { reason: 'sibling-missing' } });
  });
});
