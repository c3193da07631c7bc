import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CELL_STATE } from '../../../shared/model/cell-state.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { node, observationId, smallContent, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

async function cell(of: string, indicator: string, scenario: ScenarioId = BASELINE) {
  const grid = await services.call('cells.grid', { scenario });
  const at =
    grid.units.indexOf(unit(of)) * grid.indicators.length +
    grid.indicators.indexOf(node(indicator));
  return {
    value: grid.values[at],
    baseline: grid.baselineValues[at],
    state: grid.states[at] ?? 0,
    candidates: grid.candidateCounts[at],
  };
}

async function edit(
  of: string,
  indicator: string,
  value: number | null,
  scenario: ScenarioId = BASELINE,
) {
  return services.call('cells.edit', {
    scenario,
    edits: [{ unit: unit(of), indicator: node(indicator), value }],
    note: 'as told on the phone',
    baseRevision: services.revision,
  });
}

async function newScenario(name: string, parent: ScenarioId = BASELINE): Promise<ScenarioId> {
  const { id } = await services.call('scenarios.create', {
    parent,
    name,
    description: '',
    overrides: [],
    baseRevision: services.revision,
  });
  return id;
}

describe('the grid', () => {
  test('tells the states of cells apart', async () => {
    const { present, proxy, conflict, outOfTimeWindow, timeUnknown } = CELL_STATE;
    expect(await cell('a', 'users')).toMatchObject({
      value: 10,
      state: present | conflict,
      candidates: 4,
    });
    expect((await cell('b', 'users')).state).toBe(present | proxy | outOfTimeWindow);
    expect((await cell('c', 'users')).state).toBe(present | timeUnknown);
    expect((await cell('a', 'open')).state).toBe(present);
    expect(await cell('c', 'open')).toMatchObject({ value: Number.NaN, state: 0, candidates: 0 });
    expect(await cell('b', 'stars')).toMatchObject({ value: Number.NaN, state: 0, candidates: 1 });
    expect(await cell('c', 'stars')).toMatchObject({ value: Number.NaN, state: 0, candidates: 0 });
  });

  test('reads the same after a restart as after the acts themselves', async () => {
    await edit('a', 'users', 11);
    await edit('c', 'growth', -3.5);
    await edit('a', 'stars', null);
    await services.call('observations.reject', {
      id: observationId('a-users-conflict'),
      reason: 'a misprint',
      baseRevision: services.revision,
    });
    const before = await services.call('cells.grid', { scenario: BASELINE });
    await services.restart();
    expect(await services.call('cells.grid', { scenario: BASELINE })).toEqual(before);
  });
});

describe('editing in baseline', () => {
  test('records an observation of the analyst and keeps the old one as candidate', async () => {
    await edit('a', 'users', 11);
    expect(await cell('a', 'users')).toMatchObject({ value: 11, baseline: 11, candidates: 5 });
    const { candidates } = await services.call('cells.evidence', {
      scenario: BASELINE,
      unit: unit('a'),
      indicator: node('users'),
    });
    expect(candidates[0]).toMatchObject({
      adopted: true,
      source: null,
      observation: {
        value: 11,
        unitOfMeasure: 'pcs',
        asOf: '',
        fit: 'exact',
        author: 'Ada',
        note: 'as told on the phone',
        recordedAt: services.clock().toISOString(),
      },
    });
    expect(candidates.filter(({ adopted }) => adopted)).toHaveLength(1);
    expect(candidates.map(({ observation }) => observation.id)).toContain('a-users');
  });

  test('measures a value in an empty cell as the series of the workbook does', async () => {
    await edit('c', 'stars', 2);
    const { candidates } = await services.call('cells.evidence', {
      scenario: BASELINE,
      unit: unit('c'),
      indicator: node('stars'),
    });
    expect(candidates[0]?.observation).toMatchObject({ unitOfMeasure: 'shop stars', fit: 'proxy' });
  });

  test('empties a cell without losing what filled it', async () => {
    await edit('a', 'stars', null);
    expect(await cell('a', 'stars')).toMatchObject({ value: Number.NaN, state: 0, candidates: 1 });
  });

  test('leaves no history entry when nothing changes', async () => {
    expect(await edit('a', 'users', 10)).toEqual({ revision: 0 });
    expect(await edit('c', 'open', null)).toEqual({ revision: 0 });
  });

  test('is one act however many cells are pasted', async () => {
    const before = services.content();
    const { revision } = await services.call('cells.edit', {
      scenario: BASELINE,
      edits: ['a', 'b', 'c'].map((of, row) => ({
        unit: unit(of),
        indicator: node('growth'),
        value: row,
      })),
      note: '',
      baseRevision: services.revision,
    });
    expect(revision).toBe(1);
    await services.call('history.undo', { baseRevision: revision });
    expect(services.content()).toEqual(before);
  });

  test.each([
    ['users', -1, 'negative-count'],
    ['open', 2, 'boolean-expected'],
    ['stars', 6, 'rating-out-of-range'],
  ])('refuses %s = %d and changes nothing', async (indicator, value, reason) => {
    const before = services.content();
    await expect(edit('a', indicator, value)).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason, unit: 'a', node: indicator },
    });
    expect(services.content()).toEqual(before);
    expect(services.revision).toBe(0);
  });

  test('refuses the whole paste when one cell cannot take its value', async () => {
    const before = services.content();
    await expect(
      services.call('cells.edit', {
        scenario: BASELINE,
        edits: [
          { unit: unit('a'), indicator: node('users'), value: 99 },
          { unit: unit('b'), indicator: node('users'), value: -99 },
        ],
        note: '',
        baseRevision: services.revision,
      }),
    ).rejects.toMatchObject({ code: 'E_INPUT', details: { unit: 'b' } });
    expect(services.content()).toEqual(before);
  });

  test.each([
    ['nobody', 'users', 'E_NOT_FOUND'],
    ['a', 'nothing', 'E_NOT_FOUND'],
    ['a', 'reach', 'E_INPUT'],
  ])('refuses %s × %s', async (of, indicator, code) => {
    await expect(edit(of, indicator, 1)).rejects.toMatchObject({ code });
  });

  test('refuses an act that was decided upon an older workbook', async () => {
    await edit('a', 'users', 11);
    await expect(
      services.call('cells.edit', {
        scenario: BASELINE,
        edits: [{ unit: unit('a'), indicator: node('users'), value: 12 }],
        note: '',
        baseRevision: 0 as never,
      }),
    ).rejects.toMatchObject({ code: 'E_CONFLICT', details: { reason: 'stale-revision' } });
    expect((await cell('a', 'users')).value).toBe(11);
  });
});

describe('editing in another scenario', () => {
  test('overrides the value and leaves the evidence alone', async () => {
    const evidence = services.content().observations;
    const scenario = await newScenario('What if');
    await edit('a', 'users', 99, scenario);
    expect(await cell('a', 'users', scenario)).toMatchObject({
      value: 99,
      baseline: 10,
      state: CELL_STATE.present | CELL_STATE.overridden,
    });
    expect((await cell('a', 'users')).value).toBe(10);
    expect(services.content().observations).toEqual(evidence);
  });

  test('empties a cell, and takes an override back when the inherited value is typed', async () => {
    const scenario = await newScenario('What if');
    await edit('a', 'users', null, scenario);
    expect(await cell('a', 'users', scenario)).toMatchObject({
      value: Number.NaN,
      state: CELL_STATE.overridden,
    });
    await edit('a', 'users', 10, scenario);
    expect((await cell('a', 'users', scenario)).state & CELL_STATE.overridden).toBe(0);
    const [, stored] = await services.call('scenarios.list', {});
    expect(stored?.overrides).toEqual([]);
  });

  test('is inherited by scenarios that stand on it, until they say otherwise', async () => {
    const parent = await newScenario('Parent');
    const child = await newScenario('Child', parent);
    await edit('a', 'users', 50, parent);
    expect((await cell('a', 'users', child)).value).toBe(50);
    await edit('a', 'users', 60, child);
    await edit('a', 'users', 70, parent);
    expect((await cell('a', 'users', child)).value).toBe(60);
    const { override } = await services.call('cells.evidence', {
      scenario: child,
      unit: unit('a'),
      indicator: node('users'),
    });
    expect(override).toEqual({ scenario: child, value: 60, note: 'as told on the phone' });
  });
});

describe('the evidence of a cell', () => {
  test('lists the adopted first, then by grade and date, those that may not be adopted last', async () => {
    await services.call('observations.reject', {
      id: observationId('a-users-later'),
      reason: 'another product',
      baseRevision: services.revision,
    });
    const { candidates } = await services.call('cells.evidence', {
      scenario: BASELINE,
      unit: unit('a'),
      indicator: node('users'),
    });
    expect(candidates.map(({ observation }) => observation.id)).toEqual([
      'a-users',
      'a-users-teams',
      'a-users-conflict',
      'a-users-later',
    ]);
    expect(candidates[0]?.source).toMatchObject({ id: 'paper', url: 'https://example.org/paper' });
  });

  test('adopts another candidate', async () => {
    await services.call('observations.adopt', {
      id: observationId('a-users-conflict'),
      baseRevision: services.revision,
    });
    expect(await cell('a', 'users')).toMatchObject({ value: 12, candidates: 4 });
  });

  test('rejects with a reason: the cell is emptied, and restoring does not adopt again', async () => {
    await services.call('observations.reject', {
      id: observationId('a-stars'),
      reason: 'paid for',
      baseRevision: services.revision,
    });
    expect(await cell('a', 'stars')).toMatchObject({ value: Number.NaN, candidates: 0 });
    await expect(
      services.call('observations.adopt', {
        id: observationId('a-stars'),
        baseRevision: services.revision,
      }),
    ).rejects.toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'observation-rejected' },
    });
    await services.call('observations.restore', {
      id: observationId('a-stars'),
      baseRevision: services.revision,
    });
    expect(await cell('a', 'stars')).toMatchObject({ value: Number.NaN, candidates: 1 });
  });

  test.each([
    ['c-stars', 'E_PRECONDITION', 'observation-evidence-only'],
    ['nothing', 'E_NOT_FOUND', 'unknown-observation'],
  ])('refuses to adopt %s', async (id, code, reason) => {
    await expect(
      services.call('observations.adopt', {
        id: observationId(id),
        baseRevision: services.revision,
      }),
    ).rejects.toMatchObject({ code, details: { reason } });
  });

  test('takes a new observation with a new source, and adopts it if told to', async () => {
    const { id } = await services.call('observations.add', {
      observation: {
        unit: unit('c'),
        indicator: node('growth'),
        value: 12.5,
        unitOfMeasure: '%',
        asOf: '2024',
        fit: 'exact',
        confidence: 'high',
        model: null,
        note: 'annual report, p. 12',
        source: { title: 'Annual report', url: 'https://example.org/report', published: '2025-03' },
        adopt: true,
      },
      baseRevision: services.revision,
    });
    expect(await cell('c', 'growth')).toMatchObject({ value: 12.5, candidates: 1 });
    const { candidates } = await services.call('cells.evidence', {
      scenario: BASELINE,
      unit: unit('c'),
      indicator: node('growth'),
    });
    expect(candidates).toMatchObject([
      { observation: { id, author: 'Ada' }, source: { title: 'Annual report' }, adopted: true },
    ]);
    expect(await services.call('sources.list', {})).toHaveLength(2);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(services.content()).toEqual({
      ...smallContent(),
      shipped: services.content().shipped,
    });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'not a link'])(
    'refuses %j as link of a source',
    async (url) => {
      await expect(
        services.call('observations.add', {
          observation: {
            unit: unit('c'),
            indicator: node('growth'),
            value: 1,
            unitOfMeasure: '%',
            asOf: '',
            fit: 'exact',
            confidence: 'low',
            model: null,
            note: '',
            source: { title: 'Trap', url, published: '' },
            adopt: false,
          },
          baseRevision: services.revision,
        }),
      ).rejects.toMatchObject({ code: 'E_INPUT', details: { reason: 'source-link' } });
    },
  );

  test('remembers who changed the cell when, from what to what, where', async () => {
    await edit('a', 'users', 11);
    services.clock.advance(60_000);
    const scenario = await newScenario('What if');
    await edit('a', 'users', 99, scenario);
    await services.call('history.undo', { baseRevision: services.revision });
    const changes = async (of: ScenarioId) =>
      (
        await services.call('cells.evidence', {
          scenario: of,
          unit: unit('a'),
          indicator: node('users'),
        })
      ).changes;
    expect(await changes(scenario)).toMatchObject([
      { scenario, kind: 'history.undo', author: 'Ada', before: 99, after: 11 },
      { scenario, kind: 'cells.edit', author: 'Ada', before: 11, after: 99 },
      { scenario: BASELINE, kind: 'cells.edit', author: 'Ada', before: 10, after: 11 },
    ]);
    expect(await changes(BASELINE)).toHaveLength(1);
  });
});
