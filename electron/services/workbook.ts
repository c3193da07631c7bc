import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, relative, sep } from 'node:path';
import type { WorkbookInfo } from '../../shared/contract/workbook-operations.ts';
import { Revision } from '../../shared/model/ids.ts';
import { restoreBackup } from '../store/backup.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { countRows, readWorkbookRow, writeAuthor } from '../store/repositories/workbook-row.ts';
import type { SettingsFile } from '../store/settings-file.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { refuseOverWorkbook } from './output-file.ts';
import { sampleContent } from './sample.ts';
import { cachedUntil } from './cached.ts';
import { frameworkOf, seriesOf, unitsOf } from './workbook-model.ts';

type WorkbookHandlers = Pick<
  Handlers,
  | 'workbook.info'
  | 'workbook.recent'
  | 'workbook.backups'
  | 'workbook.restoreBackup'
  | 'workbook.createSample'
  | 'workbook.open'
  | 'workbook.saveCopy'
  | 'workbook.setAuthor'
  | 'framework.get'
  | 'units.list'
  | 'series.list'
>;

/** The workbook as a file, and what is in it apart from evidence and scenarios. */
export function createWorkbookService(
  context: Pick<ServiceContext, 'session' | 'tokens' | 'clock' | 'resourcesFolder'>,
  settings: SettingsFile,
): WorkbookHandlers {
  const { session, tokens, clock, resourcesFolder } = context;
  const openings = new WeakMap<OpenWorkbook, number>();
  let opened = 0;
  const infoOf = (workbook: OpenWorkbook) => {
    const opening = openings.get(workbook) ?? (opened += 1);
    openings.set(workbook, opening);
    return { ...describe(workbook), opening };
  };
  return {
    'workbook.info': () => infoOf(session.current()),
    'workbook.recent': (_input, { connection }) =>
      settings.recent().map(({ path, openedAt }) => ({
        token: tokens.issue(path, 'open-workbook', connection),
        fileName: basename(path),
        place: shortPlace(path),
        openedAt,
        exists: existsSync(path),
      })),
    'workbook.backups': async (_input, { connection }) =>
      (await session.backups().list()).map(({ path, madeAt, revision, bytes }) => ({
        token: tokens.issue(path, 'backup', connection),
        madeAt: madeAt.toISOString(),
        revision: Revision.parse(revision),
        bytes,
      })),
    'workbook.restoreBackup': async ({ backup, target }, { connection }) => {
      const from = tokens.use(backup, 'backup', connection);
      const path = tokens.use(target, 'create-workbook', connection);
      await restoreBackup(from, path);
      return infoOf(await session.open(path));
    },
    'workbook.createSample': async ({ token, language }, { connection }) => {
      const path = tokens.use(token, 'create-workbook', connection);
      const content = await sampleContent(resourcesFolder, language, clock);
      return infoOf(await session.create(path, content));
    },
    'workbook.open': async ({ token }, { connection }) =>
      infoOf(await session.open(tokens.use(token, 'open-workbook', connection))),
    'workbook.saveCopy': async ({ token }, { connection }) => {
      const path = tokens.use(token, 'save-workbook', connection);
      const workbook = session.current();
      refuseOverWorkbook(path, workbook.path);
      await workbook.copyTo(path);
      return { fileName: basename(path) };
    },
    'workbook.setAuthor': ({ author, baseRevision }) => {
      const { revision } = session.current().commit(
        {
          kind: 'workbook.setAuthor',
          parameters: { author },
          touched: ['settings'],
          baseRevision,
        },
        (writer) => writeAuthor(writer, author),
      );
      return { revision };
    },
    'framework.get': () => frameworkOf(session.current()),
    'units.list': () => unitsOf(session.current()),
    'series.list': () => seriesOf(session.current()),
  };
}

const countsOf = cachedUntil(['framework', 'units', 'cells', 'observations'], ({ reader }) =>
  countRows(reader),
);

function describe(workbook: OpenWorkbook): Omit<WorkbookInfo, 'opening'> {
  const { title, author } = readWorkbookRow(workbook.reader);
  const counts = countsOf(workbook);
  return {
    fileName: basename(workbook.path),
    revision: workbook.revision,
    readOnly: workbook.readOnly,
    title,
    unitCount: counts.units,
    indicatorCount: counts.indicators,
    adoptedCount: counts.adopted,
    observationCount: counts.observations,
    sourceCount: counts.sources,
    author,
  };
}

/** The folder, with the person's home as ~: enough to tell two files of one name apart, and nothing more. */
function shortPlace(path: string): string {
  const folder = dirname(path);
  const fromHome = relative(homedir(), folder);
  if (fromHome === '') return '~';
  return fromHome.startsWith('..') || fromHome === folder ? folder : `~${sep}${fromHome}`;
}
