import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createFileLogger, withoutFolders } from '../../../electron/host/file-logger.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'hengmo-log-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logger = () =>
  createFileLogger({ folder, home: '/home/someone', clock: createSettableClock() });

test('writes one object per line, with causes and without the home folder', () => {
  const cause = new Error('ENOENT: /home/someone/作品/a.hengmo');
  logger().error('unexpected error', { cause: new Error('cannot open', { cause }) });
  const text = readFileSync(join(folder, 'hengmo.log'), 'utf8');
  expect(text).not.toContain('/home/someone');
  expect(JSON.parse(text)).toMatchObject({
    at: '2026-01-15T08:00:00.000Z',
    level: 'error',
    message: 'unexpected error',
    cause: { message: 'cannot open', cause: { message: 'ENOENT: ~/作品/a.hengmo' } },
  });
});

test('takes out a Windows home folder, too, which JSON writes with doubled backslashes', () => {
  const line = JSON.stringify({ message: String.raw`C:\Users\someone\a.hengmo` });
  expect(JSON.parse(withoutFolders(line, String.raw`C:\Users\someone`))).toEqual({
    message: String.raw`~\a.hengmo`,
  });
});

test('starts a new file when the old one is large, and keeps one', () => {
  const log = logger();
  for (let count = 0; count < 25; count += 1) log.info('x'.repeat(100_000));
  expect(statSync(join(folder, 'hengmo.log')).size).toBeLessThan(1.2 * 1024 * 1024);
  expect(statSync(join(folder, 'hengmo.log.1')).size).toBeGreaterThan(1024 * 1024);
});

test('a place that cannot be written is no second problem', () => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const log = createFileLogger({
    folder: join(file, 'log'),
    home: '/',
    clock: createSettableClock(),
  });
  expect(() => log.error('lost')).not.toThrow();
});
