import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import type { Touched } from '../../shared/contract/events.ts';
import { Revision } from '../../shared/model/ids.ts';
import {
  createOperationLog,
  REDO,
  UNDO,
  type LogEntry,
  type OperationLog,
  type Reversal,
} from '../oplog/operation-log.ts';
import { applyRows, createRowStatements, recordRows, type RowWriter } from '../oplog/row-writer.ts';
import { copyDatabase, makeBackup, type BackupFolder, type CheckCopy } from './backup.ts';
import { watchCells } from './cell-watch.ts';
import { findDamage, findSchemaDifference } from './integrity.ts';
import { migrate, readVersion } from './migrate.ts';
import { createReader, type Reader } from './reader.ts';
import { readFramework, readMethod } from './repositories/framework.ts';
import type { CellKey } from './repositories/observations.ts';
import { readScenarios } from './repositories/scenarios.ts';
import { readUnits } from './repositories/units.ts';
import { readWorkbookRow } from './repositories/workbook-row.ts';
import { APPLICATION_ID, CURRENT_SCHEMA, type Schema } from './schema.ts';
import { damaged, guarded, isDamage, storageError } from './storage-error.ts';

/** Why a workbook can be read but not changed. */
export type ReadOnlyReason = 'write-protected' | 'damaged';

/** One act of the analyst, as it stands in the history: a key and parameters, put into words by the interface. */
export interface Act {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly touched: readonly Touched[];
  /** What the act was decided upon; refused with `E_CONFLICT` when it is not the current one. */
  readonly baseRevision: Revision;
}

/** Told after a commit. */
export interface Commit {
  readonly revision: Revision;
  readonly touched: readonly Touched[];
  /** Cells of which an observation was added, changed or removed. */
  readonly cells: readonly CellKey[];
}

export interface History {
  /** Newest first, those before `before` only. */
  list(limit: number, before: number | null): LogEntry[];
  /** The act that undo or redo would take back or make again now; null: none. */
  undoTarget(): LogEntry | null;
  redoTarget(): LogEntry | null;
}

/** A workbook file that no other connection has open for writing. */
export interface OpenWorkbook {
  readonly path: string;
  /** null: can be changed. Becomes `damaged` when a copy shows that it is. */
  readonly readOnly: ReadOnlyReason | null;
  /** Count of committed acts. */
  readonly revision: Revision;
  /** The reading half, for the repositories. */
  readonly reader: Reader;
  readonly history: History;
  /**
   * Writes rows and their history entry in one transaction. An act that changes no row leaves no entry. Throws
   * `E_CONFLICT` for an old `baseRevision`, `E_PRECONDITION` for a read-only workbook, `E_STORAGE` when the disk refuses;
   * nothing is changed then.
   */
  commit<Value>(
    act: Act,
    write: (writer: RowWriter) => Value,
  ): { readonly revision: Revision; readonly value: Value };
  /** Takes the last act back, or makes the last undone one again. `E_PRECONDITION` when there is none. */
  undo(baseRevision: Revision): Revision;
  redo(baseRevision: Revision): Revision;
  /** Returns the function that ends the subscription. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /**
   * Writes a checked copy to `target`, which replaces a file there. Acts go on meanwhile. A copy that turns out damaged
   * makes the workbook read-only: the damage is in its own file.
   */
  copyTo(target: string): Promise<void>;
  /** Adds a checked copy to the workbook's backups. */
  backUp(): Promise<void>;
  /** Waits for copies to end, folds the write-ahead log into the file and releases it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly clock: () => Date;
  readonly ids: () => string;
  /** Gets a copy before a migration. */
  readonly backups: BackupFolder;
  /** Checks every copy before it counts. */
  readonly checkCopy: CheckCopy;
}

/** Above this the quick check would take longer than opening may; the check of the next backup makes up for it. */
const CHECKED_AT_OPEN_BYTES = 64 * 1024 * 1024;

const LOCK_TIMEOUT_MS = 200;

/**
 * Opens a workbook file: takes its lock, checks it, brings an older one to the newest schema after a backup. A file that
 * cannot be written, or that is damaged but readable, opens read-only.
 *
 * The file must not be opened in any other way while it is open here: on Unix, closing a second file handle releases the
 * process's lock.
 *
 * @throws AppError E_NOT_FOUND, E_INPUT (`not-a-workbook`), E_DB_TOO_NEW, E_BUSY (`open-elsewhere`), E_STORAGE
 */
export async function openWorkbook(
  path: string,
  options: OpenOptions,
  schema: Schema = CURRENT_SCHEMA,
): Promise<OpenWorkbook> {
  const file = basename(path);
  const bytes = await sizeOf(path, file);
  let connection = connect(path, file);
  try {
    checkVersion(connection.database, file, schema);
    const problem = findProblem(connection.database, bytes, schema);
    if (problem !== null) {
      connection.database.close();
      connection = openDamaged(path, file, problem);
    } else if (connection.readOnly === null) {
      await bringUpToDate(connection.database, file, options, schema);
      connection = enterWriteAheadMode(connection.database, path, file);
    } else if (readVersion(connection.database) < schema.version) {
      throw new AppError(
        'E_PRECONDITION',
        `${file} was written by an older version and must be brought up to date, but it is write-protected; ` +
          'copy it to a place where it can be written',
        { reason: 'migration-needs-writing', file },
      );
    }
    return createOpenWorkbook(path, connection, options);
  } catch (error) {
    connection.database.close();
    throw storageError(error, file);
  }
}

/**
 * Opens a workbook for reading alone: the file stays as it is, to the byte, and others may read it at the same time. What
 * a crash left beside the file, or an older schema, needs writing: then it is opened as `openWorkbook` does.
 *
 * @throws AppError as `openWorkbook`
 */
export async function openForReading(
  path: string,
  options: OpenOptions,
  schema: Schema = CURRENT_SCHEMA,
): Promise<OpenWorkbook> {
  const file = basename(path);
  const bytes = await sizeOf(path, file);
  if (hasSideFile(path)) return openWorkbook(path, options, schema);
  const connection = connectReadOnly(path, file, 'write-protected');
  const { database } = connection;
  try {
    checkVersion(database, file, schema);
    if (readVersion(database) < schema.version) {
      database.close();
      return await openWorkbook(path, options, schema);
    }
    const problem = findProblem(database, bytes, schema);
    if (problem === null) return createOpenWorkbook(path, connection, options);
    database.close();
    return createOpenWorkbook(path, openDamaged(path, file, problem), options);
  } catch (error) {
    database.close();
    throw storageError(error, file);
  }
}

/** Left by a crash, or kept by a program that has the workbook open. */
function hasSideFile(path: string): boolean {
  return existsSync(`${path}-wal`) || existsSync(`${path}-journal`);
}

interface Connection {
  readonly database: Database.Database;
  readonly readOnly: ReadOnlyReason | null;
}

async function sizeOf(path: string, file: string): Promise<number> {
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
function connect(path: string, file: string): Connection {
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

function connectReadOnly(path: string, file: string, reason: ReadOnlyReason): Connection {
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

function checkVersion(database: Database.Database, file: string, schema: Schema): void {
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

/** null: the file is sound, as far as was looked. */
function findProblem(database: Database.Database, bytes: number, schema: Schema): string | null {
  const version = readVersion(database);
  const problem = bytes <= CHECKED_AT_OPEN_BYTES ? findDamage(database) : null;
  if (problem !== null || (version > 0 && version < schema.version)) return problem;
  return findSchemaDifference(database, schema);
}

/** Read-only, so that what can still be read is not made worse. Fails when not even the framework can be read. */
function openDamaged(path: string, file: string, problem: string): Connection {
  const connection = connectReadOnly(path, file, 'damaged');
  const { database } = connection;
  try {
    const reader = createReader(database);
    readWorkbookRow(reader);
    readFramework(reader);
    readMethod(reader);
    readUnits(reader);
    readScenarios(reader);
    return connection;
  } catch (cause) {
    database.close();
    throw damaged(file, problem, cause);
  }
}

async function bringUpToDate(
  database: Database.Database,
  file: string,
  options: OpenOptions,
  schema: Schema,
): Promise<void> {
  if (readVersion(database) === schema.version) return;
  const acts = database.prepare<[], number>('SELECT count(*) FROM op_log').pluck().get() ?? 0;
  const { backups, clock, checkCopy } = options;
  await makeBackup(database, backups, { at: clock(), revision: acts, check: checkCopy });
  migrate(database, schema, file);
}

function enterWriteAheadMode(database: Database.Database, path: string, file: string): Connection {
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

function createOpenWorkbook(
  path: string,
  { database, readOnly: openedAs }: Connection,
  { clock, ids, backups, checkCopy }: OpenOptions,
): OpenWorkbook {
  const file = basename(path);
  let readOnly = openedAs;
  const reader = createReader(database);
  const statements = createRowStatements(database);
  const log: OperationLog = createOperationLog(database, readWorkbookRow(reader).uid);
  const listeners = new Set<(commit: Commit) => void>();
  const copies = new Set<Promise<void>>();
  let revision = Revision.parse(log.length());

  function write<Value>(
    act: Act,
    undoes: number | null,
    change: (writer: RowWriter) => Value,
  ): { revision: Revision; value: Value } {
    if (readOnly !== null) {
      throw new AppError('E_PRECONDITION', `${file} can only be read (${readOnly})`, {
        reason: readOnly,
        file,
      });
    }
    if (act.baseRevision !== revision) {
      throw new AppError(
        'E_CONFLICT',
        `the workbook has changed since: expected revision ${revision}, found ${act.baseRevision}`,
        {
          reason: 'stale-revision',
          expected: String(revision),
          found: String(act.baseRevision),
        },
      );
    }
    const watch = watchCells(reader);
    const { value, changed } = guarded(file, () =>
      database
        .transaction(() => {
          const { writer, recording } = recordRows(statements, watch.observe);
          const result = change(writer);
          const { forward, inverse } = recording();
          if (forward.length > 0) {
            const sequence = log.append({
              id: ids(),
              kind: act.kind,
              parameters: act.parameters,
              touched: act.touched,
              author: readWorkbookRow(reader).author,
              at: clock().toISOString(),
              undoes,
              forward,
              inverse,
            });
            for (const cell of watch.valueChanges()) {
              statements.insert('cell_change', { ...cell, seq: sequence });
            }
          }
          return { value: result, changed: forward.length > 0 };
        })
        .immediate(),
    );
    if (changed) {
      revision = Revision.parse(log.length());
      const commit = { revision, touched: act.touched, cells: watch.cells() };
      for (const listener of listeners) listener(commit);
    }
    return { revision, value };
  }

  function reverse(target: Reversal | null, kind: string, baseRevision: Revision): Revision {
    if (target === null) {
      const reason = kind === UNDO ? 'nothing-to-undo' : 'nothing-to-redo';
      throw new AppError('E_PRECONDITION', `${kind}: there is nothing left`, { reason });
    }
    const { entry, act } = target;
    return write(
      {
        kind,
        parameters: { ...act.parameters, act: act.kind },
        touched: act.touched,
        baseRevision,
      },
      act.sequence,
      (writer) => applyRows(writer, log.inverseOf(entry.sequence)),
    ).revision;
  }

  async function whileOpen(target: string, copy: Promise<void>): Promise<void> {
    copies.add(copy);
    try {
      await copy;
    } catch (error) {
      const problem = storageError(error, target);
      if (isDamage(problem)) readOnly = 'damaged';
      throw problem;
    } finally {
      copies.delete(copy);
    }
  }

  return {
    path,
    get readOnly() {
      return readOnly;
    },
    reader,
    get revision() {
      return revision;
    },
    history: {
      list: (limit, before) => log.list(limit, before),
      undoTarget: () => log.undoTarget()?.act ?? null,
      redoTarget: () => log.redoTarget()?.act ?? null,
    },
    commit: (act, change) => write(act, null, change),
    undo: (baseRevision) => reverse(log.undoTarget(), UNDO, baseRevision),
    redo: (baseRevision) => reverse(log.redoTarget(), REDO, baseRevision),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copyTo: (target) => whileOpen(basename(target), copyDatabase(database, target, checkCopy)),
    backUp: () =>
      whileOpen(file, makeBackup(database, backups, { at: clock(), revision, check: checkCopy })),
    async close() {
      await Promise.allSettled(copies);
      try {
        if (openedAs === null) database.pragma('journal_mode = DELETE');
      } catch {
        // A full disk: the log stays beside the file and is folded in the next time.
      } finally {
        database.close();
      }
    },
  };
}
