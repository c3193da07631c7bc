import type Database from 'better-sqlite3';
import type { Cell, Row, RowChange } from './row-change.ts';

/**
 * The writing half of a workbook. Every change goes through it and is recorded with its inverse, so that undo, history
 * and audit need no code of their own per act.
 */
export interface RowWriter {
  /** `row` names every column of the table. */
  insert(table: string, row: Row): void;
  /** Changes the row with this primary key; columns that keep their value are not recorded. */
  update(table: string, key: Row, columns: Row): void;
  delete(table: string, key: Row): void;
}

/** Changes made through a writer, in order, and those that take them back, in the order in which to make them. */
export interface Recording {
  readonly forward: readonly RowChange[];
  readonly inverse: readonly RowChange[];
}

/** Told of the row as it is before its change (of an insert: as it will be). */
export type RowObserver = (table: string, row: Row) => void;

interface TableShape {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Prepared here, for it may run a million times. */
  readonly insert: Database.Statement<Cell[], Row>;
}

/** Statements on the tables of one connection, prepared once. Writes without recording. */
export interface RowStatements extends RowWriter {
  /** The row with this primary key as it is now. */
  read(table: string, key: Row): Row | undefined;
  keyOf(table: string, row: Row): Row;
}

export function createRowStatements(database: Database.Database): RowStatements {
  const shapes = new Map<string, TableShape>();
  const statements = new Map<string, Database.Statement<Cell[], Row>>();

  function shapeOf(table: string): TableShape {
    const known = shapes.get(table);
    if (known !== undefined) return known;
    const columns = database.pragma(`table_info(${table})`) as { name: string; pk: number }[];
    if (columns.length === 0) throw new Error(`there is no table "${table}"`);
    const names = columns.map(({ name }) => name);
    const marks = names.map(() => '?').join(', ');
    const shape = {
      columns: names,
      insert: database.prepare<Cell[], Row>(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`,
      ),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map(({ name }) => name),
    };
    shapes.set(table, shape);
    return shape;
  }

  function prepared(sql: string): Database.Statement<Cell[], Row> {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare<Cell[], Row>(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  const valuesOf = (table: string, row: Row, columns: readonly string[]): Cell[] =>
    columns.map((column) => {
      const value = row[column];
      if (value === undefined) throw new Error(`"${table}" needs a value for "${column}"`);
      return value;
    });
  const matching = (columns: readonly string[]) =>
    columns.map((column) => `${column} = ?`).join(' AND ');

  return {
    insert(table, row) {
      const { columns, insert } = shapeOf(table);
      insert.run(...valuesOf(table, row, columns));
    },
    update(table, key, columns) {
      const shape = shapeOf(table);
      const names = Object.keys(columns);
      const assignments = names.map((column) => `${column} = ?`).join(', ');
      prepared(`UPDATE ${table} SET ${assignments} WHERE ${matching(shape.key)}`).run(
        ...valuesOf(table, columns, names),
        ...valuesOf(table, key, shape.key),
      );
    },
    delete(table, key) {
      const shape = shapeOf(table);
      prepared(`DELETE FROM ${table} WHERE ${matching(shape.key)}`).run(
        ...valuesOf(table, key, shape.key),
      );
    },
    read(table, key) {
      const shape = shapeOf(table);
      return prepared(`SELECT * FROM ${table} WHERE ${matching(shape.key)}`).get(
        ...valuesOf(table, key, shape.key),
      );
    },
    keyOf(table, row) {
      const { key } = shapeOf(table);
      return Object.fromEntries(key.map((column) => [column, row[column] ?? null]));
    },
  };
}

/** A writer that records what it does until the recording is taken at the end of the act. */
export function recordRows(
  statements: RowStatements,
  observe: RowObserver,
): { readonly writer: RowWriter; readonly recording: () => Recording } {
  const forward: RowChange[] = [];
  const inverse: RowChange[] = [];

  function existing(table: string, key: Row): Row {
    const row = statements.read(table, key);
    if (row === undefined) throw new Error(`"${table}" has no row ${JSON.stringify(key)}`);
    return row;
  }

  const writer: RowWriter = {
    insert(table, row) {
      observe(table, row);
      statements.insert(table, row);
      forward.push({ insert: table, row });
      inverse.push({ delete: table, key: statements.keyOf(table, row) });
    },
    update(table, key, columns) {
      const before = existing(table, key);
      const changed = Object.keys(columns).filter((column) => columns[column] !== before[column]);
      if (changed.length === 0) return;
      observe(table, before);
      const pick = (row: Row) =>
        Object.fromEntries(changed.map((column) => [column, row[column] ?? null]));
      const after = pick(columns);
      statements.update(table, key, after);
      forward.push({ update: table, key, columns: after });
      inverse.push({ update: table, key, columns: pick(before) });
    },
    delete(table, key) {
      const before = existing(table, key);
      observe(table, before);
      statements.delete(table, key);
      forward.push({ delete: table, key });
      inverse.push({ insert: table, row: before });
    },
  };
  return { writer, recording: () => ({ forward, inverse: inverse.toReversed() }) };
}

/** Makes recorded changes again, through a writer, so that they are recorded in their turn. */
export function applyRows(writer: RowWriter, changes: readonly RowChange[]): void {
  for (const change of changes) {
    if ('insert' in change) writer.insert(change.insert, change.row);
    else if ('update' in change) writer.update(change.update, change.key, change.columns);
    else writer.delete(change.delete, change.key);
  }
}
