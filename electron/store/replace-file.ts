import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';

const SIDE_FILES = ['-wal', '-shm', '-journal'];

/** Removes a database with its side files: a log left behind would be applied to the next file of this name. */
export async function removeDatabase(path: string): Promise<void> {
  for (const ending of ['', ...SIDE_FILES]) await rm(`${path}${ending}`, { force: true });
}

/**
 * Makes sure that replacing the file takes nothing from anyone: no other connection has it open, and no log of the old
 * file is left that SQLite would apply to the new one.
 */
export async function releaseForReplacement(path: string): Promise<void> {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: true, timeout: 0 });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN')) return;
    throw error;
  }
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (isOpenElsewhere(error)) {
      const file = basename(path);
      throw new AppError(
        'E_BUSY',
        `${file} is open and cannot be replaced; choose another name or close it first`,
        { reason: 'target-is-open', file },
        { cause: error },
      );
    }
    // Not a database, or a broken one: there is nothing of it to keep, as the person has confirmed.
  } finally {
    database.close();
  }
  for (const ending of SIDE_FILES) await rm(`${path}${ending}`, { force: true });
}

function isOpenElsewhere(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
