import type { AppError } from '../../shared/contract/errors.ts';
import { unguardText } from './formula-guard.ts';
import type { InputFile } from './input-file.ts';
import { refusal } from './refuse.ts';
import { unpackedSize } from './zip-size.ts';

const MOST_UNPACKED_BYTES = 600 * 1024 * 1024;

export interface Sheet {
  readonly name: string;
  /** All rows from the first, of equal length. */
  readonly rows: readonly (readonly string[])[];
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Sheets of an XLSX file as text. A cell whose formula failed (`#DIV/0!`) holds no value and reads as empty.
 *
 * @throws AppError E_INPUT when the archive is damaged or unpacks to more than 600 MB
 */
export async function readXlsxSheets({ name, bytes }: InputFile): Promise<readonly Sheet[]> {
  const size = unpackedSize(bytes);
  if (size === null) throw damaged(name);
  if (size > MOST_UNPACKED_BYTES) {
    const megabytes = (size: number) => `${Math.round(size / (1024 * 1024))} MB`;
    const expected = `at most ${megabytes(MOST_UNPACKED_BYTES)} when unpacked`;
    throw refusal({ file: name }, 'file-too-large', expected, megabytes(size));
  }
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(cellText)),
    }));
  } catch (cause) {
    throw damaged(name, cause);
  }
}

function damaged(file: string, cause?: unknown): AppError {
  return refusal({ file }, 'xlsx-damaged', 'an XLSX workbook', 'a damaged or different file', {
    cause,
  });
}

function cellText(cell: unknown): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return unguardText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/u, '');
  return String(cell);
}
