import type { Clock, Emit, FileTokens, Ids, Jobs, Logger } from './ports.ts';
import type { WorkbookSession } from './workbook-session.ts';

/** What every service gets: the open workbook and its surroundings. */
export interface ServiceContext {
  readonly session: WorkbookSession;
  /** Settings, recent files, backups and the first workbook live here. */
  readonly dataFolder: string;
  /** Bundled data, templates and fonts. */
  readonly resourcesFolder: string;
  readonly tokens: FileTokens;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly emit: Emit;
}
