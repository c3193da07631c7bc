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

/** What a failure of SQLite or of the file system means to the analyst; any other error comes back as it is. */
export function storageError(error: unknown, file: string): unknown {
  const code = failureCode(error);
  if (code === null) return error;
  const options = { cause: error };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'E_BUSY',
      `${file} is open in another window or program; close it there first`,
      { reason: 'open-elsewhere', file },
      options,
    );
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'E_STORAGE',
      `${file}: the disk is full; nothing of this was written, and all that was saved before is kept`,
      { reason: 'disk-full', file },
      options,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError(
      'E_PRECONDITION',
      `${file} is write-protected`,
      { reason: 'write-protected', file },
      options,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return damaged(file, error instanceof Error ? error.message : code, error);
  }
  return new AppError(
    'E_STORAGE',
    `${file} could not be read or written (${code})`,
    { reason: 'io-error', file, found: code },
    options,
  );
}

const SQLITE_FAILURES = /^SQLITE_(?:BUSY|LOCKED|FULL|READONLY|CORRUPT|NOTADB|IOERR|CANTOPEN|PERM)/;

/** null: the error is a defect of the program or one of its own. */
function failureCode(error: unknown): string | null {
  if (error instanceof Database.SqliteError) {
    return SQLITE_FAILURES.test(error.code) ? error.code : null;
  }
  const isOfFileSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  return isOfFileSystem ? String(error.code) : null;
}

/** Runs `work`, with the failures of SQLite turned into errors for the analyst. */
export function guarded<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw storageError(error, file);
  }
}
