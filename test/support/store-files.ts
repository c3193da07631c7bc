import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackupFolder } from '../../electron/store/backup.ts';
import { findDamageInFile } from '../../electron/store/integrity.ts';
import { createWorkbook } from '../../electron/store/create.ts';
import { openWorkbook, type OpenOptions, type OpenWorkbook } from '../../electron/store/open.ts';
import type { Schema } from '../../electron/store/schema.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { createCountedIds } from './counted-ids.ts';
import { createSettableClock } from './settable-clock.ts';
import { smallContent } from './small-content.ts';

/** A temporary folder with a workbook in it, and what the store needs. */
export interface StoreFiles {
  readonly folder: string;
  readonly path: string;
  readonly options: OpenOptions;
  create(path?: string, content?: WorkbookContent): Promise<void>;
  open(path?: string, schema?: Schema): Promise<OpenWorkbook>;
  remove(): void;
}

export function createStoreFiles(): StoreFiles {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-store-'));
  const path = join(folder, 'book.hengmo');
  const options: OpenOptions = {
    clock: createSettableClock(),
    ids: createCountedIds(),
    backups: createBackupFolder(join(folder, 'backups')),
    checkCopy: async (copy) => findDamageInFile(copy),
  };
  return {
    folder,
    path,
    options,
    create: (at = path, content = smallContent()) => createWorkbook(at, content, options),
    open: (at = path, schema) => openWorkbook(at, options, schema),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
