import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { createBackupFolder, type BackupFolder } from '../store/backup.ts';
import { openForReading, type OpenWorkbook } from '../store/open.ts';
import { checkCopy } from './check-copy.ts';
import type { Clock, Ids } from './ports.ts';

/**
 * Opens a workbook for one piece of work that only reads: the file stays as it is, and others may read it meanwhile.
 *
 * @throws AppError E_STORAGE for a damaged workbook, even if it can be read; what opening refuses
 */
export async function withWorkbook<Result>(
  path: string,
  { dataFolder, clock, ids }: { dataFolder: string; clock: Clock; ids: Ids },
  work: (workbook: OpenWorkbook) => Promise<Result>,
): Promise<Result> {
  const backups = backupsOf(path, dataFolder);
  const workbook = await openForReading(path, { clock, ids, backups, checkCopy });
  try {
    if (workbook.readOnly === 'damaged') {
      const file = basename(path);
      throw new AppError(
        'E_STORAGE',
        `${file} is damaged: its figures may be wrong; "hengmo check" says where, and the workbench offers its backups`,
        { reason: 'damaged', file },
      );
    }
    return await work(workbook);
  } finally {
    await workbook.close();
  }
}

/** The backups of the workbook at a path; two files of one name in different folders have their own. */
export function backupsOf(path: string, dataFolder: string): BackupFolder {
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32);
  return createBackupFolder(join(dataFolder, 'backups', name));
}
