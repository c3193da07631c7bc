import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import type { Touched } from '../../shared/contract/events.ts';
import type { Revision } from '../../shared/model/ids.ts';
import type { LogEntry } from '../oplog/operation-log.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { AnalysisTable } from './analysis-table.ts';
import { makeBackup, type BackupFolder, type CheckCopy } from './backup.ts';
import {
  checkVersion,
  connect,
  connectReadOnly,
  enterWriteAheadMode,
  sizeOf,
  type Connection,
  type ReadOnlyReason,
} from './connection.ts';
import { findDamage, findSchemaDifference } from './integrity.ts';
import { createOpenWorkbook } from './live-workbook.ts';
import { migrate, readVersion } from './migrate.ts';
import { createReader, type Reader } from './reader.ts';
import { readFramework, readMethod } from './repositories/framework.ts';
import type { CellKey } from './repositories/observations.ts';
import { readScenarios } from './repositories/scenarios.ts';
import { readUnits } from './repositories/units.ts';
import { readWorkbookRow } from './repositories/workbook-row.ts';
import { CURRENT_SCHEMA, type Schema } from './schema.ts';
import { damaged, storageError } from './storage-error.ts';

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
  readonly analyses: AnalysisTable;
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
