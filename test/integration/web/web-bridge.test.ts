import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createWebBridge, type PageSurroundings } from '../../../renderer/bridge/web-bridge.ts';
import type { ConnectionState, ShellBridge } from '../../../renderer/bridge/shell-bridge.ts';
import { SOCKET_PATH, SUBPROTOCOL } from '../../../shared/contract/web-messages.ts';
import { startTestShell, type TestShell } from '../../support/test-shell.ts';

const shells: TestShell[] = [];
afterEach(async () => {
  for (const shell of shells.splice(0)) await shell.close();
});

async function start(options: Parameters<typeof startTestShell>[0] = {}): Promise<TestShell> {
  const shell = await startTestShell(options);
  shells.push(shell);
  return shell;
}

interface Page {
  readonly bridge: ShellBridge;
  readonly states: ConnectionState[];
  readonly opened: string[];
  readonly waits: number[];
  /** In the order of the attempts. */
  readonly sockets: NodeSocket[];
}

/** A page of that shell, with Node's sockets in place of the browser's. */
function openPage(shell: TestShell, parts: Partial<PageSurroundings> = {}): Page {
  const opened: string[] = [];
  const waits: number[] = [];
  const sockets: NodeSocket[] = [];
  const bridge = createWebBridge({
    token: shell.token,
    openSocket() {
      const { origin, host } = shell;
      const socket = new NodeSocket(`ws://${host}${SOCKET_PATH}`, [SUBPROTOCOL], { origin });
      // A browser's socket only closes.
      socket.on('error', () => undefined);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    chooseFile: async () => null,
    saveFile: () => undefined,
    openLink: (url) => opened.push(url),
    fetch: (path, options) =>
      fetch(`${shell.origin}${path}`, {
        ...options,
        headers: { ...options.headers, origin: shell.origin, 'sec-fetch-site': 'same-origin' },
      }),
    // The real waits, a hundred times faster.
    async wait(milliseconds) {
      waits.push(milliseconds);
      await new Promise((resolve) => setTimeout(resolve, milliseconds / 100));
    },
    ...parts,
  });
  const states: ConnectionState[] = [];
  bridge.onConnection((state) => states.push(state));
  return { bridge, states, opened, waits, sockets };
}

const link = { url: 'https://example.org/' };

describe('the bridge of the web shell', () => {
  test('keeps calls until it is connected, and matches answers to calls', async () => {
    const page = openPage(await start());
    expect(page.bridge.connection()).toBe('connecting');
    const answers = await Promise.all([
      page.bridge.call('links.open', link),
      page.bridge.call('links.open', { url: 'file:///x' }),
      page.bridge.call('unknown', null),
    ]);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'E_FORBIDDEN' } },
      { ok: false, error: { code: 'E_INPUT' } },
    ]);
    expect(page.bridge.connection()).toBe('open');
    expect(page.opened).toEqual([link.url]);
  });

  test('without the launch token is refused at once', async () => {
    const page = openPage(await start(), { token: null });
    expect(page.bridge.connection()).toBe('refused');
    expect(await page.bridge.call('links.open', link)).toMatchObject({
      ok: false,
      error: { details: { reason: 'other-launch' } },
    });
  });

  test('with the token of another launch is refused after one attempt, for good', async () => {
    const page = openPage(await start(), { token: 'A'.repeat(43) });
    const waiting = page.bridge.call('links.open', link);
    await expect.poll(() => page.bridge.connection()).toBe('refused');
    expect(await waiting).toMatchObject({ error: { details: { reason: 'other-launch' } } });
    page.bridge.reconnect();
    expect(page.bridge.connection()).toBe('refused');
    expect(page.waits).toEqual([0]);
  });

  test('connects again after a lost connection', async () => {
    const page = openPage(await start());
    await page.bridge.call('links.open', link);
    page.sockets.at(-1)?.terminate();
    await expect.poll(() => page.states).toEqual(['open', 'connecting', 'open']);
    expect(await page.bridge.call('links.open', link)).toMatchObject({ ok: true });
  });

  test('answers calls that were under way as lost, and sends those made meanwhile later', async () => {
    const page = openPage(await start());
    await page.bridge.call('links.open', link);
    const socket = page.sockets.at(-1);
    socket?.pause();
    const underWay = page.bridge.call('links.open', link);
    socket?.terminate();
    expect(await underWay).toMatchObject({
      ok: false,
      error: { code: 'E_PRECONDITION', details: { reason: 'connection-lost' } },
    });
    expect(await page.bridge.call('links.open', link)).toMatchObject({ ok: true });
  });

  test('gives up some time after the host has ended, and can be asked to try again', async () => {
    const own = await start();
    const page = openPage(own);
    await page.bridge.call('links.open', link);
    await own.close();
    const waiting = page.bridge.call('links.open', link);
    await expect.poll(() => page.bridge.connection(), { timeout: 5000 }).toBe('lost');
    expect(await waiting).toMatchObject({ ok: false });
    expect(page.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(20_000);
    page.bridge.reconnect();
    expect(page.bridge.connection()).toBe('connecting');
    await expect.poll(() => page.bridge.connection(), { timeout: 5000 }).toBe('lost');
  });

  test('uploads the chosen file for its token', async () => {
    const asked: string[] = [];
    const page = openPage(await start(), {
      async chooseFile(purpose) {
        asked.push(purpose);
        return new File(['uCode,uName\n'], 'data.csv');
      },
    });
    expect(await page.bridge.call('files.pickOpen', { purpose: 'import-data' })).toEqual({
      ok: true,
      value: { token: expect.any(String) as string, fileName: 'data.csv' },
    });
    expect(asked).toEqual(['import-data']);
  });

  test('takes in a dropped file', async () => {
    const page = openPage(await start());
    const file = new File(['x'], 'mine.hengmo');
    expect(await page.bridge.offerFile('open-workbook', file)).toMatchObject({
      ok: true,
      value: { fileName: 'mine.hengmo' },
    });
  });

  test('answers null when no file was chosen, and asks the host about a wrong purpose', async () => {
    const page = openPage(await start());
    expect(await page.bridge.call('files.pickOpen', { purpose: 'open-workbook' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await page.bridge.call('files.pickOpen', { purpose: 'nothing' })).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT' },
    });
  });

  test('hands on the refusal of an upload', async () => {
    const page = openPage(await start(), {
      chooseFile: async () =>
        Object.defineProperty(new File([], 'a.csv'), 'size', { value: 1024 ** 3 + 1 }),
    });
    expect(await page.bridge.call('files.pickOpen', { purpose: 'import-data' })).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT', details: { reason: 'upload-size' } },
    });
    expect(page.bridge.connection()).toBe('open');
  });

  test('uploads a file of any name', async () => {
    const names = ['名'.repeat(255), `${'x'.repeat(250)}.csv`, '..', ' '];
    for (const name of names) {
      const page = openPage(await start(), { chooseFile: async () => new File(['x'], name) });
      const reply = await page.bridge.call('files.pickOpen', { purpose: 'import-data' });
      expect([name, reply]).toMatchObject([name, { ok: true }]);
    }
  });
});
