import type { z } from 'zod';
import { refusal } from './refuse.ts';
import { fieldsOf, type Fields } from './row-fields.ts';
import { requireColumn, type Table } from './table.ts';

export type Cell = string | number | boolean | null;

/** How one field of a record stands in a table. */
export interface RecordColumn {
  readonly column: string;
  /** Names of the field and of the object around it. */
  readonly path: readonly [string] | readonly [string, string];
  /** `optional`: an empty cell is null. `json`: any value, written as JSON. */
  readonly kind: 'text' | 'optional' | 'number' | 'flag' | 'json';
}

export function text(column: string, ...path: [string] | [string, string]): RecordColumn {
  return { column, path, kind: 'text' };
}

export function optional(column: string, field: string): RecordColumn {
  return { column, path: [field], kind: 'optional' };
}

export function writeRecords(
  columns: readonly RecordColumn[],
  records: readonly object[],
): Cell[][] {
  return [
    columns.map(({ column }) => column),
    ...records.map((record) =>
      columns.map(({ path, kind }) => {
        const value = path.reduce<unknown>((part, name) => (part as Fieldset)[name], record);
        return kind === 'json' ? JSON.stringify(value) : (value as Cell);
      }),
    ),
  ];
}

/**
 * The records that `writeRecords` wrote.
 *
 * @throws AppError E_INPUT naming row and column
 */
export function readRecords<Schema extends z.ZodType>(
  table: Table,
  columns: readonly RecordColumn[],
  schema: Schema,
): z.infer<Schema>[] {
  for (const { column } of columns) requireColumn(table, column);
  return table.rows.map((row) => {
    const fields = fieldsOf(table, row);
    const candidate: Fieldset = {};
    for (const column of columns) setField(candidate, column, readCell(fields, column));
    const result = schema.safeParse(candidate);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    const column = columns.find(({ path }) => path.every((name, at) => issue?.path[at] === name));
    const place = { file: table.file, row: row.number, ...(column && { column: column.column }) };
    throw refusal(place, 'unexpected-value', issue?.message ?? 'another value', 'something else');
  });
}

type Fieldset = Record<string, unknown>;

function setField(record: Fieldset, { path }: RecordColumn, value: unknown): void {
  const [first, second] = path;
  if (second === undefined) record[first] = value;
  else record[first] = { ...(record[first] as Fieldset | undefined), [second]: value };
}

function readCell(fields: Fields, { column, kind }: RecordColumn): unknown {
  switch (kind) {
    case 'text':
      return fields.raw(column);
    case 'optional':
      return fields.raw(column) === '' ? null : fields.raw(column);
    case 'number': {
      const value = fields.number(column);
      if (value === null) throw fields.refuse(column, 'not-a-number', 'a number');
      return value;
    }
    case 'flag': {
      const choice = fields.choice(column, ['TRUE', 'FALSE']);
      if (choice === null) throw fields.refuse(column, 'not-a-flag', 'TRUE or FALSE');
      return choice === 'TRUE';
    }
    case 'json':
      try {
        return JSON.parse(fields.raw(column));
      } catch {
        throw fields.refuse(column, 'not-json', 'JSON');
      }
  }
}
