import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../shared/contract/settings-operations.ts';
import { replacePart, type PartOf } from '../../shared/model/replace-part.ts';
import { writeAtomically } from './write-atomically.ts';

const RecentFile = z.strictObject({ path: z.string(), openedAt: z.string() });
export type RecentFile = z.infer<typeof RecentFile>;

const SettingsDocument = z.strictObject({ settings: Settings, recent: z.array(RecentFile) });
type SettingsDocument = z.infer<typeof SettingsDocument>;

const LayoutDocument = z.strictObject({ layout: z.string() });

const MOST_RECENT = 20;

/** What belongs to the person and the machine: settings, recently opened workbooks, the arrangement of panels. */
export interface SettingsFile {
  settings(): Settings;
  change(part: PartOf<Settings>): Promise<Settings>;
  /** Newest first. */
  recent(): readonly RecentFile[];
  remember(path: string, at: Date): Promise<void>;
  /** @param workbook the workbook's own id */
  layout(workbook: string): Promise<string | null>;
  setLayout(workbook: string, layout: string): Promise<void>;
}

/**
 * Settings in the data folder. An unreadable file counts as none: nothing in it is worth refusing to start.
 *
 * @param defaults until the person chooses
 * @param onUnreadable told when there is a file that cannot be read
 */
export async function openSettingsFile(
  dataFolder: string,
  defaults: Settings,
  onUnreadable: (cause: unknown) => void,
): Promise<SettingsFile> {
  const path = join(dataFolder, 'settings.json');
  let document: SettingsDocument = (await readDocument(path, SettingsDocument, onUnreadable)) ?? {
    settings: defaults,
    recent: [],
  };
  // Writes of the same file follow one another.
  let lastWrite: Promise<void> = Promise.resolve();

  async function save(changed: SettingsDocument): Promise<void> {
    document = changed;
    const write = () => writeAtomically(path, `${JSON.stringify(document, null, 2)}\n`);
    lastWrite = lastWrite.then(write, write);
    await lastWrite;
  }

  // The id stands in a file that may come from anyone; its hash is a safe name.
  const layoutPath = (workbook: string) =>
    join(
      dataFolder,
      'layouts',
      `${createHash('sha256').update(workbook).digest('hex').slice(0, 32)}.json`,
    );

  return {
    settings: () => document.settings,
    async change(part) {
      await save({ ...document, settings: replacePart(document.settings, part) });
      return document.settings;
    },
    recent: () => document.recent,
    async remember(file, at) {
      const others = document.recent.filter((recent) => recent.path !== file);
      const recent = [{ path: file, openedAt: at.toISOString() }, ...others].slice(0, MOST_RECENT);
      await save({ ...document, recent });
    },
    async layout(workbook) {
      const found = await readDocument(layoutPath(workbook), LayoutDocument, onUnreadable);
      return found?.layout ?? null;
    },
    setLayout: (workbook, layout) =>
      writeAtomically(layoutPath(workbook), `${JSON.stringify({ layout })}\n`),
  };
}

async function readDocument<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  onUnreadable: (cause: unknown) => void,
): Promise<z.infer<Schema> | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') onUnreadable(cause);
    return null;
  }
}
