import { basename } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { Revision } from '../../shared/model/ids.ts';
import {
  createOperationLog,
  REDO,
  UNDO,
  type OperationLog,
  type Reversal,
} from '../oplog/operation-log.ts';
import { applyRows, createRowStatements, recordRows, type RowWriter } from '../oplog/row-writer.ts';
import { createAnalysisTable } from './analysis-table.ts';
import { copyDatabase, makeBackup } from './backup.ts';
import { watchCells } from './cell-watch.ts';
import type { Connection } from './connection.ts';
import type { Act, Commit, OpenOptions, OpenWorkbook } from './open.ts';
import { createReader } from './reader.ts';
import { readWorkbookRow } from './repositories/workbook-row.ts';
import { guarded, isDamage, storageError } from './storage-error.ts';

/** A workbook on a connection that is ready: acts, history, copies. */
export function createOpenWorkbook(
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
    analyses: createAnalysisTable(database, file, openedAs, () => readOnly),
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
