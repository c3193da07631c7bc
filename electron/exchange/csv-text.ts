import Papa from 'papaparse';
import { guardText } from './formula-guard.ts';
import type { Cell } from './record-table.ts';

/** Rows joined at a time: enough to be quick, few enough that a million rows do not become one string. */
const ROWS_PER_PIECE = 2000;

/** CSV in pieces, text made harmless to spreadsheets; missing cells are empty, numbers keep every digit. */
export function* csvPieces(rows: readonly (readonly Cell[])[]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_PIECE) {
    const cells = rows.slice(start, start + ROWS_PER_PIECE).map((row) => row.map(csvCell));
    yield `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
  }
}

function csvCell(cell: Cell): string | number | null {
  if (typeof cell === 'string') return guardText(cell);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : cell;
}
