import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { createHost, type HostOptions } from '../host/create-host.ts';
import { systemLanguage } from '../host/language.ts';
import { defaultDataFolder } from '../host/data-folder.ts';
import { createFileLogger } from '../host/file-logger.ts';
import { answerRequest } from './answer-request.ts';
import { acceptPages } from './page-socket.ts';
import { whenParentEnds } from './parent-process.ts';
import { createRequestGuard } from './request-guard.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { loadStaticFiles } from './static-files.ts';
import { createTicketOffice } from './ticket-office.ts';
import type { Download, Upload } from './transfers.ts';
import { createWebCapabilities } from './web-capabilities.ts';

// An import would read everything that the module exports, and so load an HTTP client of 60 milliseconds.
const { createServer } = process.getBuiltinModule('node:http');

export interface ServeOptions {
  /** The built renderer; the list of its files lies beside it. */
  readonly rendererFolder: string;
  /** Bundled data, templates and fonts. */
  readonly resourcesFolder: string;
  /** Settings, recent files, backups and workbooks; the user's own when it is left out. */
  readonly dataFolder?: string;
  /** Opened at the start instead of the last one. */
  readonly workbookPath?: string;
  /** Of the interface until the person chooses; the system's when it is left out. */
  readonly language?: HostOptions['language'];
  /** Any free one when it is left out. */
  readonly port?: number;
  /** End when no page has been connected for so long; stay when it is left out. */
  readonly idleMs?: number;
  /** End when the process that started this one closes its end of stdin. */
  readonly endWithParent?: boolean;
  /** What tests replace. */
  readonly clock?: HostOptions['clock'];
  readonly ids?: HostOptions['ids'];
  readonly logger?: HostOptions['logger'];
  readonly limits?: Partial<Limits>;
  readonly checkOutputs?: boolean;
}

/** Times that tests shorten. */
export interface Limits {
  /** For the headers of a request. */
  readonly headersMs: number;
  /** For the first message of a page. */
  readonly helloMs: number;
  readonly pingMs: number;
  /** How long a page that has gone may come back to its session. */
  readonly sessionMs: number;
}

const LIMITS: Limits = {
  headersMs: 10_000,
  helloMs: 2000,
  pingMs: 15_000,
  sessionMs: 120_000,
};

export interface WebShell {
  /** Address of the page, with the token of this launch in its fragment. For the person alone. */
  readonly url: string;
  close(): Promise<void>;
  /** Settles when the shell has ended, whatever the reason. */
  readonly closed: Promise<void>;
}

/** Opens the workbench on 127.0.0.1 for the browsers of this user: same host, same renderer, other door. */
export async function serve(options: ServeOptions): Promise<WebShell> {
  const limits = { ...LIMITS, ...options.limits };
  const clock = options.clock ?? (() => new Date());
  const ids = options.ids ?? randomUUID;
  const dataFolder =
    options.dataFolder ?? defaultDataFolder(process.env, process.platform, homedir());
  const logger =
    options.logger ?? createFileLogger({ folder: join(dataFolder, 'log'), home: homedir(), clock });
  const token = randomBytes(32).toString('base64url');

  const files = await loadStaticFiles(options.rendererFolder);
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: limits.headersMs,
    // A large upload on a slow disk takes minutes.
    requestTimeout: 300_000,
    connectionsCheckingInterval: limits.headersMs / 4,
  });
  server.maxConnections = 128;
  // A page that looks for its host meanwhile must try again, not wait for an answer that nobody would give.
  const turnAway = (socket: Socket) => socket.destroy();
  server.on('connection', turnAway);
  const port = await listen(server, options.port ?? 0);

  const transferFolder = await mkdtemp(join(tmpdir(), 'hengmo-'));
  const workbookFolder = join(dataFolder, 'workbooks');
  const downloads = createTicketOffice<Download>({ clock, ids });
  const uploads = createTicketOffice<Upload>({ clock, ids });

  const host = await createHost({
    dataFolder,
    resourcesFolder: options.resourcesFolder,
    ...(options.workbookPath !== undefined && { workbookPath: options.workbookPath }),
    ...(options.checkOutputs !== undefined && { checkOutputs: options.checkOutputs }),
    language:
      options.language ??
      systemLanguage(
        process.env,
        process.platform,
        () => Intl.DateTimeFormat().resolvedOptions().locale,
      ),
    logger,
    clock,
    ids,
    capabilities: createWebCapabilities({
      workbookFolder,
      transferFolder,
      downloads,
      ids,
      findSession: (connection) => sessions.find(connection),
    }),
  }).catch(async (error: unknown) => {
    server.close();
    await rm(transferFolder, { recursive: true, force: true });
    throw error;
  });
  const sessions: Sessions = createSessions(host, limits.sessionMs);

  const guard = createRequestGuard(port, token);
  const desk = { guard, files, uploads, downloads, sessions };
  server.on('request', (request, response) => {
    answerRequest(request, response, desk).catch((cause: unknown) => {
      logger.error('a request failed', { cause });
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const pages = acceptPages(server, {
    guard,
    sessions,
    logger,
    limits,
    onEnd: watchIdleness,
    admitUpload(session, { purpose, fileName, bytes }) {
      const folder = purpose === 'open-workbook' ? workbookFolder : join(transferFolder, ids());
      return uploads.issue({ id: ids(), folder, fileName, purpose, bytes, session });
    },
  });

  server.off('connection', turnAway);

  let idleness: NodeJS.Timeout | null = null;
  function watchIdleness(): void {
    if (options.idleMs === undefined) return;
    if (idleness !== null) clearTimeout(idleness);
    idleness = setTimeout(() => {
      if (sessions.attachedCount() === 0) void close();
    }, options.idleMs);
  }

  const ended = Promise.withResolvers<void>();
  let closing = false;
  function close(): Promise<void> {
    if (!closing) {
      closing = true;
      end().then(ended.resolve, ended.reject);
    }
    return ended.promise;
  }

  async function end(): Promise<void> {
    if (idleness !== null) clearTimeout(idleness);
    pages.close();
    server.close();
    server.closeAllConnections();
    sessions.close();
    await host.close();
    await rm(transferFolder, { recursive: true, force: true });
  }

  watchIdleness();
  if (options.endWithParent === true) whenParentEnds(() => void close());
  return { url: `http://127.0.0.1:${port}/#t=${token}`, close, closed: ended.promise };
}

/** Listens on the loopback address alone, never on a name that may mean another one; returns the port. */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new AppError(
          'E_PRECONDITION',
          `port ${port} of 127.0.0.1 cannot be used (${cause.code ?? 'unknown reason'})`,
          { reason: 'port-unusable', found: String(port) },
          { cause },
        ),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
