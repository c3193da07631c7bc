/** A column's value as SQLite keeps it. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** A change of one row, enough to make it again. Its inverse is another such change. */
export type RowChange =
  | { readonly insert: string; readonly row: Row }
  | { readonly update: string; readonly key: Row; readonly columns: Row }
  | { readonly delete: string; readonly key: Row };
