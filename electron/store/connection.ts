import { stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import { readVersion } from './migrate.ts';
import { APPLICATION_ID, type Schema } from './schema.ts';
import { guarded, storageError } from './storage-error.ts';

/** Why a workbook can be read but not changed. */
export type ReadOnlyReason = 'write-protected' | 'damaged';

const LOCK_TIMEOUT_MS = 200;

/** A connection to a workbook file, made and looked at. */
export interface Connection {
  readonly database: Database.Database;
  readonly readOnly: ReadOnlyReason | null;
}

export async function sizeOf(path: string, file: string): Promise<number> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? new AppError('E_NOT_FOUND', `${file} does not exist`, { reason: 'file-missing', file })
      : new AppError(
          'E_STORAGE',
          `${file} cannot be read (${cause.code})`,
          { reason: 'io-error', file, found: cause.code ?? 'unknown' },
          { cause },
        );
  });
  if (!found.isFile()) throw notAWorkbook(file, 'a folder');
  if (found.size === 0) throw notAWorkbook(file, 'an empty file');
  return found.size;
}

/** Takes the lock for as long as the connection lives; the operating system gives it back even if the process is killed. */
export function connect(path: string, file: string): Connection {
  const database = guarded(file, () => prepareConnection(path, false));
  try {
    // Before the first access, so that the index of the write-ahead log stays in memory.
    database.pragma('locking_mode = EXCLUSIVE');
    // Looked at before anything that could write: SQLite takes a very short file for a new database and fills it.
    checkApplication(database, file);
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return { database, readOnly: null };
  } catch (error) {
    database.close();
    if (isWriteProtection(error)) return connectReadOnly(path, file, 'write-protected');
    throw storageError(error, file);
  }
}

export function connectReadOnly(path: string, file: string, reason: ReadOnlyReason): Connection {
  const database = guarded(file, () => prepareConnection(path, true));
  try {
    checkApplication(database, file);
    return { database, readOnly: reason };
  } catch (error) {
    database.close();
    throw storageError(error, file);
  }
}

function checkApplication(database: Database.Database, file: string): void {
  try {
    if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_NOTADB') throw error;
    throw notAWorkbook(file, 'a file of another kind');
  }
  throw notAWorkbook(file, 'a file of another program');
}

function prepareConnection(path: string, readonly: boolean): Database.Database {
  const database = new Database(path, { readonly, fileMustExist: true, timeout: LOCK_TIMEOUT_MS });
  // The file may come from anyone: nothing stored in it may call functions, and sizes in it are not believed.
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  // macOS tells a program that data is on the disk when it is only in the drive's memory, unless asked like this.
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  return database;
}

export function checkVersion(database: Database.Database, file: string, schema: Schema): void {
  const version = readVersion(database);
  if (version > schema.version) {
    throw new AppError(
      'E_DB_TOO_NEW',
      `${file} was written by a newer version: it has format ${version}, this program knows up to ${schema.version}`,
      {
        reason: 'too-new',
        file,
        expected: String(schema.version),
        found: String(version),
      },
    );
  }
}

export function enterWriteAheadMode(
  database: Database.Database,
  path: string,
  file: string,
): Connection {
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    return { database, readOnly: null };
  } catch (error) {
    if (!isWriteProtection(error)) throw error;
    // The file can be written, but no file can be put beside it.
    database.close();
    return connectReadOnly(path, file, 'write-protected');
  }
}

function isWriteProtection(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  return error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN');
}

function notAWorkbook(file: string, found: string): AppError {
  return new AppError(
    'E_INPUT',
    `${file} is not a workbook: expected a .hengmo file, found ${found}`,
    {
      reason: 'not-a-workbook',
      file,
      found,
    },
  );
}
