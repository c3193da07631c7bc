import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { node, observationId, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

/** One act of a random list; scenarios are named by position among those that there are. */
type Act = (services: TestServices, scenarios: readonly ScenarioId[]) => Promise<unknown>;

const units = fc.constantFrom('a', 'b', 'c').map(unit);
const indicators = fc.constantFrom('users', 'open', 'stars', 'growth').map(node);
const observations = fc
  .constantFrom('a-users', 'a-users-conflict', 'b-stars', 'c-open', 'c-stars', 'a-open')
  .map(observationId);
const value = fc.option(
  fc.oneof(fc.constantFrom(0, 1, 3, 10), fc.double({ min: -5, max: 1e6, noNaN: true })),
);
const at = (scenarios: readonly ScenarioId[], position: number) =>
  scenarios[position % scenarios.length] ?? BASELINE;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({
      position: fc.nat(5),
      edits: fc.array(fc.record({ unit: units, indicator: indicators, value }), {
        minLength: 1,
        maxLength: 6,
      }),
      note: fc.string(),
    })
    .map(
      ({ position, edits, note }): Act =>
        (services, scenarios) =>
          services.call('cells.edit', {
            scenario: at(scenarios, position),
            edits,
            note,
            baseRevision: services.revision,
          }),
    ),
  fc
    .record({ id: observations, what: fc.constantFrom('adopt', 'reject', 'restore') })
    .map(({ id, what }): Act => (services) => {
      const baseRevision = services.revision;
      if (what === 'adopt') return services.call('observations.adopt', { id, baseRevision });
      if (what === 'restore') return services.call('observations.restore', { id, baseRevision });
      return services.call('observations.reject', { id, reason: 'doubtful', baseRevision });
    }),
  fc
    .record({
      unit: units,
      indicator: indicators,
      value: fc.constantFrom(0, 1, 2.5),
      adopt: fc.boolean(),
      title: fc.option(fc.string({ minLength: 1 })),
    })
    .map(
      ({ title, ...given }): Act =>
        (services) =>
          services.call('observations.add', {
            observation: {
              ...given,
              unitOfMeasure: 'pcs',
              asOf: '2024',
              fit: 'exact',
              confidence: 'low',
              model: null,
              note: '',
              source: title === null ? null : { title, url: null, published: '' },
            },
            baseRevision: services.revision,
          }),
    ),
  fc.record({ position: fc.nat(5), name: fc.string({ minLength: 1, maxLength: 8 }) }).map(
    ({ position, name }): Act =>
      (services, scenarios) =>
        services.call('scenarios.create', {
          parent: at(scenarios, position),
          name,
          description: '',
          overrides: [
            { kind: 'value', unit: unit('a'), indicator: node('users'), value: 5, note: '' },
            { kind: 'unit-inclusion', unit: unit('b'), included: false },
          ],
          baseRevision: services.revision,
        }),
  ),
  fc.nat(5).map(
    (position): Act =>
      (services, scenarios) =>
        services.call('scenarios.delete', {
          scenario: at(scenarios, position),
          baseRevision: services.revision,
        }),
  ),
  fc.record({ position: fc.nat(5), reach: fc.double({ min: 0, max: 100, noNaN: true }) }).map(
    ({ position, reach }): Act =>
      (services, scenarios) =>
        services.call('scenarios.setWeights', {
          scenario: at(scenarios, position),
          siblings: [
            {
              parent: node('index'),
              weights: [
                { node: node('reach'), weight: reach },
                { node: node('worth'), weight: 100 - reach },
              ],
            },
          ],
          baseRevision: services.revision,
        }),
  ),
  fc
    .record({
      position: fc.nat(5),
      missing: fc.constantFrom('zero' as const, 'available' as const),
    })
    .map(
      ({ position, missing }): Act =>
        (services, scenarios) =>
          services.call('scenarios.setMethod', {
            scenario: at(scenarios, position),
            part: { missing },
            baseRevision: services.revision,
          }),
    ),
  fc.nat(5).map(
    (position): Act =>
      (services, scenarios) =>
        services.call('scenarios.reset', {
          scenario: at(scenarios, position),
          overrideKeys: null,
          baseRevision: services.revision,
        }),
  ),
  fc.string({ maxLength: 10 }).map(
    (author): Act =>
      (services) =>
        services.call('workbook.setAuthor', { author, baseRevision: services.revision }),
  ),
);

/** Refused acts are part of the list: they must leave no trace. */
async function perform(services: TestServices, made: Act): Promise<void> {
  const scenarios = await services.call('scenarios.list', {});
  try {
    await made(
      services,
      scenarios.map(({ id }) => id),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const text = (services: TestServices) => JSON.stringify(services.content());

async function moveAll(services: TestServices, direction: 'undo' | 'redo'): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const list = await services.call('history.list', { limit: 1, before: null });
    if (list[direction] === null) return steps;
    const baseRevision = services.revision;
    await services.call(direction === 'undo' ? 'history.undo' : 'history.redo', { baseRevision });
  }
}

test('any list of acts, all undone, leaves the workbook as it was; redone, as it became', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 25 }),
      fc.nat(6),
      fc.boolean(),
      async (acts, undoneBetween, restart) => {
        const services = await startTestServices();
        try {
          const created = text(services);
          const half = Math.floor(acts.length / 2);
          for (const made of acts.slice(0, half)) await perform(services, made);
          // Going back and then doing something else forgets what could have been redone.
          for (let step = 0; step < undoneBetween; step += 1) {
            const { undo } = await services.call('history.list', { limit: 1, before: null });
            if (undo !== null) {
              await services.call('history.undo', { baseRevision: services.revision });
            }
          }
          for (const made of acts.slice(half)) await perform(services, made);

          const became = text(services);
          const grid = await services.call('cells.grid', { scenario: BASELINE });
          if (restart) await services.restart();
          const steps = await moveAll(services, 'undo');
          expect(text(services)).toBe(created);
          if (restart) await services.restart();
          const redone = await moveAll(services, 'redo');
          expect(redone).toBeGreaterThanOrEqual(steps);
          // What had been undone before the restart is redone beyond where we started from.
          if (redone === steps) {
            expect(text(services)).toBe(became);
            expect(await services.call('cells.grid', { scenario: BASELINE })).toEqual(grid);
          }
          await moveAll(services, 'undo');
          expect(text(services)).toBe(created);
        } finally {
          await services.close();
        }
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

describe('the history', () => {
  let services: TestServices;
  beforeEach(async () => {
    services = await startTestServices();
  });
  afterEach(() => services.close());

  const type = (number: number) =>
    services.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('a'), indicator: node('users'), value: number }],
      note: '',
      baseRevision: services.revision,
    });
  const list = () => services.call('history.list', { limit: 100, before: null });

  test('says who did what when, and what undo and redo would do', async () => {
    await type(1);
    services.clock.advance(1000);
    await type(2);
    await services.call('history.undo', { baseRevision: services.revision });
    const { entries, undo, redo } = await list();
    expect(entries).toMatchObject([
      {
        sequence: 3,
        kind: 'history.undo',
        undoes: 2,
        parameters: { act: 'cells.edit', unit: 'a', indicator: 'users', value: 2 },
      },
      { sequence: 2, kind: 'cells.edit', author: 'Ada', at: '2026-01-15T08:00:01.000Z' },
      { sequence: 1, kind: 'cells.edit', at: '2026-01-15T08:00:00.000Z', undoes: null },
    ]);
    expect(undo?.sequence).toBe(1);
    expect(redo?.sequence).toBe(2);
  });

  test('is read in pages', async () => {
    for (let number = 1; number <= 5; number += 1) await type(number);
    const page = await services.call('history.list', { limit: 2, before: 4 });
    expect(page.entries.map(({ sequence }) => sequence)).toEqual([3, 2]);
  });

  test('survives a restart: what was undone can be redone, then undone again', async () => {
    await type(1);
    await type(2);
    await services.call('history.undo', { baseRevision: services.revision });
    await services.restart();
    expect((await list()).redo?.sequence).toBe(2);
    await services.call('history.redo', { baseRevision: services.revision });
    const { undo, redo } = await list();
    expect([undo?.sequence, redo]).toEqual([2, null]);
    await moveAll(services, 'undo');
    expect((await list()).undo).toBeNull();
  });

  test('forgets what could be redone as soon as something new is done', async () => {
    await type(1);
    await services.call('history.undo', { baseRevision: services.revision });
    await type(2);
    expect((await list()).redo).toBeNull();
    await expect(
      services.call('history.redo', { baseRevision: services.revision }),
    ).rejects.toMatchObject({ code: 'E_PRECONDITION', details: { reason: 'nothing-to-redo' } });
  });

  test('refuses to undo when there is nothing, or when something has happened since', async () => {
    await expect(
      services.call('history.undo', { baseRevision: services.revision }),
    ).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });
    await type(1);
    await expect(services.call('history.undo', { baseRevision: 0 as never })).rejects.toMatchObject(
      { code: 'E_CONFLICT', details: { reason: 'stale-revision' } },
    );
  });

  test('tells everyone after each act what it touched', async () => {
    services.events.length = 0;
    await type(1);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(services.events).toEqual([
      { type: 'workbook.changed', revision: 1, touched: ['cells', 'observations'] },
      { type: 'workbook.changed', revision: 2, touched: ['cells', 'observations'] },
    ]);
  });
});
