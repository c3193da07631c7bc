import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';

/** A workbook whose content is not what this program writes. */
export function damaged(file: string, problem: string, cause?: unknown): AppError {
  return new AppError(
    'E_STORAGE',
    `${file} is damaged: ${problem}`,
    { reason: 'damaged', file, parameters: { problem } },
    { cause },
  );
}

export function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.details.reason === 'damaged';
}

/** What a failure of SQLite means to the analyst; anything that is not such a failure comes back as it is. */
export function storageError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'E_BUSY',
      `${file} is open in another window or program; close it there first`,
      { reason: 'open-elsewhere', file },
      { cause: error },
    );
  }
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'E_STORAGE',
      `the disk is full: nothing of this change was written to ${file}, all that was saved before is kept`,
      { reason: 'disk-full', file },
      { cause: error },
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError(
      'E_PRECONDITION',
      `${file} is write-protected`,
      { reason: 'write-protected', file },
      { cause: error },
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return damaged(file, error.message, error);
  }
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_PERM'
  ) {
    return new AppError(
      'E_STORAGE',
      `${file} could not be read or written (${code})`,
      { reason: 'io-error', file, found: code },
      { cause: error },
    );
  }
  return error;
}

/** Runs `work`, with the failures of SQLite turned into errors for the analyst. */
export function guarded<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw storageError(error, file);
  }
}
