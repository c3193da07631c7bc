import Papa from 'papaparse';

/** More than any grid takes; parsing it would only freeze the window. In characters. */
const LONGEST_BLOCK = 20_000_000;

export type ClipboardBlock =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly reason: 'empty' | 'too-long' | 'unreadable' }
  | {
      readonly ok: false;
      readonly reason: 'ragged';
      /** The first row that differs, from 1, and how many cells it and the first row have. */
      readonly row: number;
      readonly found: number;
      readonly expected: number;
    };

/** Reads a block of cells as spreadsheets copy it: tabs between cells, quotes around cells with tabs, quotes or breaks. */
export function readBlock(text: string): ClipboardBlock {
  if (text.length > LONGEST_BLOCK) return { ok: false, reason: 'too-long' };
  // Spreadsheets end the last row with a line break too; a block that is one empty cell is nothing else.
  const body = text.replace(/\r?\n$/u, '');
  if (body === '') return { ok: false, reason: 'empty' };
  if (body.includes('\u0000')) return { ok: false, reason: 'unreadable' };
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: '\t', quoteChar: '"' });
  if (errors.length > 0) return { ok: false, reason: 'unreadable' };
  const expected = data[0]?.length ?? 0;
  const odd = data.findIndex((row) => row.length !== expected);
  if (odd >= 0) {
    return { ok: false, reason: 'ragged', row: odd + 1, found: data[odd]?.length ?? 0, expected };
  }
  return { ok: true, rows: data };
}

/** Writes a block of values for spreadsheets, in full precision; a missing value is an empty cell. */
export function writeBlock(rows: readonly (readonly number[])[]): string {
  return rows
    .map((row) => row.map((value) => (Number.isNaN(value) ? '' : String(value))).join('\t'))
    .join('\n');
}
