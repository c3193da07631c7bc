import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { replaceDatabase } from './replace-file.ts';
import { damaged, storageError } from './storage-error.ts';

/** A copy of a workbook that was opened and checked after it was made. */
export interface BackupFile {
  readonly path: string;
  readonly madeAt: Date;
  /** Acts that it holds. */
  readonly revision: number;
  readonly bytes: number;
}

/** The backups of one workbook, in a folder of their own. */
export interface BackupFolder {
  /** Newest first. */
  list(): Promise<BackupFile[]>;
  /** Where the copy made at `at` belongs. */
  place(at: Date, revision: number): string;
  /** Removes what `thin` does not keep, and what an interrupted copy left behind. */
  thin(): Promise<void>;
}

const NAME = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z) r(\d+)\.hengmo$/;
const PARTIAL = '.partial';

/** Pages of 4 kB copied at a time: a few milliseconds in which nothing else runs. */
const PAGES_PER_STEP = 256;

/** Checks a finished copy thoroughly; null: nothing found. */
export type CheckCopy = (path: string) => Promise<string | null>;

const KEPT_OF_NEWEST_DAY = 3;
const KEPT_DAYS = 7;

/**
 * Copies an open database page by page, between other work, checks the copy and only then gives it its name. Changes
 * made meanwhile on the same connection are in the copy.
 */
export async function copyDatabase(
  source: Database.Database,
  target: string,
  check: CheckCopy,
): Promise<void> {
  await replaceDatabase(target, async (partial) => {
    await source.backup(partial, { progress: () => PAGES_PER_STEP });
    settleCopy(partial);
    const problem = await check(partial);
    if (problem !== null) throw damaged('the copy', problem);
  });
}

/** Turns the copy of a database that keeps a log into one file that stands alone. */
function settleCopy(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

export function createBackupFolder(folder: string): BackupFolder {
  async function list(): Promise<BackupFile[]> {
    const names = await readdir(folder).catch(emptyWhenAbsent);
    const files: BackupFile[] = [];
    for (const name of names) {
      const match = NAME.exec(name);
      if (match === null) continue;
      const [, date, hour, minute, second, revision] = match;
      const path = join(folder, name);
      files.push({
        path,
        madeAt: new Date(`${date}${hour}:${minute}:${second}`),
        revision: Number(revision),
        bytes: (await stat(path)).size,
      });
    }
    return files.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  }

  return {
    list,
    place: (at, revision) =>
      join(folder, `${at.toISOString().replaceAll(':', '-')} r${revision}.hengmo`),
    async thin() {
      const files = await list();
      const kept = new Set(chooseKept(files.map(({ madeAt }) => madeAt)));
      for (const [position, file] of files.entries()) {
        if (!kept.has(position)) await rm(file.path, { force: true });
      }
      for (const name of await readdir(folder).catch(emptyWhenAbsent)) {
        if (name.includes(PARTIAL)) await rm(join(folder, name), { force: true });
      }
    },
  };
}

/**
 * Which backups to keep: the newest three of the newest day and the newest of each of the six days before on which there
 * is one.
 *
 * @param madeAt newest first
 * @returns positions in `madeAt`
 */
export function chooseKept(madeAt: readonly Date[]): number[] {
  const kept: number[] = [];
  const perDay = new Map<string, number>();
  for (const [position, at] of madeAt.entries()) {
    const day = at.toISOString().slice(0, 10);
    const ofDay = perDay.get(day) ?? 0;
    if (ofDay === 0 && perDay.size === KEPT_DAYS) break;
    perDay.set(day, ofDay + 1);
    if (ofDay < (perDay.size === 1 ? KEPT_OF_NEWEST_DAY : 1)) kept.push(position);
  }
  return kept;
}

/** Copies the open database into the folder as its newest backup. */
export async function makeBackup(
  source: Database.Database,
  folder: BackupFolder,
  { at, revision, check }: { at: Date; revision: number; check: CheckCopy },
): Promise<void> {
  const target = folder.place(at, revision);
  await mkdir(join(target, '..'), { recursive: true });
  await copyDatabase(source, target, check);
  await folder.thin();
}

/** Puts a backup at `target` as a workbook of its own; a file there is replaced, unless it is open. */
export async function restoreBackup(backup: string, target: string): Promise<void> {
  try {
    await replaceDatabase(target, (partial) => copyFile(backup, partial));
  } catch (error) {
    throw storageError(error, basename(target));
  }
}

function emptyWhenAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
