import { access } from 'node:fs/promises';
import { z } from 'zod';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { readCsvTable } from './csv-table.ts';
import { FrameworkDocument } from './framework-document.ts';
import { readInputFile, type InputFile } from './input-file.ts';
import { readJson } from './read-json.ts';
import { excerpt, refusal } from './refuse.ts';
import { tableOf, type Table } from './table.ts';
import { decodeText } from './text-encoding.ts';
import { WorkbookDocument } from './workbook-document.ts';
import { TABLE_NAMES, type TableName, type Tables } from './workbook-tables.ts';
import { isZip, readXlsxSheets } from './xlsx-sheets.ts';

/** What a file is asked for. */
export type ImportRole = 'framework' | 'data';

/** What a file turned out to be. */
export type ImportSource =
  | { readonly kind: 'workbook'; readonly file: string; readonly content: WorkbookContent }
  | { readonly kind: 'framework'; readonly file: string; readonly document: FrameworkDocument }
  | {
      readonly kind: 'tables';
      readonly file: string;
      /** The table of the role. */
      readonly table: Table;
      /** The other tables of an export that the table belongs to; null for a table that stands alone. */
      readonly export: (Tables & Readonly<Record<'data' | 'framework' | 'workbook', Table>>) | null;
    };

/** A column that each table must have; it tells the delimiter. */
const KEY_COLUMN: Readonly<Record<TableName, string>> = {
  data: 'uCode',
  framework: 'iCode',
  assumptions: 'code',
  series: 'iCode',
  observations: 'id',
  sources: 'id',
  scenarios: 'id',
  overrides: 'scenario',
  weight_sets: 'set',
  workbook: 'key',
};

/** Names that the sheet of a role may have; else it is the first sheet. */
const SHEET_NAMES: Readonly<Record<ImportRole, readonly string[]>> = {
  framework: ['framework', 'imeta'],
  data: ['data', 'idata'],
};

/**
 * Reads a file for import: XLSX, JSON as exported or bundled, or delimited text. The format is told by the content, not
 * by the name.
 *
 * @throws AppError E_INPUT or E_NOT_FOUND naming file and row
 */
export async function readImportSource(path: string, role: ImportRole): Promise<ImportSource> {
  const file = await readInputFile(path);
  if (isZip(file.bytes)) return readXlsxSource(file, role);
  if (isOldExcel(file.bytes)) {
    throw refusal({ file: file.name }, 'old-excel', 'XLSX or CSV', 'the older XLS format');
  }
  const text = decodeText(file);
  if (text.trimStart().startsWith('{')) return readJsonSource(file.name, text, role);
  const table = readCsvTable(text, file.name, KEY_COLUMN[role]);
  return { kind: 'tables', file: file.name, table, export: await readCsvExport(path, role, table) };
}

function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

const AnyFormat = z.looseObject({ format: z.string() });

function readJsonSource(file: string, text: string, role: ImportRole): ImportSource {
  const { format } = readJson(text, file, AnyFormat);
  if (format === 'hengmo-workbook') {
    const {
      format: _format,
      version: _version,
      ...content
    } = readJson(text, file, WorkbookDocument);
    return { kind: 'workbook', file, content };
  }
  if (format === 'hengmo-framework' && role === 'framework') {
    return { kind: 'framework', file, document: readJson(text, file, FrameworkDocument) };
  }
  const formats = role === 'framework' ? 'hengmo-framework or hengmo-workbook' : 'hengmo-workbook';
  throw refusal({ file }, 'unknown-format', `format ${formats}`, excerpt(format));
}

async function readXlsxSource(file: InputFile, role: ImportRole): Promise<ImportSource> {
  const sheets = await readXlsxSheets(file);
  const sheet =
    sheets.find(({ name }) => SHEET_NAMES[role].includes(name.toLowerCase())) ?? sheets[0];
  if (sheet === undefined) throw refusal({ file: file.name }, 'no-sheet', 'a sheet', 'none');
  const named = (sheet: { name: string; rows: readonly (readonly string[])[] }) =>
    tableOf(`${file.name}, sheet ${sheet.name}`, sheet.rows);
  const isExport = ['data', 'framework', 'workbook'].every((name) =>
    sheets.some((each) => each.name === name),
  );
  const tables: Partial<Record<TableName, Table>> = {};
  if (isExport) {
    for (const name of TABLE_NAMES) {
      const part = sheets.find((each) => each.name === name);
      if (part !== undefined) tables[name] = named(part);
    }
  }
  return { kind: 'tables', file: file.name, table: named(sheet), export: whole(tables) };
}

/** The CSV files of one export stand beside each other: `x.csv`, `x.framework.csv`, `x.workbook.csv` and so on. */
async function readCsvExport(path: string, role: ImportRole, table: Table) {
  const ending = role === 'data' ? /\.csv$/iu : /\.framework\.csv$/iu;
  if (!ending.test(path)) return null;
  const stem = path.replace(ending, '');
  const pathOf = (name: TableName) => csvExportPath(stem, name);
  if (!(await isThere(pathOf('workbook')))) return null;
  const tables: Partial<Record<TableName, Table>> = { [role]: table };
  for (const name of TABLE_NAMES) {
    if (tables[name] !== undefined || !(await isThere(pathOf(name)))) continue;
    const file = await readInputFile(pathOf(name));
    tables[name] = readCsvTable(decodeText(file), file.name, KEY_COLUMN[name]);
  }
  return whole(tables);
}

/** Where the CSV export with this stem keeps a table. */
export function csvExportPath(stem: string, name: TableName): string {
  return name === 'data' ? `${stem}.csv` : `${stem}.${name}.csv`;
}

function whole({ data, framework, workbook, ...others }: Tables) {
  if (data === undefined || framework === undefined || workbook === undefined) return null;
  return { ...others, data, framework, workbook };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
