import type Database from 'better-sqlite3';
import type { ReadOnlyReason } from './connection.ts';
import { guarded } from './storage-error.ts';

/** The result of a long analysis, which could be made again. */
export interface StoredAnalysis {
  readonly kind: string;
  /** Of what: ids as JSON, of one scenario or of several that are compared. */
  readonly scenarios: string;
  /** Hash of everything that the result depends on. */
  readonly inputs: string;
  /** Version of the engine that made it. */
  readonly engine: number;
  /** JSON */
  readonly request: string;
  /** A frame as `encodeFrame` makes it. */
  readonly result: string | Uint8Array;
}

/**
 * Results that are kept in the workbook, outside of its history: undo neither removes nor restores them. Bounded; the oldest
 * give way. In a workbook that cannot be written they last until it is closed.
 */
export interface AnalysisTable {
  /** Newest first, without their results. */
  list(kind: string, scenarios: string): Omit<StoredAnalysis, 'result'>[];
  /** Of whatever scenarios; null: none is kept. */
  result(kind: string, inputs: string): StoredAnalysis['result'] | null;
  /**
   * As the newest of its kind and scenarios. Does nothing when the workbook is closed or damaged, or the result too large.
   *
   * @throws AppError E_STORAGE
   */
  keep(analysis: StoredAnalysis): void;
}

/** Of each kind in each scenario, or list of them. */
const MOST_KEPT = 16;
/** Of all together: a workbook is sent and copied. */
const MOST_BYTES = 64 * 1024 ** 2;

const COLUMNS = 'number, kind, scenarios, inputs, engine, request, result';

export function createAnalysisTable(
  database: Database.Database,
  file: string,
  openedAs: ReadOnlyReason | null,
  readOnly: () => ReadOnlyReason | null,
): AnalysisTable {
  let table: string | null = openedAs === null ? 'main.analysis' : null;

  /** Where the file cannot be written, a copy that ends with the connection; of a damaged one only its shape. */
  function tableName(): string {
    if (table !== null) return table;
    database.exec(
      `CREATE TEMP TABLE analysis (${COLUMNS.replace('number', 'number INTEGER PRIMARY KEY')})`,
    );
    if (openedAs === 'write-protected') {
      database.exec('INSERT INTO temp.analysis SELECT * FROM main.analysis');
    }
    table = 'temp.analysis';
    return table;
  }

  function dropOldest(name: string, kind: string, scenarios: string): void {
    database
      .prepare(
        `DELETE FROM ${name} WHERE number IN (
          SELECT number FROM ${name} WHERE kind = ? AND scenarios = ?
          ORDER BY number DESC LIMIT -1 OFFSET ${MOST_KEPT})`,
      )
      .run(kind, scenarios);
    database
      .prepare(
        `DELETE FROM ${name} WHERE number IN (
          SELECT number FROM (
            SELECT number, sum(octet_length(result)) OVER (ORDER BY number DESC) AS bytes FROM ${name})
          WHERE bytes > ${MOST_BYTES})`,
      )
      .run();
  }

  return {
    list: (kind, scenarios) =>
      guarded(file, () =>
        database
          .prepare<[string, string], Omit<StoredAnalysis, 'result'>>(
            `SELECT kind, scenarios, inputs, engine, request FROM ${tableName()}
             WHERE kind = ? AND scenarios = ? ORDER BY number DESC`,
          )
          .all(kind, scenarios),
      ),
    result(kind, inputs) {
      if (!database.open) return null;
      const found = guarded(file, () =>
        database
          .prepare<[string, string], StoredAnalysis['result']>(
            `SELECT result FROM ${tableName()} WHERE kind = ? AND inputs = ? LIMIT 1`,
          )
          .pluck()
          .get(kind, inputs),
      );
      return found ?? null;
    },
    keep({ kind, scenarios, inputs, engine, request, result }) {
      if (!database.open || (openedAs === null && readOnly() !== null)) return;
      if (result.length > MOST_BYTES) return;
      guarded(file, () => {
        const name = tableName();
        database
          .transaction(() => {
            database
              .prepare(`DELETE FROM ${name} WHERE kind = ? AND scenarios = ? AND inputs = ?`)
              .run(kind, scenarios, inputs);
            const newest = database
              .prepare<[], number>(`SELECT coalesce(max(number), 0) FROM ${name}`)
              .pluck()
              .get();
            database
              .prepare(`INSERT INTO ${name} (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
              .run((newest ?? 0) + 1, kind, scenarios, inputs, engine, request, result);
            dropOldest(name, kind, scenarios);
          })
          .immediate();
      });
    },
  };
}
