import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { AppError } from '../../shared/contract/errors.ts';
import { decodeFrame } from '../../shared/contract/frame.ts';
import {
  Hello,
  OTHER_LAUNCH,
  PageMessage,
  SOCKET_PATH,
  SUBPROTOCOL,
  type UploadMessage,
} from '../../shared/contract/web-messages.ts';
import type { HostOptions } from '../host/create-host.ts';
import { plainFileName } from '../host/plain-file-name.ts';
import type { RequestGuard } from './request-guard.ts';
import type { Line, Session, Sessions } from './sessions.ts';
import { MOST_UPLOAD_BYTES } from './transfers.ts';

type AnnouncedUpload = UploadMessage['upload'];

export interface PageSocketOptions {
  readonly guard: RequestGuard;
  readonly sessions: Sessions;
  readonly logger: HostOptions['logger'];
  readonly limits: { readonly helloMs: number; readonly pingMs: number };
  /** Makes a ticket for the announced file. */
  admitUpload(session: Session, upload: AnnouncedUpload): string;
  /** Called after each end of a connection. */
  onEnd(): void;
}

/** 100,000 pasted cells are about 7 MB. */
const MOST_MESSAGE_BYTES = 16 * 1024 * 1024;

/** A page that does not read is cut off before it fills the memory. */
const MOST_BUFFERED_BYTES = 256 * 1024 * 1024;

/** RFC 6455 status codes. */
const POLICY_VIOLATION = 1008;
const SERVICE_RESTART = 1012;

/** Lets pages open their socket; `close` cuts all of them off. */
export function acceptPages(server: Server, options: PageSocketOptions): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE_BYTES,
    perMessageDeflate: false,
    // Of many calls at once, the first is answered before the next is looked at.
    allowSynchronousEvents: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = request.url === SOCKET_PATH ? options.guard.refuseUpgrade(request) : 404;
    // A peer that resets the connection must not end the process.
    stream.on('error', () => stream.destroy());
    if (refusal === null) {
      sockets.handleUpgrade(request, stream, head, (socket) => attendPage(socket, options));
    } else {
      stream.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

/**
 * Speaks with one page: first its hello with the launch token, then calls and announced uploads. Whatever is not one of
 * these messages closes the connection with 1008.
 */
function attendPage(socket: WebSocket, options: PageSocketOptions): void {
  const { guard, sessions, limits } = options;
  let session: Session | null = null;
  let alive = true;
  socket.binaryType = 'arraybuffer';

  const line: Line = {
    send(frame) {
      if (socket.bufferedAmount > MOST_BUFFERED_BYTES) socket.terminate();
      else socket.send(frame);
    },
    replaced: () => socket.close(SERVICE_RESTART),
  };

  const helloTimeout = setTimeout(() => socket.close(POLICY_VIOLATION), limits.helloMs);
  const pings = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, limits.pingMs);
  socket.on('pong', () => (alive = true));

  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    const message = readFrame(isBinary ? (data as ArrayBuffer) : data.toString());
    const accepted = session === null ? greet(message) : obey(session, message);
    if (!accepted) socket.close(POLICY_VIOLATION);
  });
  // `ws` closes with the code that fits (too large, not UTF-8, …); there is nobody else to tell.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearTimeout(helloTimeout);
    clearInterval(pings);
    if (session !== null) sessions.detach(session, line);
    options.onEnd();
  });

  function greet(message: unknown): boolean {
    const hello = Hello.safeParse(message);
    if (!hello.success) return false;
    if (!guard.isToken(hello.data.hello)) {
      // The page tells people why; to anyone else it says no more than the code.
      socket.close(POLICY_VIOLATION, OTHER_LAUNCH);
      return true;
    }
    clearTimeout(helloTimeout);
    session = sessions.attach(hello.data.session, line);
    return true;
  }

  function obey(page: Session, message: unknown): boolean {
    const parsed = PageMessage.safeParse(message);
    if (!parsed.success) return false;
    const request = parsed.data;
    if ('method' in request) {
      void call(page, request.id, request.method, request.input);
    } else {
      page.send({ id: request.id, reply: admit(page, request.upload) });
    }
    return true;
  }

  async function call(page: Session, id: number, method: string, input: unknown): Promise<void> {
    const reply = await page.connection.call(method, input);
    try {
      page.send({ id, reply });
    } catch (cause) {
      options.logger.error('an answer cannot be sent', { method, cause });
      const failed = new AppError('E_INTERNAL', `the answer of ${method} cannot be sent`);
      page.send({ id, reply: { ok: false, error: failed.toReply() } });
    }
  }

  function admit(page: Session, upload: AnnouncedUpload) {
    if (upload.bytes > MOST_UPLOAD_BYTES) {
      const refused = new AppError('E_INPUT', `at most ${MOST_UPLOAD_BYTES} bytes are taken in`, {
        reason: 'upload-size',
        expected: `at most ${MOST_UPLOAD_BYTES}`,
        found: String(upload.bytes),
      });
      return { ok: false, error: refused.toReply() } as const;
    }
    const fileName = plainFileName(upload.fileName);
    return {
      ok: true,
      value: { ticket: options.admitUpload(page, { ...upload, fileName }) },
    } as const;
  }
}

/** undefined: not a frame. */
function readFrame(frame: string | ArrayBuffer): unknown {
  try {
    return decodeFrame(frame);
  } catch {
    return undefined;
  }
}
