import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { createWorkbook } from '../store/create.ts';
import type { Clock, Ids } from './ports.ts';

/**
 * Writes a workbook to a place where no file is: without a person to ask, nothing is replaced.
 *
 * @throws AppError E_PRECONDITION when something stands there already, E_STORAGE when it cannot be written
 */
export async function writeNewWorkbook(
  path: string,
  content: WorkbookContent,
  surroundings: { readonly clock: Clock; readonly ids: Ids },
): Promise<void> {
  await refuseTakenPath(path);
  await createWorkbook(path, content, surroundings);
}

/** Asked before long work, too, so that a taken name or a wrong folder is told at once. */
export async function refuseTakenPath(path: string): Promise<void> {
  const file = basename(path);
  if (await isThere(path)) {
    throw new AppError(
      'E_PRECONDITION',
      `${file}: expected a name that is not taken, found an existing file; choose another or remove it`,
      { reason: 'file-exists', file },
    );
  }
  if (!(await isThere(dirname(path)))) {
    throw new AppError('E_STORAGE', `${file}: the folder does not exist`, {
      reason: 'folder-missing',
      file,
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
