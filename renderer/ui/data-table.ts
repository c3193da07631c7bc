import Papa from 'papaparse';

/** Numbers and names behind a chart or a panel, for copying and for reading as a table. null: missing. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * The table for spreadsheets: tabs between cells, numbers in full precision, a missing value as an empty cell. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function asTabSeparated({ columns, rows }: DataTable): string {
  const cells = [columns, ...rows].map((row) => row.map(spreadsheetCell));
  return Papa.unparse(cells, { delimiter: '\t', newline: '\n' });
}

function spreadsheetCell(cell: string | number | null): string | number | null {
  if (typeof cell === 'string') return /^[=+\-@]/u.test(cell) ? `'${cell}` : cell;
  return cell === null || Number.isNaN(cell) ? null : cell;
}
