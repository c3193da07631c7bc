import { afterEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createClient } from '../../../renderer/bridge/client.ts';
import { createWebBridge } from '../../../renderer/bridge/web-bridge.ts';
import { followConnection } from '../../../renderer/stores/connection-store.ts';
import { callHost, connectHost } from '../../../renderer/stores/host-connection.ts';
import { runJob } from '../../../renderer/stores/run-job.ts';
import { SOCKET_PATH, SUBPROTOCOL } from '../../../shared/contract/web-messages.ts';
import { BASELINE, type JobId } from '../../../shared/model/ids.ts';
import { startTestShell, type TestShell } from '../../support/test-shell.ts';

/** A page's long work over a connection that breaks, with a real host at the other end. */

let shell: TestShell;
afterEach(() => shell.close());

const AWAY_MS = 300;

/** Lets the page work over sockets of Node; the answer breaks the connection, which is taken up again after `AWAY_MS`. */
function connectPage(): () => void {
  const sockets: NodeSocket[] = [];
  const unused = () => {
    throw new Error('no part of this test');
  };
  const bridge = createWebBridge({
    token: shell.token,
    openSocket() {
      const { origin, host } = shell;
      const socket = new NodeSocket(`ws://${host}${SOCKET_PATH}`, [SUBPROTOCOL], { origin });
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    chooseFile: unused,
    saveFile: unused,
    openLink: unused,
    fetch: unused,
    wait: () => new Promise((resolve) => setTimeout(resolve, AWAY_MS)),
  });
  connectHost(createClient(bridge));
  followConnection(bridge, { onReopened: () => undefined, onRefused: () => undefined });
  return () => sockets.at(-1)?.terminate();
}

/** Starts the work, and breaks the connection as soon as it is known to be under way. */
function breakDuring(work: () => Promise<{ job: JobId }>): Promise<JobId> {
  const breakConnection = connectPage();
  return runJob(async () => {
    const started = await work();
    setTimeout(breakConnection, 0);
    return started;
  });
}

const typeset = () =>
  callHost('brief.preview', { scenario: BASELINE, language: 'en', sections: ['ranking'] });

test('a page that comes back in time hears of the work that ended meanwhile', async () => {
  shell = await startTestShell({ limits: { sessionMs: 60_000 } });
  const job = await breakDuring(typeset);
  expect((await callHost('brief.pages', { job })).pages.length).toBeGreaterThan(0);
});

test('a page that stayed away for too long is told that its work was ended, and can begin anew', async () => {
  shell = await startTestShell({ limits: { sessionMs: AWAY_MS / 10 } });
  await expect(breakDuring(typeset)).rejects.toMatchObject({
    code: 'E_NOT_FOUND',
    details: { reason: 'job-lost' },
  });
  const job = await runJob(typeset);
  expect((await callHost('brief.pages', { job })).pages.length).toBeGreaterThan(0);
});
