import Papa from 'papaparse';
import { guardText } from './formula-guard.ts';
import type { Cell } from './record-table.ts';

/** CSV with text made harmless to spreadsheets; missing cells are empty, numbers keep every digit. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map(csvCell));
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

function csvCell(cell: Cell): string | number | null {
  if (typeof cell === 'string') return guardText(cell);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : cell;
}
