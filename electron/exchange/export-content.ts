import type { SheetData } from 'write-excel-file/node';
import { AppError } from '../../shared/contract/errors.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { csvPieces } from './csv-text.ts';
import { guardText } from './formula-guard.ts';
import { csvExportPath } from './import-source.ts';
import type { Cell } from './record-table.ts';
import { refusal } from './refuse.ts';
import { writeWorkbookDocument } from './workbook-document.ts';
import { TABLE_NAMES, writeTables } from './workbook-tables.ts';
import { writeFilesWhole, type WholeFile } from './write-file.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'json';

/** Longest text that a spreadsheet cell holds. */
const LONGEST_CELL = 32_767;

/** A sheet holds about a million rows, but beyond this neither we nor a spreadsheet opens it in reasonable time. */
const MOST_SHEET_ROWS = 200_000;

/**
 * Writes everything in a workbook but its history, so that `readImport` gives it back. CSV takes one file per table: the
 * data at the given path, the others beside it. Text that a spreadsheet would run as a formula is made harmless.
 *
 * @returns paths and sizes of the files written, the given one first
 * @throws AppError E_STORAGE when they cannot be written; then none is
 */
export async function writeExport(
  content: WorkbookContent,
  format: ExportFormat,
  path: string,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  return writeFilesWhole(await exportFiles(content, format, path));
}

async function exportFiles(
  content: WorkbookContent,
  format: ExportFormat,
  path: string,
): Promise<WholeFile[]> {
  switch (format) {
    case 'json':
      return [{ path, content: writeWorkbookDocument(content) }];
    case 'xlsx':
      return [{ path, content: [await xlsxOf(content)] }];
    case 'csv': {
      const tables = writeTables(content);
      const stem = path.replace(/\.csv$/iu, '');
      return TABLE_NAMES.map((name) => ({
        path: name === 'data' ? path : csvExportPath(stem, name),
        content: withMark(csvPieces(tables[name])),
      }));
    }
  }
}

/** With the byte order mark by which spreadsheets know that it is UTF-8. */
function* withMark(pieces: Iterable<string>): Generator<string> {
  yield '\uFEFF';
  yield* pieces;
}

async function xlsxOf(content: WorkbookContent): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  if (content.observations.length > MOST_SHEET_ROWS) {
    throw new AppError(
      'E_UNSUPPORTED',
      `expected at most ${MOST_SHEET_ROWS} observations for XLSX, found ${content.observations.length}; export to CSV or JSON`,
      { reason: 'too-many-rows', found: String(content.observations.length) },
    );
  }
  const tables = writeTables(content);
  const sheets = TABLE_NAMES.map((sheet) => ({
    sheet,
    stickyRowsCount: 1,
    data: tables[sheet].map((row, index) =>
      row.map((cell) => xlsxCell(cell, sheet, index)),
    ) satisfies SheetData,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function xlsxCell(cell: Cell, sheet: string, row: number) {
  if (cell === null || cell === '') return null;
  if (typeof cell !== 'string') return cell;
  const text = guardText(cell);
  if (text.length > LONGEST_CELL) {
    const place = { file: `sheet ${sheet}`, row: row + 1 };
    const expected = `at most ${LONGEST_CELL} characters in a cell (export to JSON instead)`;
    throw refusal(place, 'cell-too-long', expected, `${text.length}`);
  }
  return row === 0 ? { value: text, fontWeight: 'bold' as const } : text;
}
