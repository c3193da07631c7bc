import { excerpt, refusal } from './refuse.ts';

/**
 * A table as it stands in a file: text everywhere, numbers in their shortest exact notation. Blank rows are left out,
 * so a row keeps the number that a spreadsheet shows for it.
 */
export interface Table {
  /** Name of the file (and sheet) for messages. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Counts from 1 with the header row. */
  readonly number: number;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

/**
 * Makes a table of the raw rows of a file, whose first row is the header.
 *
 * @throws AppError E_INPUT for no rows, a nameless or repeated column and a row of another length than the header
 */
export function tableOf(file: string, rawRows: readonly (readonly string[])[]): Table {
  const header = rawRows[0]?.map((name) => name.trim()) ?? [];
  if (header.every((name) => name === '')) {
    throw refusal({ file, row: 1 }, 'no-header', 'a header row', 'an empty row');
  }
  const columns = checkHeader(file, header, rawRows);
  const rows: TableRow[] = [];
  rawRows.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return;
    const number = index + 1;
    if (cells.length !== header.length) {
      const found = `${cells.length}`;
      throw refusal(
        { file, row: number },
        'ragged-row',
        `${header.length} cells as in row 1`,
        found,
      );
    }
    rows.push({ number, cells: cells.slice(0, columns.length) });
  });
  return { file, columns, rows };
}

/** Column names; nameless columns at the end are dropped when nothing stands in them. */
function checkHeader(
  file: string,
  header: readonly string[],
  rawRows: readonly (readonly string[])[],
): readonly string[] {
  const last = header.findLastIndex((name) => name !== '');
  const columns = header.slice(0, last + 1);
  columns.forEach((name, index) => {
    const column = columnLetters(index);
    if (name === '')
      throw refusal({ file, row: 1, column }, 'nameless-column', 'a column name', 'none');
    if (columns.indexOf(name) !== index) {
      const found = `${excerpt(name)} again`;
      throw refusal({ file, row: 1, column }, 'duplicate-column', 'every column once', found);
    }
  });
  rawRows.forEach((cells, index) => {
    const stray = cells
      .slice(0, header.length)
      .findIndex((cell, at) => at > last && cell.trim() !== '');
    if (stray === -1) return;
    const place = { file, row: index + 1, column: columnLetters(stray) };
    throw refusal(place, 'nameless-column', 'a column name above the cell', 'none');
  });
  return columns;
}

/** Position of a column in the table; refused with the columns that are there. */
export function requireColumn(table: Table, name: string): number {
  const position = table.columns.indexOf(name);
  if (position === -1) {
    const found = excerptList(table.columns);
    throw refusal({ file: table.file, row: 1 }, 'missing-column', `a column ${name}`, found);
  }
  return position;
}

/** Refuses every column that is not known, so that a mistyped one is not silently ignored. */
export function refuseUnknownColumns(table: Table, known: readonly string[]): void {
  const unknown = table.columns.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const place = { file: table.file, row: 1, column: unknown };
  throw refusal(place, 'unknown-column', `one of ${known.join(', ')}`, excerpt(unknown));
}

function excerptList(names: readonly string[]): string {
  const most = 12;
  const shown = names
    .slice(0, most)
    .map((name) => excerpt(name))
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** `A`, `Z`, `AA`: as spreadsheets name columns. */
function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
