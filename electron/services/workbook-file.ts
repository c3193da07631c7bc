import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createBackupFolder, type BackupFolder } from '../store/backup.ts';
import { openWorkbook, type OpenWorkbook } from '../store/open.ts';
import type { Clock, Ids } from './ports.ts';

/** Opens a workbook for one piece of work and folds it into its file afterwards, whatever happens. */
export async function withWorkbook<Result>(
  path: string,
  { dataFolder, clock, ids }: { dataFolder: string; clock: Clock; ids: Ids },
  work: (workbook: OpenWorkbook) => Promise<Result>,
): Promise<Result> {
  const backups = backupsOf(path, dataFolder);
  const workbook = await openWorkbook(path, { clock, ids, backups });
  try {
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
