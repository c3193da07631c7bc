import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ipcMain, type WebContents } from 'electron';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Host, HostConnection } from '../../../electron/host/create-host.ts';
import { setUpIpc } from '../../../electron/main/ipc.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import { FakeWebContents, type ipcMain as fakeIpcMain } from '../../mocks/electron.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';

const fake = ipcMain as unknown as typeof fakeIpcMain;
const folder = mkdtempSync(join(tmpdir(), 'hengmo-ipc-'));
const workbook = join(folder, 'a.hengmo');
writeFileSync(workbook, 'x');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  const calls: unknown[][] = [];
  const offered: unknown[][] = [];
  const closed: string[] = [];
  const listeners: ((event: AppEvent) => void)[] = [];
  const host: Pick<Host, 'connect'> = {
    connect(listener) {
      listeners.push(listener);
      const connection: HostConnection = {
        id: `connection-${listeners.length}`,
        async call(...values) {
          calls.push(values);
          return { ok: true, value: new Float64Array([Number.NaN, 1]) };
        },
        offerFile(...values) {
          offered.push(values);
          return 'token' as ReturnType<HostConnection['offerFile']>;
        },
        close: () => closed.push(connection.id),
      };
      return connection;
    },
  };
  const logger = createRecordingLogger();
  const ipc = setUpIpc(ipcMain, host as Host, logger);
  const contents = new FakeWebContents();
  ipc.admit(contents as unknown as WebContents);
  const event = (parts: { url?: string; sender?: FakeWebContents; parent?: object } = {}) => ({
    sender: parts.sender ?? contents,
    senderFrame: { url: parts.url ?? 'app://main/index.html', parent: parts.parent ?? null },
  });
  return { calls, offered, closed, listeners, logger, contents, event };
}

let given: ReturnType<typeof setUp>;
beforeEach(() => {
  given = setUp();
});

test('a call of our window reaches the host, and typed arrays come back as such', async () => {
  const reply = await fake.invoke('app:call', given.event(), 'scores.get', {
    scenario: 'baseline',
  });
  expect(given.calls).toEqual([['scores.get', { scenario: 'baseline' }]]);
  expect(reply).toEqual({ ok: true, value: new Float64Array([Number.NaN, 1]) });
});

test.each([
  ['another page', { url: 'https://attacker.example/' }],
  ['about:blank', { url: 'about:blank' }],
  ['a frame', { parent: {} }],
  ['a window that was never admitted', { sender: new FakeWebContents() }],
])('a message of %s is refused and logged', async (_what, parts) => {
  for (const [channel, ...values] of [
    ['app:call', 'scores.get', {}],
    ['app:offer-file', 'open-workbook', workbook],
  ] as const) {
    expect(await fake.invoke(channel, given.event(parts), ...values)).toMatchObject({
      ok: false,
      error: { code: 'E_FORBIDDEN' },
    });
  }
  expect(given.calls).toEqual([]);
  expect(given.offered).toEqual([]);
  expect(given.logger.entries).toHaveLength(2);
});

test('a window that is destroyed is a stranger, and its connection ends', async () => {
  given.contents.destroy();
  expect(given.closed).toEqual(['connection-1']);
  expect(await fake.invoke('app:call', given.event(), 'scores.get', {})).toMatchObject({
    error: { code: 'E_FORBIDDEN' },
  });
  given.listeners[0]?.({ type: 'settings.changed' });
  expect(given.contents.sent).toEqual([]);
});

test('events go to the window', () => {
  given.listeners[0]?.({ type: 'settings.changed' });
  expect(given.contents.sent).toEqual([['app:event', { type: 'settings.changed' }]]);
});

describe('a dropped file', () => {
  test('gives a token and the name', async () => {
    expect(await fake.invoke('app:offer-file', given.event(), 'open-workbook', workbook)).toEqual({
      ok: true,
      value: { token: 'token', fileName: 'a.hengmo' },
    });
    expect(given.offered).toEqual([[workbook, 'open-workbook']]);
  });

  test.each([
    ['an invented file', 'open-workbook', ''],
    ['a relative path', 'open-workbook', 'a.hengmo'],
    ['a folder', 'open-workbook', folder],
    ['a missing file', 'open-workbook', join(folder, 'missing')],
    ['no path', 'open-workbook', undefined],
    ['a path that is no text', 'open-workbook', [workbook]],
    ['a purpose of writing', 'save-workbook', workbook],
    ['no purpose', undefined, workbook],
  ])('is refused when it is %s', async (_what, purpose, path) => {
    expect(await fake.invoke('app:offer-file', given.event(), purpose, path)).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT' },
    });
    expect(given.offered).toEqual([]);
  });
});
