import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Host } from '../../../electron/host/create-host.ts';
import { acceptPages } from '../../../electron/web/page-socket.ts';
import { createRequestGuard } from '../../../electron/web/request-guard.ts';
import { createSessions } from '../../../electron/web/sessions.ts';
import type { Reply } from '../../../shared/contract/bridge.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import { SOCKET_PATH, SUBPROTOCOL } from '../../../shared/contract/web-messages.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { TestSocket } from '../../support/test-shell.ts';

/** Real sockets around a host whose answers the test decides. */
let server: Server;
let origin: string;
let answer: Reply;
let emit: (event: AppEvent) => void;
const logger = createRecordingLogger();

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const host: Pick<Host, 'connect'> = {
    connect(listener) {
      emit = listener;
      return {
        id: 'connection',
        call: async () => answer,
        offerFile: () => {
          throw new Error('no file is expected');
        },
        close: () => undefined,
      };
    },
  };
  acceptPages(server, {
    guard: createRequestGuard(port, 'token'),
    sessions: createSessions(host as Host, 1000),
    logger,
    limits: { helloMs: 1000, pingMs: 10_000 },
    admitUpload: () => 'ticket',
    onEnd: () => undefined,
  });
});
afterAll(() => {
  server.close();
});

async function openPage(): Promise<TestSocket> {
  const address = `${origin.replace('http', 'ws')}${SOCKET_PATH}`;
  const page = new TestSocket(new WebSocket(address, [SUBPROTOCOL], { origin }));
  await new Promise((resolve) => page.socket.once('open', resolve));
  page.sendMessage({ hello: 'token', session: null });
  await page.next((message) => 'welcome' in message);
  return page;
}

test('an answer that no frame carries is a defect: told as one, logged, and the page goes on', async () => {
  const page = await openPage();
  answer = { ok: true, value: new Map([[1, 2]]) };
  expect(await page.ask({ method: 'units.list', input: {} })).toMatchObject({
    ok: false,
    error: { code: 'E_INTERNAL' },
  });
  expect(logger.entries).toMatchObject([{ level: 'error', fields: { method: 'units.list' } }]);
  answer = { ok: true, value: [1] };
  expect(await page.ask({ method: 'units.list', input: {} })).toEqual(answer);
  await page.close();
});

test('an answer with typed arrays comes as one binary frame, bit for bit', async () => {
  const page = await openPage();
  const kinds: boolean[] = [];
  page.socket.on('message', (_data, isBinary) => kinds.push(isBinary));
  answer = {
    ok: true,
    value: {
      values: new Float64Array([Number.NaN, -0, 0.1]),
      ranks: new Int32Array([1, -2]),
      states: new Uint8Array([3]),
    },
  };
  expect(await page.ask({ method: 'scores.get', input: {} })).toStrictEqual(answer);
  expect(kinds).toEqual([true]);
  await page.close();
});

test('events that happen while a page is away wait for it', async () => {
  const page = await openPage();
  await page.close();
  emit({ type: 'settings.changed' });
  const again = new TestSocket(
    new WebSocket(`${origin.replace('http', 'ws')}${SOCKET_PATH}`, [SUBPROTOCOL], { origin }),
  );
  await new Promise((resolve) => again.socket.once('open', resolve));
  again.sendMessage({ hello: 'token', session: 'connection' });
  expect(await again.next((message) => 'event' in message)).toEqual({
    event: { type: 'settings.changed' },
  });
  await again.close();
});
