import type Database from 'better-sqlite3';

/** The reading half of a workbook: statements that return rows and change none. */
export interface Reader {
  /** Prepared once and kept. */
  rows<Row>(sql: string, ...parameters: unknown[]): Row[];
  row<Row>(sql: string, ...parameters: unknown[]): Row | undefined;
  /** The first column of every row. */
  column<Value>(sql: string, parameters: Readonly<Record<string, unknown>>): Value[];
  /** For results too large to hold: each row as an array of its columns. */
  iterate<Row extends readonly unknown[]>(sql: string, ...parameters: unknown[]): Iterable<Row>;
}

/** Keeps every statement that was prepared on the connection. */
export function createReader(database: Database.Database): Reader {
  const statements = new Map<string, Database.Statement>();

  function prepared(sql: string): Database.Statement {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      if (!statement.readonly) throw new Error(`a reading statement must not write: ${sql}`);
      statements.set(sql, statement);
    }
    return statement;
  }

  return {
    rows: <Row>(sql: string, ...parameters: unknown[]) => prepared(sql).all(...parameters) as Row[],
    row: <Row>(sql: string, ...parameters: unknown[]) =>
      prepared(sql).get(...parameters) as Row | undefined,
    column: <Value>(sql: string, parameters: Readonly<Record<string, unknown>>) =>
      prepared(sql).pluck().all(parameters) as Value[],
    // A statement that is being iterated cannot be used again before it ends, so each gets its own.
    iterate: <Row extends readonly unknown[]>(sql: string, ...parameters: unknown[]) =>
      database
        .prepare(sql)
        .raw()
        .iterate(...parameters) as IterableIterator<Row>,
  };
}
