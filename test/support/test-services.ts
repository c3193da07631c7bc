import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppEvent } from '../../shared/contract/events.ts';
import {
  methods,
  type MethodInput,
  type MethodName,
  type MethodOutput,
} from '../../shared/contract/methods.ts';
import type { Revision } from '../../shared/model/ids.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { createFileTokens, type TokenStore } from '../../electron/host/file-tokens.ts';
import { createJobs, type JobRegistry } from '../../electron/host/jobs.ts';
import { createServices } from '../../electron/services/create-services.ts';
import type { WorkbookSession } from '../../electron/services/workbook-session.ts';
import { readContent } from '../../electron/store/content.ts';
import { createCountedIds } from './counted-ids.ts';
import { createRecordingLogger, type LogEntry } from './recording-logger.ts';
import { createSettableClock, type SettableClock } from './settable-clock.ts';
import { smallContent } from './small-content.ts';
import { resourcesFolder } from './test-shell.ts';

export const CONNECTION = 'window-1';

type Handlers = Awaited<ReturnType<typeof createServices>>['handlers'];

/** The real services on real files in a temporary folder, with a workbook open. */
export interface TestServices {
  readonly folder: string;
  readonly workbookPath: string;
  readonly session: WorkbookSession;
  readonly tokens: TokenStore;
  readonly jobs: JobRegistry;
  readonly clock: SettableClock;
  readonly events: AppEvent[];
  readonly log: readonly LogEntry[];
  /** Input and answer are compared with the contract, as the dispatcher does. */
  call<Name extends keyof Handlers & MethodName>(
    name: Name,
    input: MethodInput<Name>,
  ): Promise<MethodOutput<Name>>;
  readonly revision: Revision;
  content(): WorkbookContent;
  /** Closes the workbook and opens it again, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServices(
  content: WorkbookContent | null = smallContent(),
): Promise<TestServices> {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-services-'));
  const clock = createSettableClock();
  const ids = createCountedIds();
  const logger = createRecordingLogger();
  const events: AppEvent[] = [];
  const emit = (event: AppEvent) => void events.push(event);
  const tokens = createFileTokens({ clock, ids });
  const jobs = createJobs({ clock, ids, logger, emit });
  const services = await createServices(
    {
      dataFolder: join(folder, 'data'),
      resourcesFolder,
      tokens,
      jobs,
      clock,
      ids,
      logger,
      emit,
    },
    { language: 'zh', theme: 'system', density: 'normal' },
  );
  const { session, handlers } = services;
  const workbookPath = join(folder, 'book.hengmo');
  if (content !== null) await session.create(workbookPath, content);
  const call = { connection: CONNECTION, signal: new AbortController().signal };

  return {
    folder,
    workbookPath,
    session,
    tokens,
    jobs,
    clock,
    events,
    log: logger.entries,
    async call(name, input) {
      const handler = handlers[name] as (input: unknown, call: unknown) => unknown;
      const output = await handler(methods[name].input.parse(input), call);
      return methods[name].output.parse(output) as never;
    },
    get revision() {
      return session.current().revision;
    },
    content: () => readContent(session.current().reader),
    async restart() {
      await session.close();
      await session.open(workbookPath);
    },
    async close() {
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
