import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkCopy } from '../../../electron/services/check-copy.ts';
import { checkWorkbook } from '../../../electron/services/check.ts';
import { sampleContent } from '../../../electron/services/sample.ts';
import { withWorkbook } from '../../../electron/services/workbook-file.ts';
import { createBackupFolder } from '../../../electron/store/backup.ts';
import { createWorkbook } from '../../../electron/store/create.ts';
import { openWorkbook } from '../../../electron/store/open.ts';
import { readWorkbookRow, writeAuthor } from '../../../electron/store/repositories/workbook-row.ts';
import { createCountedIds } from '../../support/counted-ids.ts';

const clock = () => new Date('2026-01-02T03:04:05.000Z');
const ids = createCountedIds();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengmo-reading-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function openSample() {
  const path = join(folder, 'sample.hengmo');
  const resources = resolve(import.meta.dirname, '../../../resources');
  await createWorkbook(path, await sampleContent(resources, 'zh', clock), { clock, ids });
  const backups = createBackupFolder(join(folder, 'backups'));
  return openWorkbook(path, { clock, ids, backups, checkCopy });
}

const surroundings = () => ({ dataFolder: folder, clock, ids });

it('reads what a crash left in the log beside the file, and folds it in', async () => {
  const workbook = await openSample();
  workbook.commit(
    { kind: 'workbook.setAuthor', parameters: {}, touched: [], baseRevision: workbook.revision },
    (writer) => writeAuthor(writer, '李明'),
  );
  // What is on the disk at this moment is what a killed process leaves.
  const crashed = join(folder, 'crashed.hengmo');
  await copyFile(workbook.path, crashed);
  await copyFile(`${workbook.path}-wal`, `${crashed}-wal`);
  await workbook.close();

  const author = await withWorkbook(
    crashed,
    surroundings(),
    async ({ reader }) => readWorkbookRow(reader).author,
  );
  expect(author).toBe('李明');
  expect((await readdir(folder)).filter((name) => name.startsWith('crashed'))).toEqual([
    'crashed.hengmo',
  ]);
  expect(await checkWorkbook(crashed, surroundings())).toEqual({ acts: 1 });
});

it('waits for nobody: a workbook that is open in the workbench is refused', async () => {
  const workbook = await openSample();
  await expect(withWorkbook(workbook.path, surroundings(), async () => null)).rejects.toMatchObject(
    { code: 'E_BUSY' },
  );
  await workbook.close();
  await expect(withWorkbook(workbook.path, surroundings(), async () => 'read')).resolves.toBe(
    'read',
  );
});
