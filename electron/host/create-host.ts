import type { Reply } from '../../shared/contract/bridge.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { OpenPurpose } from '../../shared/contract/file-purpose.ts';
import type { Language } from '../../shared/model/language.ts';
import type { FileToken } from '../../shared/model/ids.ts';
import type { Handlers } from '../services/handlers.ts';
import { createServices } from '../services/create-services.ts';
import type { Clock, Emit, Ids, Logger } from '../services/ports.ts';
import type { Capabilities } from './capabilities.ts';
import { prepareDataFolder } from './data-folder.ts';
import { createDispatcher } from './dispatcher.ts';
import { createEventBus } from './event-bus.ts';
import { createFileHandlers } from './file-handlers.ts';
import { createFileTokens } from './file-tokens.ts';
import { createJobs } from './jobs.ts';
import { createMutationQueue } from './mutation-queue.ts';

export interface HostOptions {
  /** Settings, recent files, backups and the first workbook live here. */
  readonly dataFolder: string;
  /** Bundled data, templates and fonts. */
  readonly resourcesFolder: string;
  readonly capabilities: Capabilities;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Of the interface, until the person chooses another. */
  readonly language: Language;
  /** Opened at the start instead of the last one; a start that cannot open it fails. */
  readonly workbookPath?: string;
  /** Compare answers with the contract: in tests and development. */
  readonly checkOutputs?: boolean;
}

/** One window or browser tab. Its file tokens and jobs end with it. */
export interface HostConnection {
  readonly id: string;
  /** Never rejects; anything at all may be passed, what does not fit is refused in the reply. */
  call(method: unknown, input: unknown): Promise<Reply>;
  /** A token for a file that a person has given to the shell itself: uploaded, dropped, or opened from the desktop. */
  offerFile(path: string, purpose: OpenPurpose): FileToken;
  close(): void;
}

export interface Host {
  connect(listener: (event: AppEvent) => void): HostConnection;
  /** For what the shell itself has to tell, e.g. a choice in the native menu. */
  readonly emit: Emit;
  /** Ends all connections and jobs, finishes the changes that were asked for, and folds the workbook into its file. */
  close(): Promise<void>;
}

export async function createHost(options: HostOptions): Promise<Host> {
  const { capabilities, clock, ids, logger } = options;
  await prepareDataFolder(options.dataFolder);
  const queue = createMutationQueue();
  const bus = createEventBus(logger);
  const tokens = createFileTokens({ clock, ids });
  const jobs = createJobs({ clock, ids, logger, emit: bus.emit });

  const services = await createServices(
    { ...options, tokens, jobs, emit: bus.emit },
    { language: options.language, theme: 'system', density: 'normal' },
  );
  if (options.workbookPath === undefined) await services.openFirstWorkbook();
  else await services.session.open(options.workbookPath);

  const handlers: Handlers = {
    ...services.handlers,
    ...createFileHandlers(capabilities, tokens),
    'job.cancel': ({ job }, { connection }) => {
      jobs.cancel(connection, job);
      return {};
    },
    'job.state': ({ job }, { connection }) => ({ state: jobs.state(connection, job) }),
  };
  const dispatch = createDispatcher({
    handlers,
    queue,
    ids,
    logger,
    checkOutputs: options.checkOutputs ?? false,
  });

  const connections = new Set<HostConnection>();

  return {
    connect(listener) {
      const id = ids();
      const controller = new AbortController();
      const call = { connection: id, signal: controller.signal };
      const unsubscribe = bus.subscribe(id, listener);
      const connection: HostConnection = {
        id,
        async call(method, input) {
          if (controller.signal.aborted) {
            const ended = new AppError('E_PRECONDITION', 'the connection has ended', {
              reason: 'connection-ended',
            });
            return { ok: false, error: ended.toReply() };
          }
          return dispatch(method, input, call);
        },
        offerFile: (path, purpose) => tokens.issue(path, purpose, id),
        close() {
          unsubscribe();
          controller.abort();
          jobs.drop(id);
          tokens.drop(id);
          connections.delete(connection);
        },
      };
      connections.add(connection);
      return connection;
    },
    emit: bus.emit,
    async close() {
      for (const connection of connections) connection.close();
      await jobs.close();
      await queue.idle();
      await services.close();
    },
  };
}
