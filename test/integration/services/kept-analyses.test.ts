import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../../electron/engine/engine-version.ts';
import { BASELINE, type JobId } from '../../../shared/model/ids.ts';
import { NO_METHOD_CHOICES, type UncertaintyRequest } from '../../../shared/model/uncertainty.ts';
import { node, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

const request = (seed: number): UncertaintyRequest => ({
  draws: 50,
  seed,
  sources: {
    weights: { rule: 'simplex' },
    locked: [],
    values: null,
    gaps: true,
    methods: NO_METHOD_CHOICES,
  },
});

async function finished(job: JobId) {
  for (;;) {
    const end = services.events.find((event) => event.type === 'job.finished' && event.job === job);
    if (end?.type === 'job.finished') return end.error;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function simulate(seed: number, asked = request(seed)) {
  const { job } = await services.call('uncertainty.run', { scenario: BASELINE, request: asked });
  expect(await finished(job)).toBeNull();
  return services.call('uncertainty.result', { job });
}

const latest = () => services.call('uncertainty.latest', { scenario: BASELINE });
const edit = (value: number) =>
  services.call('cells.edit', {
    scenario: BASELINE,
    edits: [{ unit: unit('a'), indicator: node('users'), value }],
    note: '',
    baseRevision: services.revision,
  });
const undo = () => services.call('history.undo', { baseRevision: services.revision });

/** Changes the closed file as another program would. */
async function between(change: (database: Database.Database) => void): Promise<void> {
  await services.session.close();
  const database = new Database(services.workbookPath);
  change(database);
  database.close();
  await services.session.open(services.workbookPath);
}

describe('results kept in the workbook', () => {
  test('survive a restart, to the bit', async () => {
    const result = await simulate(1);
    await services.restart();
    expect(await latest()).toEqual({
      request: request(1),
      result,
      engine: ENGINE_VERSION,
      current: true,
    });
  });

  test('are no part of the history and no act', async () => {
    const before = services.revision;
    const { entries } = await services.call('history.list', { limit: 10, before: null });
    await simulate(1);
    expect(services.revision).toBe(before);
    expect((await services.call('history.list', { limit: 10, before: null })).entries).toEqual(
      entries,
    );
  });

  test('become current again with the state that they were made from, though another came after', async () => {
    const first = await simulate(1);
    await edit(35);
    const second = await simulate(1);
    expect(second.meanRank).not.toEqual(first.meanRank);
    expect(await latest()).toMatchObject({ result: second, current: true });
    await undo();
    expect(await latest()).toMatchObject({ result: first, current: true });
    await services.restart();
    await services.call('history.redo', { baseRevision: services.revision });
    expect(await latest()).toMatchObject({ result: second, current: true });
    await edit(36);
    expect(await latest()).toMatchObject({ result: second, current: false });
  });

  test('rest on the state in which they were asked for, though an act comes before the job begins', async () => {
    const share = { high: 0.3, medium: 0.3, low: 0.3 };
    const asked = request(1);
    asked.sources.values = { byConfidence: share, cells: [] };
    const expected = await simulate(1, asked);
    await services.close();
    services = await startTestServices();
    const simulating = simulate(1, asked);
    await Promise.all([simulating, edit(35)]);
    expect(await simulating).toEqual(expected);
  });

  test('are current for the seed that was asked last', async () => {
    await simulate(1);
    await simulate(2);
    expect((await latest())?.request.seed).toBe(2);
    await simulate(1);
    expect((await latest())?.request.seed).toBe(1);
  });

  test('that another engine made are shown as stale, with its version', async () => {
    await simulate(1);
    await between((database) => database.exec("UPDATE analysis SET engine = 0, inputs = 'older'"));
    expect(await latest()).toMatchObject({ engine: 0, current: false });
  });

  test('that cannot be read are passed over and computed again', async () => {
    const result = await simulate(1);
    await between((database) => database.exec('UPDATE analysis SET result = \'{"units":1}\''));
    expect(await latest()).toBeNull();
    expect(await simulate(1)).toEqual(result);
    await between((database) => database.exec("UPDATE analysis SET request = '{'"));
    expect(await latest()).toBeNull();
  });
});
