import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import type { Schema } from './schema.ts';

/** SQLite's quick look at every page; null: nothing found. Reads the whole file. */
export function findDamage(database: Database.Database): string | null {
  return firstComplaint(database, 'quick_check(1)');
}

/** SQLite's thorough check, which also compares every index with its table, and every reference with its target. */
export function findAnyDamage(database: Database.Database): string | null {
  const complaint = firstComplaint(database, 'integrity_check(1)');
  if (complaint !== null) return complaint;
  const [orphan] = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  return orphan === undefined
    ? null
    : `a row of "${orphan.table}" refers to a row of "${orphan.parent}" that does not exist`;
}

/** `findAnyDamage` in a finished file that nobody has open. */
export function findDamageInFile(path: string): string | null {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    database.pragma('trusted_schema = OFF');
    return findAnyDamage(database);
  } finally {
    database.close();
  }
}

/** The first difference between the file's tables and those that `schema` creates; null: none. */
export function findSchemaDifference(database: Database.Database, schema: Schema): string | null {
  const fresh = new Database(':memory:');
  try {
    schema.create(fresh);
    const expected = schemaObjects(fresh);
    const found = schemaObjects(database);
    for (const [name, object] of expected) {
      const other = found.get(name);
      if (other === undefined) return `"${name}" is missing`;
      // The same words mean the same; other words may mean it too, and are asked for one by one.
      const alike =
        isDeepStrictEqual(object, other) || describe(fresh, object) === describe(database, other);
      if (!alike) return `"${name}" is not as expected`;
    }
    for (const name of found.keys()) {
      if (!expected.has(name)) return `"${name}" does not belong here`;
    }
    return null;
  } finally {
    fresh.close();
  }
}

function firstComplaint(database: Database.Database, check: string): string | null {
  try {
    const result = database.pragma(check, { simple: true });
    return result === 'ok' ? null : String(result);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return error.message;
  }
}

/** A table, index, trigger or view, with the words that made it. */
interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** By name. */
function schemaObjects(database: Database.Database): Map<string, SchemaObject> {
  const objects = database
    .prepare<[], SchemaObject>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all();
  return new Map(objects.map((object) => [object.name, object]));
}

/** What SQLite made of an object rather than how it was written. */
function describe(
  database: Database.Database,
  { type, name, tbl_name: table, sql }: SchemaObject,
): string {
  const ask = (pragma: string, name: string) =>
    database.prepare<[string], unknown>(`SELECT * FROM ${pragma}(?)`).all(name);
  const parts: unknown[] = [type, table];
  if (type === 'table') {
    parts.push(
      database
        .prepare<[string], unknown>(
          "SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?",
        )
        .all(name),
      ask('pragma_table_xinfo', name),
      ask('pragma_foreign_key_list', name),
    );
  } else if (type === 'index') {
    parts.push(
      database
        .prepare<[string, string], unknown>(
          'SELECT "unique", origin, partial FROM pragma_index_list(?) WHERE name = ?',
        )
        .all(table, name),
      ask('pragma_index_xinfo', name),
      // The condition of a partial index has no pragma.
      sql?.replaceAll(/\s+/g, ' '),
    );
  } else {
    parts.push(sql);
  }
  return JSON.stringify(parts);
}
