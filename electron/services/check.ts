import { checkWorkbookFile } from '../store/check-workbook.ts';
import { checkCopy } from './check-copy.ts';
import type { Clock, Ids } from './ports.ts';
import { backupsOf } from './workbook-file.ts';

/** Verifies file, schema and history of a workbook; see `checkWorkbookFile`. */
export async function checkWorkbook(
  path: string,
  { dataFolder, clock, ids }: { dataFolder: string; clock: Clock; ids: Ids },
): Promise<{ readonly acts: number }> {
  const backups = backupsOf(path, dataFolder);
  return { acts: await checkWorkbookFile(path, { clock, ids, backups, checkCopy }) };
}
