import type { DataTable } from '../../ui/data-table.ts';

/** The toolbar stands in the header of the panel, apart from the rows: these leave here how to read them. */
let read: (() => DataTable) | null = null;

/** Returns the function that takes it back. */
export function offerTable(table: () => DataTable): () => void {
  read = table;
  return () => {
    if (read === table) read = null;
  };
}

export function tableOnScreen(): DataTable {
  return read?.() ?? { columns: [], rows: [] };
}
