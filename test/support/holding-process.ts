/** Opens the workbook named on the command line, says so, and holds it until it is told to end on stdin. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createBackupFolder } from '../../electron/store/backup.ts';
import { findDamageInFile } from '../../electron/store/integrity.ts';
import { openWorkbook } from '../../electron/store/open.ts';

const [, , path = ''] = process.argv;
const workbook = await openWorkbook(path, {
  clock: () => new Date(),
  ids: randomUUID,
  backups: createBackupFolder(join(dirname(path), 'backups')),
  checkCopy: async (copy: string) => findDamageInFile(copy),
});
process.stdout.write('open\n');
await once(process.stdin, 'data');
await workbook.close();
process.exit(0);
