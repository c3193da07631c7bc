import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASELINE, type JobId } from '../../../shared/model/ids.ts';
import { NO_METHOD_CHOICES, type UncertaintyRequest } from '../../../shared/model/uncertainty.ts';
import { node, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

const request: UncertaintyRequest = {
  draws: 400,
  seed: 12,
  sources: {
    weights: { rule: 'noise', factor: 0.25 },
    locked: [],
    values: { byConfidence: { high: 0.05, medium: 0.1, low: 0.3 }, cells: [] },
    gaps: true,
    methods: NO_METHOD_CHOICES,
  },
};

async function finished(job: JobId) {
  for (;;) {
    const end = services.events.find((event) => event.type === 'job.finished' && event.job === job);
    if (end?.type === 'job.finished') return end.error;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function simulate() {
  const { job } = await services.call('uncertainty.run', { scenario: BASELINE, request });
  expect(await finished(job)).toBeNull();
  return services.call('uncertainty.result', { job });
}

const edit = (value: number) =>
  services.call('cells.edit', {
    scenario: BASELINE,
    edits: [{ unit: unit('a'), indicator: node('users'), value }],
    note: '',
    baseRevision: services.revision,
  });

describe('a kept simulation', () => {
  test('goes stale with an act and is current again with its undo', async () => {
    expect(await services.call('uncertainty.latest', { scenario: BASELINE })).toBeNull();
    const result = await simulate();
    const latest = () => services.call('uncertainty.latest', { scenario: BASELINE });
    expect(await latest()).toMatchObject({ request, result, current: true });
    await edit(35);
    expect((await latest())?.current).toBe(false);
    await services.call('history.undo', { baseRevision: services.revision });
    expect((await latest())?.current).toBe(true);
  });

  test('is not computed again for the same inputs, and is for others', async () => {
    const first = await simulate();
    expect(await simulate()).toEqual(first);
    await edit(1);
    expect((await simulate()).meanRank).not.toEqual(first.meanRank);
  });

  test('gives back any of its draws', async () => {
    const draw = await services.call('uncertainty.draw', {
      scenario: BASELINE,
      request,
      draw: 399,
    });
    expect(draw.draw).toBe(399);
    expect(draw.gaps.length).toBeGreaterThan(0);
    await expect(
      services.call('uncertainty.draw', { scenario: BASELINE, request, draw: 400 }),
    ).rejects.toMatchObject({ code: 'E_INPUT', details: { reason: 'unknown-draw' } });
  });

  test('fails with what the engine refuses', async () => {
    const sources = { ...request.sources, locked: [node('nowhere')] };
    const { job } = await services.call('uncertainty.run', {
      scenario: BASELINE,
      request: { ...request, sources },
    });
    expect(await finished(job)).toMatchObject({ code: 'E_INPUT', details: { node: 'nowhere' } });
  });

  test('can be cancelled', async () => {
    const { job } = await services.call('uncertainty.run', {
      scenario: BASELINE,
      request: { ...request, draws: 1_000_000_000 },
    });
    services.jobs.cancel('window-1', job);
    expect(await finished(job)).toMatchObject({ code: 'E_CANCELLED' });
    expect(await services.call('uncertainty.latest', { scenario: BASELINE })).toBeNull();
  });
});
