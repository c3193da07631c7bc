import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket, type ClientOptions } from 'ws';
import { serve, type ServeOptions, type WebShell } from '../../electron/web/serve.ts';
import { writeStaticList } from '../../electron/web/static-files.ts';
import { decodeFrame, encodeFrame } from '../../shared/contract/frame.ts';
import { SOCKET_PATH, SUBPROTOCOL, type ShellMessage } from '../../shared/contract/web-messages.ts';
import { createRecordingLogger, type LogEntry } from './recording-logger.ts';

export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));

/** A real web shell on a temporary data folder, with a small page in place of the built renderer. */
export interface TestShell {
  readonly shell: WebShell;
  readonly origin: string;
  readonly host: string;
  readonly token: string;
  readonly dataFolder: string;
  readonly log: readonly LogEntry[];
  /** What a page of the shell's own origin sends along. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  send(question: Question): Promise<Answer>;
  /** Connects a socket; settles with the status of the refusal when the handshake is refused. */
  openSocket(options?: SocketOptions): Promise<TestSocket | number>;
  /** A page that has said hello. */
  openPage(session?: string | null): Promise<TestSocket>;
  close(): Promise<void>;
}

export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface SocketOptions extends ClientOptions {
  readonly path?: string;
  readonly protocols?: string[];
}

export async function startTestShell(
  options: Partial<ServeOptions> & { files?: Readonly<Record<string, string>> } = {},
): Promise<TestShell> {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-test-'));
  const rendererFolder = join(folder, 'renderer');
  const files = options.files ?? {
    'index.html': '<!doctype html><title>page</title><script src="app.js"></script>',
    'app.js': 'document.title = "ran";',
    'assets/style.css': 'body { color: black }',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(rendererFolder, path, '..'), { recursive: true });
    writeFileSync(join(rendererFolder, path), content);
  }
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  await writeStaticList(rendererFolder);

  const logger = createRecordingLogger();
  const dataFolder = options.dataFolder ?? join(folder, 'data');
  const shell = await serve({
    rendererFolder,
    resourcesFolder,
    dataFolder,
    logger,
    checkOutputs: true,
    ...options,
  });
  const { origin, host, hash } = new URL(shell.url);
  const token = hash.replace('#t=', '');
  const ownHeaders = { origin, 'sec-fetch-site': 'same-origin', authorization: `Bearer ${token}` };
  const port = Number(host.split(':')[1]);

  async function openSocket(socketOptions: SocketOptions = {}): Promise<TestSocket | number> {
    const { path = SOCKET_PATH, protocols = [SUBPROTOCOL], ...rest } = socketOptions;
    const socket = new WebSocket(`ws://${host}${path}`, protocols, { origin, ...rest });
    const testSocket = new TestSocket(socket);
    return new Promise((resolve) => {
      socket.on('open', () => resolve(testSocket));
      socket.on('unexpected-response', (_request, response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      });
    });
  }

  return {
    shell,
    origin,
    host,
    token,
    dataFolder,
    log: logger.entries,
    ownHeaders,
    openSocket,
    send: ({ method = 'GET', path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts),
            }),
          );
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    async openPage(session = null) {
      const socket = await openSocket();
      if (typeof socket === 'number') throw new Error(`the handshake was refused with ${socket}`);
      socket.sendMessage({ hello: token, session });
      await socket.next((message) => 'welcome' in message);
      return socket;
    },
    async close() {
      await shell.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A socket whose messages can be waited for. */
export class TestSocket {
  readonly socket: WebSocket;
  readonly received: ShellMessage[] = [];
  readonly closed: Promise<number>;
  #lastNumber = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.on('message', (data, isBinary) => {
      const frame = isBinary ? (data as ArrayBuffer) : Buffer.from(data as ArrayBuffer).toString();
      this.received.push(decodeFrame(frame) as ShellMessage);
      socket.emit('received');
    });
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  sendMessage(message: unknown): void {
    this.socket.send(encodeFrame(message));
  }

  /** The first message, received or still to come, that fits; it is taken out. */
  async next(fits: (message: ShellMessage) => boolean): Promise<ShellMessage> {
    for (;;) {
      const index = this.received.findIndex(fits);
      const [found] = index < 0 ? [] : this.received.splice(index, 1);
      if (found !== undefined) return found;
      await new Promise((resolve) => this.socket.once('received', resolve));
    }
  }

  /** The reply to one request. */
  async ask(request: Record<string, unknown>): Promise<unknown> {
    this.#lastNumber += 1;
    const id = this.#lastNumber;
    this.sendMessage({ id, ...request });
    const message = await this.next((candidate) => 'reply' in candidate && candidate.id === id);
    return 'reply' in message ? message.reply : undefined;
  }

  close(): Promise<number> {
    this.socket.close();
    return this.closed;
  }
}
