import { access, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import { syncFile, syncFolder } from './sync-file.ts';

const SIDE_FILES = ['-wal', '-shm', '-journal'];

/** Removes a database with its side files. */
export async function removeDatabase(path: string): Promise<void> {
  await rm(path, { force: true });
  await removeSideFiles(path);
}

/**
 * Writes a database file as a whole: `write` fills a file of another name, which takes the place of `path` when it is on
 * the disk. Until then, and when anything fails, what stands at `path` is left as it is.
 *
 * @throws AppError E_BUSY (`target-is-open`) when the file at `path` is open; what `write` throws
 */
export async function replaceDatabase(
  path: string,
  write: (partial: string) => void | Promise<void>,
): Promise<void> {
  const partial = `${path}.partial`;
  // SQLite's own complaint about a missing folder does not say what is missing.
  await access(dirname(path));
  settleOldFile(path);
  try {
    await removeDatabase(partial);
    await write(partial);
    await syncFile(partial);
    // A log left behind would be applied to the new file.
    await removeSideFiles(path);
    await rename(partial, path);
    await syncFolder(path);
  } catch (error) {
    await removeDatabase(partial);
    throw error;
  }
}

async function removeSideFiles(path: string): Promise<void> {
  for (const ending of SIDE_FILES) await rm(`${path}${ending}`, { force: true });
}

/** Makes sure that no other connection has the file open, and folds its log, if it has one, into it. */
function settleOldFile(path: string): void {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: true, timeout: 0 });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN')) return;
    throw error;
  }
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    // SQLite would take a very short file of any kind for a new database and fill it.
    if (database.pragma('page_count', { simple: true }) === 0) return;
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      const file = basename(path);
      throw new AppError(
        'E_BUSY',
        `${file} is open and cannot be replaced; choose another name or close it first`,
        { reason: 'target-is-open', file },
        { cause: error },
      );
    }
    // Not a database, or a broken one: there is nothing in it to settle.
  } finally {
    database.close();
  }
}
