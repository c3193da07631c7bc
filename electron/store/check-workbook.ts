import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { createOperationLog } from '../oplog/operation-log.ts';
import { findAnyDamage, findSchemaDifference } from './integrity.ts';
import { openForReading, type OpenOptions } from './open.ts';
import { createReader } from './reader.ts';
import { readWorkbookRow } from './repositories/workbook-row.ts';
import { CURRENT_SCHEMA } from './schema.ts';
import { damaged, guarded } from './storage-error.ts';

/**
 * Looks at everything that can be wrong with a workbook file: every page, index and reference, the schema, and the
 * hashes of its history. What a crash left beside it is brought in order first.
 *
 * @returns the number of acts in its history
 * @throws AppError E_STORAGE (`damaged`) naming the first problem; what `openForReading` refuses
 */
export async function checkWorkbookFile(path: string, options: OpenOptions): Promise<number> {
  const file = basename(path);
  const workbook = await openForReading(path, options);
  await workbook.close();
  return guarded(file, () => {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      database.pragma('trusted_schema = OFF');
      const problem = findAnyDamage(database) ?? findSchemaDifference(database, CURRENT_SCHEMA);
      if (problem !== null) throw damaged(file, problem);
      const log = createOperationLog(database, readWorkbookRow(createReader(database)).uid);
      const broken = log.firstProblem();
      if (broken !== null) {
        throw damaged(file, `entry ${broken.sequence} of its history: ${broken.problem}`);
      }
      return log.length();
    } finally {
      database.close();
    }
  });
}
