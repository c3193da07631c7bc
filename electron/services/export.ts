import { basename } from 'node:path';
import type { ExportFormat } from '../exchange/export-content.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { refuseOverWorkbook } from './output-file.ts';

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
  refuseOverWorkbook(path, workbook.path);
  const { writeExport } = await import('../exchange/export-content.ts');
  const { readContent } = await import('../store/content.ts');
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
