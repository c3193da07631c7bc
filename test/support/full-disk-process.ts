/**
 * Works on a workbook in the folder named on the command line, a file system of its own, until that is full, and says as
 * JSON on stdout what happened. The test that starts it judges.
 */
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbookFile } from '../../electron/store/check-workbook.ts';
import { createBackupFolder } from '../../electron/store/backup.ts';
import { findDamageInFile } from '../../electron/store/integrity.ts';
import { createWorkbook } from '../../electron/store/create.ts';
import { openWorkbook, type OpenWorkbook } from '../../electron/store/open.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { createCountedIds } from './counted-ids.ts';
import { createSettableClock } from './settable-clock.ts';
import { smallContent } from './small-content.ts';

const [, , folder = ''] = process.argv;
const path = join(folder, 'book.hengmo');
const ballast = join(folder, 'ballast');
const options = {
  clock: createSettableClock(),
  ids: createCountedIds(),
  backups: createBackupFolder(join(folder, 'backups')),
  checkCopy: async (copy: string) => findDamageInFile(copy),
};

function act(workbook: OpenWorkbook): void {
  const next = workbook.revision + 1;
  workbook.commit(
    {
      kind: 'test.act',
      parameters: {},
      touched: ['observations'],
      baseRevision: workbook.revision,
    },
    (writer) => {
      const copied = workbook.reader.row<Record<string, string | number | null>>(
        'SELECT * FROM observation WHERE number = 1',
      );
      const note = 'long '.repeat(2000);
      writer.insert('observation', {
        ...copied,
        number: 1000 + next,
        id: `n-${next}`,
        adopted: 0,
        note,
      });
    },
  );
}

async function outcome(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.details.reason}` : String(error);
  }
}

const count = (workbook: OpenWorkbook) =>
  workbook.reader.rows('SELECT 1 FROM observation WHERE number > 1000').length;

const { bavail, bsize } = statfsSync(folder);
writeFileSync(ballast, Buffer.alloc(bavail * bsize - 700_000));
await createWorkbook(path, smallContent(), options);
const first = await openWorkbook(path, options);
let acts = 0;
let whenFull = 'done';
while (whenFull === 'done') {
  whenFull = await outcome(() => act(first));
  if (whenFull === 'done') acts += 1;
}
const afterFailure = { revision: first.revision, rows: count(first) };
const copyWhenFull = await outcome(() => first.copyTo(join(folder, 'copy.hengmo')));
const closeWhenFull = await outcome(() => first.close());
const beforeReplacing = readFileSync(path);
const replaceWhenFull = await outcome(() =>
  createWorkbook(join(folder, 'other.hengmo'), smallContent(), options),
);
const kept = readFileSync(path).equals(beforeReplacing);
const leftBehind = readdirSync(folder).filter((name) => /partial|copy|other/.test(name));

const second = await openWorkbook(path, options);
const reopened = { revision: second.revision, rows: count(second), readOnly: second.readOnly };
rmSync(ballast);
const whenRoomAgain = await outcome(() => act(second));
await second.close();
const sideFiles = readdirSync(folder).filter((name) => name.includes('-wal'));
const checked = await checkWorkbookFile(path, options);

process.stdout.write(
  JSON.stringify({
    acts,
    whenFull,
    afterFailure,
    copyWhenFull,
    closeWhenFull,
    replaceWhenFull,
    kept,
    leftBehind,
    reopened,
    whenRoomAgain,
    sideFiles,
    checked,
  }),
);
