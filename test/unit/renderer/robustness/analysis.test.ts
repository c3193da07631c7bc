import { beforeEach, expect, test } from 'vitest';
import {
  createAnalysis,
  type Kept,
} from '../../../../renderer/features/robustness/analysis/analysis.ts';
import { useLayout } from '../../../../renderer/stores/layout-store.ts';
import { clearSelection, selectScenario } from '../../../../renderer/stores/selection-store.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import {
  BASELINE,
  type JobId,
  type Revision,
  type ScenarioId,
} from '../../../../shared/model/ids.ts';
import { connectFake, settle } from '../fake-client.ts';

type Kepts = Kept<string, string> | null;
const kept = (result: string, current = true): Kepts => ({
  request: 'asked',
  result,
  engine: 1,
  current,
});
const job = 'job-1' as JobId;
const at = (revision: number, scenario: ScenarioId = BASELINE, opening = 0, generation = 0) => ({
  scenario,
  revision: revision as Revision,
  opening,
  generation,
});

beforeEach(() => {
  clearSelection();
  useLayout.setState({ generation: 0 });
});

test('what is kept is read once a moment, and again after an act', async () => {
  let reads = 0;
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(kept('first', ++reads === 1)),
    run: () => Promise.reject(new Error('not run')),
  });
  await Promise.all([analysis.refresh(at(1)), analysis.refresh(at(1))]);
  expect(reads).toBe(1);
  expect(analysis.use.getState().kept?.current).toBe(true);
  await analysis.refresh(at(2));
  expect(reads).toBe(2);
  expect(analysis.use.getState().kept?.current).toBe(false);
});

test('a result of another scenario or workbook is not shown for a moment', async () => {
  let answer: Kepts = kept('of the baseline');
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(answer),
    run: () => Promise.reject(new Error('not run')),
  });
  await analysis.refresh(at(1));
  answer = null;
  const other = 'other' as ScenarioId;
  const reading = analysis.refresh(at(1, other));
  expect(analysis.use.getState().kept).toBeNull();
  await reading;
  answer = kept('of another workbook');
  await analysis.refresh(at(1, other, 1));
  expect(analysis.use.getState().kept?.result).toBe('of another workbook');
});

test('a run shows its progress and then its result', async () => {
  const host = connectFake({});
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(kept('new')),
    run: () => Promise.resolve({ job }),
  });
  const run = analysis.run('asked');
  await settle();
  host.emit({ type: 'job.progress', job, fraction: 0.4, stage: 'draws' });
  expect(analysis.use.getState().running?.fraction).toBe(0.4);
  host.emit({ type: 'job.finished', job, error: null });
  await run;
  expect(analysis.use.getState()).toMatchObject({ running: null, cancelled: false });
  expect(analysis.use.getState().kept?.result).toBe('new');
});

test('a cancelled run leaves the result from before and says so', async () => {
  const host = connectFake({ 'job.cancel': () => ({}) });
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(kept('before')),
    run: () => Promise.resolve({ job }),
  });
  await analysis.refresh(at(0));
  const run = analysis.run('asked');
  await settle();
  analysis.stop();
  expect(host.called('job.cancel')).toHaveLength(1);
  const { code, message, details } = new AppError('E_CANCELLED', 'cancelled', {
    reason: 'cancelled',
  });
  host.emit({ type: 'job.finished', job, error: { code, message, details } });
  await run;
  expect(analysis.use.getState()).toMatchObject({ running: null, cancelled: true, error: null });
  expect(analysis.use.getState().kept?.result).toBe('before');
});

test('a lost connection stops no run, and what it says of one that was lost stays', async () => {
  const host = connectFake({});
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(kept('before')),
    run: () => Promise.resolve({ job }),
  });
  await analysis.refresh(at(0));
  const run = analysis.run('asked');
  await settle();
  const overAnotherConnection = at(0, BASELINE, 0, 1);
  await analysis.refresh(overAnotherConnection);
  expect(host.called('job.cancel')).toEqual([]);
  expect(analysis.use.getState().running).not.toBeNull();
  const lost = new AppError('E_NOT_FOUND', 'lost', { reason: 'job-lost' });
  host.emit({ type: 'job.finished', job, error: lost.toReply() });
  await run;
  await analysis.refresh(at(0, BASELINE, 0, 2));
  expect(analysis.use.getState()).toMatchObject({ running: null, error: lost });
});

test('a refusal is kept for the control until it is dismissed', async () => {
  connectFake({});
  const refusal = new AppError('E_INPUT', 'too many', { reason: 'too-many-methods' });
  const analysis = createAnalysis<string, string>({
    latest: () => Promise.resolve(null),
    run: () => Promise.reject(refusal),
  });
  await analysis.run('asked');
  expect(analysis.use.getState()).toMatchObject({ running: null, error: refusal });
  analysis.dismissError();
  expect(analysis.use.getState().error).toBeNull();
});

test('who goes on to another scenario does not get the result there', async () => {
  const host = connectFake({});
  const asked: ScenarioId[] = [];
  const analysis = createAnalysis<string, string>({
    latest: (scenario) => {
      asked.push(scenario);
      return Promise.resolve(null);
    },
    run: () => Promise.resolve({ job }),
  });
  const run = analysis.run('asked');
  await settle();
  selectScenario('other' as ScenarioId);
  expect(analysis.use.getState().running?.scenario).toBe(BASELINE);
  host.emit({ type: 'job.finished', job, error: null });
  await run;
  expect(asked).toEqual([]);
  expect(analysis.use.getState().running).toBeNull();
});
