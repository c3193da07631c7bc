import { basename, resolve } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { writeFilesWhole } from '../exchange/write-file.ts';

/**
 * Writes a result whole or not at all; an older file of that name is replaced.
 *
 * @throws AppError E_STORAGE when it cannot be written
 */
export async function writeOutput(path: string, content: string): Promise<void> {
  await writeFilesWhole([{ path, content: [content] }]);
}

/** A result must not replace the workbook that it comes from. */
export function refuseOverWorkbook(path: string, workbookPath: string): void {
  if (resolve(path) !== resolve(workbookPath)) return;
  const file = basename(path);
  throw new AppError('E_PRECONDITION', `${file}: expected another file than the workbook itself`, {
    file,
    reason: 'output-over-workbook',
  });
}
