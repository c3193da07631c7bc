import { describe, expect, test } from 'vitest';
import { createEventBus } from '../../../electron/host/event-bus.ts';
import { createJobs } from '../../../electron/host/jobs.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import { createCountedIds } from '../../support/counted-ids.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

function setUp() {
  const clock = createSettableClock();
  const logger = createRecordingLogger();
  const bus = createEventBus(logger);
  const seen: Record<string, AppEvent[]> = { window: [], other: [] };
  for (const [connection, events] of Object.entries(seen)) {
    bus.subscribe(connection, (event) => events.push(event));
  }
  const jobs = createJobs({ clock, logger, ids: createCountedIds('job'), emit: bus.emit });
  const finished = (job: JobId, connection = 'window') =>
    expect
      .poll(() =>
        seen[connection]?.find((event) => event.type === 'job.finished' && event.job === job),
      )
      .toBeDefined();
  return { clock, logger, seen, jobs, finished };
}

describe('a job', () => {
  test('reports progress and the end to its own connection, and keeps its result', async () => {
    const { jobs, seen, finished } = setUp();
    const sums = jobs.kind<number>('sum');
    const job = sums.start('window', async ({ progress }) => {
      progress(0.5, 'halfway');
      return 42;
    });
    expect(seen['window']).toEqual([]);
    expect(() => sums.result('window', job)).toThrow(expect.objectContaining({ code: 'E_BUSY' }));
    await finished(job);
    expect(seen['window']).toEqual([
      { type: 'job.progress', job, fraction: 0.5, stage: 'halfway' },
      { type: 'job.finished', job, error: null },
    ]);
    expect(seen['other']).toEqual([]);
    expect(sums.result('window', job)).toBe(42);
  });

  test('is nobody else’s: neither its result nor its cancelling', async () => {
    const { jobs, finished } = setUp();
    const sums = jobs.kind<number>('sum');
    const job = sums.start('window', async () => 1);
    const notFound = expect.objectContaining({ code: 'E_NOT_FOUND' });
    expect(() => jobs.cancel('other', job)).toThrow(notFound);
    await finished(job);
    expect(() => sums.result('other', job)).toThrow(notFound);
    expect(() => jobs.kind('product').result('window', job)).toThrow(notFound);
  });

  test('tells its own connection how it stands', async () => {
    const { jobs, finished } = setUp();
    const sums = jobs.kind<number>('sum');
    const good = sums.start('window', async () => 1);
    const bad = sums.start('window', async () => {
      throw new AppError('E_INPUT', 'no numbers');
    });
    expect(jobs.state('window', good)).toBe('running');
    await Promise.all([finished(good), finished(bad)]);
    expect(jobs.state('window', good)).toBe('finished');
    expect(() => jobs.state('window', bad)).toThrow(expect.objectContaining({ code: 'E_INPUT' }));
    const notFound = expect.objectContaining({ code: 'E_NOT_FOUND' });
    expect(() => jobs.state('other', good)).toThrow(notFound);
    jobs.drop('window');
    expect(() => jobs.state('window', good)).toThrow(notFound);
  });

  test('stops when it is cancelled', async () => {
    const { jobs, seen, finished } = setUp();
    const endless = jobs.kind<never>('endless');
    const job = endless.start(
      'window',
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await new Promise(setImmediate);
    jobs.cancel('window', job);
    await finished(job);
    expect(seen['window']?.at(-1)).toMatchObject({ error: { code: 'E_CANCELLED' } });
    expect(() => endless.result('window', job)).toThrow(
      expect.objectContaining({ code: 'E_CANCELLED' }),
    );
    jobs.cancel('window', job);
  });

  test('cancelled before it began never begins', async () => {
    const { jobs, finished } = setUp();
    let began = false;
    const job = jobs.kind<void>('late').start('window', async () => {
      began = true;
    });
    jobs.cancel('window', job);
    await finished(job);
    expect(began).toBe(false);
  });

  test('hands on an AppError, and hides a defect behind a reference', async () => {
    const { jobs, logger, seen, finished } = setUp();
    const kind = jobs.kind<void>('typesetting');
    const refused = kind.start('window', async () => {
      throw new AppError('E_STORAGE', 'the disk is full', { reason: 'disk-full' });
    });
    await finished(refused);
    expect(seen['window']?.at(-1)).toMatchObject({
      error: { code: 'E_STORAGE', message: 'the disk is full' },
    });
    const broken = kind.start('window', async () => {
      throw new TypeError('cannot read /home/secret/file');
    });
    await finished(broken);
    const last = seen['window']?.at(-1);
    expect(last).toMatchObject({ error: { code: 'E_INTERNAL' } });
    expect(JSON.stringify(last)).not.toContain('secret');
    expect(logger.entries.at(-1)?.fields['cause']).toBeInstanceOf(TypeError);
  });

  test('is forgotten after a while, and the oldest when there are many', async () => {
    const { clock, jobs, finished } = setUp();
    const kind = jobs.kind<number>('page');
    const started: JobId[] = [];
    for (let number = 0; number < 5; number += 1) {
      const job = kind.start('window', async () => number);
      await finished(job);
      started.push(job);
    }
    const [first, second] = started as [JobId, JobId];
    expect(() => kind.result('window', first)).toThrow(/no longer kept/);
    expect(kind.result('window', second)).toBe(1);
    clock.advance(10 * 60 * 1000);
    expect(() => kind.result('window', second)).toThrow(/no longer kept/);
  });

  test('ends with its connection, and all end with the host', async () => {
    const { jobs } = setUp();
    const reasons: string[] = [];
    const waitForAbort = (name: string) =>
      jobs.kind<void>('wait').start(name, async ({ signal }) => {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        reasons.push(name);
      });
    waitForAbort('window');
    waitForAbort('other');
    await new Promise(setImmediate);
    jobs.drop('window');
    await expect.poll(() => reasons).toEqual(['window']);
    await jobs.close();
    expect(reasons).toEqual(['window', 'other']);
  });

  test('is refused beside sixteen others of its connection, also ones that are still stopping', async () => {
    const { jobs, finished } = setUp();
    const letGo: (() => void)[] = [];
    const kind = jobs.kind<void>('wait');
    const start = (connection: string) =>
      kind.start(connection, () => new Promise((resolve) => letGo.push(resolve)));
    const [first, second] = Array.from({ length: 16 }, () => start('window'));
    const refused = expect.objectContaining({
      code: 'E_BUSY',
      details: { reason: 'too-many-jobs', expected: 'fewer than 16', found: '16' },
    });
    expect(() => start('window')).toThrow(refused);
    expect(() => jobs.kind('another').start('window', async () => 1)).toThrow(refused);
    start('other');
    await new Promise(setImmediate);
    if (first === undefined || second === undefined) throw new Error('sixteen were started');
    jobs.cancel('window', first);
    expect(() => start('window')).toThrow(refused);
    letGo[0]?.();
    await finished(first);
    start('window');
    letGo[1]?.();
    await finished(second);
    expect(() => start('window')).not.toThrow();
    expect(() => start('window')).toThrow(refused);
  });

  test('small steps of progress are not told', async () => {
    const { jobs, seen, finished } = setUp();
    const job = jobs.kind<void>('many').start('window', async ({ progress }) => {
      for (let step = 0; step <= 10_000; step += 1) progress(step / 10_000, 'drawing');
      progress(7, 'drawing');
    });
    await finished(job);
    const fractions = (seen['window'] ?? []).flatMap((event) =>
      event.type === 'job.progress' ? [event.fraction] : [],
    );
    expect(fractions.length).toBeGreaterThan(90);
    expect(fractions.length).toBeLessThan(105);
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
  });
});
