import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextBridge, ipcMain, ipcRenderer, type WebContents } from 'electron';
import { WebSocket as NodeSocket } from 'ws';
import type { Capabilities } from '../../electron/host/capabilities.ts';
import { createHost, type Host } from '../../electron/host/create-host.ts';
import { setUpIpc } from '../../electron/main/ipc.ts';
import { createWebBridge } from '../../renderer/bridge/web-bridge.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { SOCKET_PATH, SUBPROTOCOL } from '../../shared/contract/web-messages.ts';
import {
  FakeWebContents,
  type ipcMain as FakeIpcMain,
  type ipcRenderer as FakeIpcRenderer,
} from '../mocks/electron.ts';
import { createCountedIds } from '../support/counted-ids.ts';
import { createRecordingLogger, type LogEntry } from '../support/recording-logger.ts';
import { createSettableClock } from '../support/settable-clock.ts';
import { resourcesFolder, startTestShell } from '../support/test-shell.ts';

/** A way from a page to a host, with a person at the page. */
export interface Transport {
  readonly bridge: Bridge;
  readonly log: readonly LogEntry[];
  /** The file that the person will choose when asked next; null: cancels. */
  choose(file: ChosenFile | null): void;
  /** What the person has got of the files that were written and revealed, by name. */
  readonly got: ReadonlyMap<string, Uint8Array>;
  readonly openedLinks: readonly string[];
  close(): Promise<void>;
}

export interface ChosenFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

export const transports: Readonly<Record<string, () => Promise<Transport>>> = {
  'direct call': openDirect,
  'IPC of Electron': openIpc,
  WebSocket: openWebSocket,
};

/** A host with a person at a desktop, without any border around it. */
async function openDesktopHost() {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-contract-'));
  const got = new Map<string, Uint8Array>();
  const openedLinks: string[] = [];
  let next: ChosenFile | null = null;
  const capabilities: Capabilities = {
    async pickOpen() {
      if (next === null) return null;
      const path = join(folder, next.name);
      writeFileSync(path, next.content);
      return path;
    },
    pickSave: async (_purpose, suggestedName) => join(folder, suggestedName),
    openLink: async (url) => void openedLinks.push(url),
    async reveal(path) {
      got.set(path.slice(folder.length + 1), readFileSync(path));
    },
  };
  const logger = createRecordingLogger();
  const host = await createHost({
    dataFolder: join(folder, 'data'),
    resourcesFolder,
    capabilities,
    clock: createSettableClock(),
    ids: createCountedIds(),
    language: 'zh',
    logger,
    checkOutputs: true,
  });
  const rest = {
    log: logger.entries,
    got,
    openedLinks,
    choose: (file: ChosenFile | null) => {
      next = file;
    },
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return { host, logger, rest };
}

async function openDirect(): Promise<Transport> {
  const { host, rest } = await openDesktopHost();
  const listeners = new Set<Parameters<Bridge['onEvent']>[0]>();
  const connection = host.connect((event) => listeners.forEach((listener) => listener(event)));
  return {
    ...rest,
    bridge: {
      call: (method, input) => connection.call(method, input),
      offerFile: () => Promise.reject(new Error('there is no window to drop a file on')),
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

/** The real preload script and the real channel; what crosses is cloned as Electron clones it. */
async function openIpc(): Promise<Transport> {
  const { host, logger, rest } = await openDesktopHost();
  await import('../../electron/preload/preload.ts');
  const exposed = (contextBridge as unknown as { exposed: Map<string, Bridge> }).exposed;
  const bridge = exposed.get('appBridge');
  if (bridge === undefined) throw new Error('preload exposed nothing');

  const contents = new FakeWebContents();
  setUpIpc(ipcMain, host satisfies Host, logger).admit(contents as unknown as WebContents);
  const main = ipcMain as unknown as typeof FakeIpcMain;
  const renderer = ipcRenderer as unknown as typeof FakeIpcRenderer;
  const event = { sender: contents, senderFrame: { url: 'app://main/index.html', parent: null } };
  renderer.invoke.mockImplementation((channel, ...values) =>
    main.invoke(channel, event, ...values),
  );
  contents.send = (channel, message) =>
    renderer.emit(String(channel), {}, structuredClone(message));
  return { ...rest, bridge };
}

/** A real server and real sockets; only the browser's own dialogues are played. */
async function openWebSocket(): Promise<Transport> {
  const own = await startTestShell({
    clock: createSettableClock(),
    ids: createCountedIds(),
    language: 'zh',
  });
  const got = new Map<string, Uint8Array>();
  const openedLinks: string[] = [];
  let next: ChosenFile | null = null;
  const sockets: NodeSocket[] = [];
  const bridge = createWebBridge({
    token: own.token,
    openSocket() {
      const socket = new NodeSocket(`ws://${own.host}${SOCKET_PATH}`, [SUBPROTOCOL], {
        origin: own.origin,
      });
      socket.on('error', () => undefined);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    chooseFile: async () => (next === null ? null : new File([next.content], next.name)),
    saveFile: (fileName, bytes) =>
      void bytes.arrayBuffer().then((content) => got.set(fileName, new Uint8Array(content))),
    openLink: (url) => openedLinks.push(url),
    fetch: (path, options) =>
      fetch(`${own.origin}${path}`, {
        ...options,
        headers: { ...options.headers, origin: own.origin, 'sec-fetch-site': 'same-origin' },
      }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 100)),
  });
  return {
    bridge,
    log: own.log,
    got,
    openedLinks,
    choose(file) {
      next = file;
    },
    close: () => own.close(),
  };
}
