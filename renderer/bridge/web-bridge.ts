import type { Reply } from '../../shared/contract/bridge.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../shared/contract/frame.ts';
import { PickOpen, type OpenPurpose } from '../../shared/contract/file-purpose.ts';
import { type Hello, OTHER_LAUNCH, type ShellMessage } from '../../shared/contract/web-messages.ts';
import type { ConnectionState, ShellBridge } from './shell-bridge.ts';

/** What the bridge needs of the page around it. */
export interface PageSurroundings {
  /** null: the page was opened without the launch token and can never connect. */
  readonly token: string | null;
  openSocket(): WebSocket;
  /** Asks for one file; null: cancelled. */
  chooseFile(purpose: OpenPurpose): Promise<File | null>;
  saveFile(fileName: string, bytes: Blob): void;
  openLink(url: string): void;
  fetch(path: string, options: RequestInit): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
}

/** Waits between attempts to reconnect; after the last the connection is lost. About half a minute in all. */
const RETRY_WAITS_MS = [0, 250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000, 4000];

/** RFC 6455: the other side refuses us; another attempt would fare no better. */
const POLICY_VIOLATION = 1008;

const CONNECTION_LOST: Reply = {
  ok: false,
  error: new AppError(
    'E_PRECONDITION',
    'the connection to the host was lost before the answer came',
    { reason: 'connection-lost' },
  ).toReply(),
};

const REFUSED: Reply = {
  ok: false,
  error: new AppError('E_PRECONDITION', 'the host is of another launch than this page', {
    reason: 'other-launch',
  }).toReply(),
};

export function createWebBridge(page: PageSurroundings): ShellBridge {
  const eventListeners = new Set<(event: AppEvent) => void>();
  const connectionListeners = new Set<(state: ConnectionState) => void>();
  /** Calls that wait for their reply, by number. */
  const waiting = new Map<number, (reply: Reply) => void>();
  /** Calls made while there is no connection; sent when it opens. */
  let unsent: { number: number; frame: Frame }[] = [];

  let state: ConnectionState = 'connecting';
  let socket: WebSocket | null = null;
  let session: string | null = null;
  let lastNumber = 0;

  function setState(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const listener of connectionListeners) listener(next);
  }

  function tell(event: AppEvent): void {
    for (const listener of eventListeners) listener(event);
  }

  function giveUp(as: 'lost' | 'refused'): void {
    const reply = as === 'lost' ? CONNECTION_LOST : REFUSED;
    unsent = [];
    for (const resolve of waiting.values()) resolve(reply);
    waiting.clear();
    setState(as);
  }

  function request(message: Record<string, unknown>): Promise<Reply> {
    if (state === 'lost') return Promise.resolve(CONNECTION_LOST);
    if (state === 'refused') return Promise.resolve(REFUSED);
    lastNumber += 1;
    const number = lastNumber;
    const frame = encodeFrame({ id: number, ...message });
    return new Promise((resolve) => {
      waiting.set(number, resolve);
      if (state === 'open' && socket !== null) socket.send(frame);
      else unsent.push({ number, frame });
    });
  }

  function receive(message: ShellMessage, current: WebSocket): void {
    if ('reply' in message) {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    } else if ('event' in message) {
      tell(message.event);
    } else if ('welcome' in message) {
      welcome(message.welcome.session, current);
    } else if ('download' in message) {
      void download(message.download.ticket, message.download.fileName);
    } else {
      page.openLink(message.openLink);
    }
  }

  function welcome(newSession: string, current: WebSocket): void {
    session = newSession;
    setState('open');
    for (const { frame } of unsent.splice(0)) current.send(frame);
  }

  /** One attempt; settles when the connection has ended, with whether it was ever open, and why it was closed. */
  function attempt(token: string): Promise<{ opened: boolean; code: number; reason: string }> {
    return new Promise((resolve) => {
      const current = page.openSocket();
      let opened = false;
      current.binaryType = 'arraybuffer';
      current.addEventListener('open', () => {
        const hello: Hello = { hello: token, session };
        current.send(encodeFrame(hello));
      });
      current.addEventListener('message', ({ data }) => {
        const message = decodeFrame(data as string | ArrayBuffer) as ShellMessage;
        if ('welcome' in message) {
          opened = true;
          socket = current;
        }
        receive(message, current);
      });
      current.addEventListener('close', ({ code, reason }) => resolve({ opened, code, reason }));
    });
  }

  async function stayConnected(token: string): Promise<void> {
    for (let tries = 0; tries < RETRY_WAITS_MS.length; tries += 1) {
      await page.wait(RETRY_WAITS_MS[tries] ?? 0);
      const { opened, code, reason } = await attempt(token);
      socket = null;
      if (reason === OTHER_LAUNCH) return giveUp('refused');
      if (code === POLICY_VIOLATION) break;
      if (opened) tries = 0;
      setState('connecting');
      failSent();
    }
    giveUp('lost');
  }

  /** What was sent but not answered is unknown to have been done; what was never sent waits on. */
  function failSent(): void {
    const stillUnsent = new Set(unsent.map(({ number }) => number));
    for (const [number, resolve] of waiting) {
      if (stillUnsent.has(number)) continue;
      waiting.delete(number);
      resolve(CONNECTION_LOST);
    }
  }

  function connect(): void {
    if (page.token === null) giveUp('refused');
    else void stayConnected(page.token);
  }

  const authorization = `Bearer ${page.token ?? ''}`;

  async function upload(purpose: OpenPurpose, file: File): Promise<Reply> {
    const permission = await request({
      upload: { purpose, fileName: file.name, bytes: file.size },
    });
    if (!permission.ok) return permission;
    const { ticket } = permission.value as { ticket: string };
    const response = await page.fetch(`/upload/${ticket}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: file,
    });
    return (await response.json()) as Reply;
  }

  async function pickOpen(purpose: OpenPurpose): Promise<Reply> {
    const file = await page.chooseFile(purpose);
    return file === null ? { ok: true, value: null } : takeIn(purpose, file);
  }

  async function takeIn(purpose: OpenPurpose, file: File): Promise<Reply> {
    try {
      return await upload(purpose, file);
    } catch {
      return CONNECTION_LOST;
    }
  }

  async function download(ticket: string, fileName: string): Promise<void> {
    const response = await page.fetch(`/download/${ticket}`, { headers: { authorization } });
    if (response.ok) page.saveFile(fileName, await response.blob());
  }

  connect();

  return {
    shell: 'web',
    call(method, input) {
      // In a browser only the page can ask for a file. Anything else than a proper request goes to the host, which refuses.
      if (method === 'files.pickOpen') {
        const proper = PickOpen.safeParse(input);
        if (proper.success) return pickOpen(proper.data.purpose);
      }
      return request({ method, input });
    },
    offerFile: (purpose, file) => takeIn(purpose, file as File),
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    connection: () => state,
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    reconnect() {
      if (state !== 'lost') return;
      setState('connecting');
      connect();
    },
  };
}
