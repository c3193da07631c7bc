import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { createRowStatements } from '../oplog/row-writer.ts';
import { writeContent, type NewWorkbook } from './content.ts';
import { APPLICATION_ID, CURRENT_SCHEMA } from './schema.ts';
import { replaceDatabase } from './replace-file.ts';
import { storageError } from './storage-error.ts';

/**
 * Writes a new workbook file as a whole: nothing stands at `path` before all of it is on the disk. A file that is there
 * already is replaced, unless it is open somewhere.
 *
 * @param content checked, see `writeContent`
 * @throws AppError E_BUSY (`target-is-open`), E_STORAGE
 */
export async function createWorkbook(
  path: string,
  content: NewWorkbook,
  { clock, ids }: { readonly clock: () => Date; readonly ids: () => string },
): Promise<void> {
  try {
    await replaceDatabase(path, (partial) =>
      fill(partial, content, { uid: ids(), createdAt: clock().toISOString() }),
    );
  } catch (error) {
    throw storageError(error, basename(path));
  }
}

function fill(
  path: string,
  content: NewWorkbook,
  workbook: { readonly uid: string; readonly createdAt: string },
): void {
  const database = new Database(path);
  try {
    // The file has no name that counts until it is whole and on the disk: nothing need protect it before.
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = ON');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${CURRENT_SCHEMA.version}`);
    database
      .transaction(() => {
        CURRENT_SCHEMA.create(database);
        writeContent(createRowStatements(database), content, workbook);
      })
      .immediate();
  } finally {
    database.close();
  }
}
