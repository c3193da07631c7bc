import { expect, test } from 'vitest';
import { createMutationQueue } from '../../../electron/host/mutation-queue.ts';

test('runs one task after another, in order, whatever their durations', async () => {
  const queue = createMutationQueue();
  const log: string[] = [];
  let running = 0;
  const task = (name: string, milliseconds: number) => async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    log.push(name);
    running -= 1;
    return name;
  };
  const results = await Promise.all([
    queue.run(task('slow', 20)),
    queue.run(task('fast', 0)),
    queue.run(task('middle', 5)),
  ]);
  expect(log).toEqual(['slow', 'fast', 'middle']);
  expect(results).toEqual(['slow', 'fast', 'middle']);
});

test('a failed task is its own affair', async () => {
  const queue = createMutationQueue();
  const failing = queue.run(() => {
    throw new Error('no');
  });
  const next = queue.run(() => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});

test('refuses when too many wait, and takes tasks again afterwards', async () => {
  const queue = createMutationQueue();
  const waiting = Array.from({ length: 1000 }, () => queue.run(() => undefined));
  await expect(queue.run(() => undefined)).rejects.toMatchObject({ code: 'E_BUSY' });
  await Promise.all(waiting);
  await queue.idle();
  await expect(queue.run(() => 'again')).resolves.toBe('again');
});
