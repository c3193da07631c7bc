import { beforeEach, expect, test, vi } from 'vitest';
import { useConnection } from '../../../renderer/stores/connection-store.ts';
import { runJob } from '../../../renderer/stores/run-job.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import { connectFake, settle } from './fake-client.ts';

const job = 'job-1' as JobId;
const start = () => Promise.resolve({ job });
const refusal = (reason: string) => new AppError('E_PRECONDITION', reason, { reason });

beforeEach(() => useConnection.setState({ state: 'open', wasOpen: true }));

async function reconnect(): Promise<void> {
  useConnection.setState({ state: 'connecting' });
  useConnection.setState({ state: 'open' });
  await settle();
}

/** What became of a run so far. */
function watch(run: Promise<JobId>): { ended: () => unknown } {
  const ended = vi.fn<(outcome: unknown) => void>();
  run.then(ended, ended);
  return { ended: () => ended.mock.calls[0]?.[0] };
}

test('a job that the host has dropped while the connection was lost ends with the reason', async () => {
  connectFake({
    'job.state': () => {
      throw new AppError('E_NOT_FOUND', 'no such job', { reason: 'job-unknown' });
    },
  });
  const run = watch(runJob(start));
  await settle();
  await reconnect();
  expect(run.ended()).toMatchObject({ code: 'E_NOT_FOUND', details: { reason: 'job-lost' } });
});

test('a job that ended while nobody listened has ended', async () => {
  connectFake({ 'job.state': () => ({ state: 'finished' }) });
  const run = watch(runJob(start));
  await settle();
  await reconnect();
  expect(run.ended()).toBe(job);
});

test('a job that failed while nobody listened fails with its own error', async () => {
  connectFake({
    'job.state': () => {
      throw refusal('too-many-methods');
    },
  });
  const run = watch(runJob(start));
  await settle();
  await reconnect();
  expect(run.ended()).toMatchObject({ details: { reason: 'too-many-methods' } });
});

test('a job that goes on is followed to its end, over any number of connections', async () => {
  let lost = true;
  const host = connectFake({
    'job.state': () => {
      if (lost) throw refusal('connection-lost');
      return { state: 'running' };
    },
  });
  const run = watch(runJob(start));
  await settle();
  await reconnect();
  lost = false;
  await reconnect();
  expect(host.called('job.state')).toHaveLength(2);
  expect(run.ended()).toBeUndefined();
  host.emit({ type: 'job.finished', job, error: null });
  await settle();
  expect(run.ended()).toBe(job);
  await reconnect();
  expect(host.called('job.state')).toHaveLength(2);
});

test('a host of another launch knows nothing of it', async () => {
  connectFake({
    'job.state': () => {
      throw refusal('other-launch');
    },
  });
  const run = watch(runJob(start));
  await settle();
  useConnection.setState({ state: 'refused' });
  await settle();
  expect(run.ended()).toMatchObject({ details: { reason: 'other-launch' } });
});
