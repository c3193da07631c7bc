import { basename, resolve } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { writeExport, type ExportFormat } from '../exchange/export-content.ts';
import { readContent } from '../store/content.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';

/**
 * Writes everything in the workbook but its history; see `writeExport`.
 *
 * @returns the files written, the one at `path` first
 */
export async function exportWorkbook(
  workbook: OpenWorkbook,
  format: ExportFormat,
  path: string,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  if (resolve(path) === resolve(workbook.path)) {
    throw new AppError('E_PRECONDITION', 'an export must not replace the workbook it is made of', {
      reason: 'export-over-workbook',
      file: basename(path),
    });
  }
  return writeExport(readContent(workbook.reader), format, path);
}

export function createExportService({
  session,
  tokens,
}: Pick<ServiceContext, 'session' | 'tokens'>): Pick<Handlers, 'export.run'> {
  return {
    'export.run': async ({ format, token }, { connection }) => {
      const path = tokens.use(token, `save-${format}`, connection);
      const files = await exportWorkbook(session.current(), format, path);
      return {
        fileName: basename(path),
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
  };
}
