/** A column's value as SQLite keeps it. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * The writing half of a workbook. Every change goes through it and is recorded with its inverse, so that undo, history
 * and audit need no code of their own per act.
 */
export interface RowWriter {
  insert(table: string, row: Row): void;
  /** Changes the row with this key; columns that keep their value are not recorded. */
  update(table: string, key: Row, columns: Row): void;
  delete(table: string, key: Row): void;
}
