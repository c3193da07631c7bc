/**
 * Makes acts on the workbook named on the command line until it is killed, and says each that is done on stdout. Every
 * act sets the weight of all nodes to its revision and adds one observation of a few pages, so that half an act shows.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createBackupFolder } from '../../electron/store/backup.ts';
import { findDamageInFile } from '../../electron/store/integrity.ts';
import { openWorkbook } from '../../electron/store/open.ts';

const [, , path = ''] = process.argv;
const options = {
  clock: () => new Date(),
  ids: randomUUID,
  backups: createBackupFolder(join(dirname(path), 'backups')),
  checkCopy: async (copy: string) => findDamageInFile(copy),
};

/** So that closing and opening are hit, too. */
const ACTS_BETWEEN_OPENINGS = 9;

for (;;) {
  const workbook = await openWorkbook(path, options);
  const nodes = workbook.reader.rows<{ number: number }>('SELECT number FROM node');
  for (let act = 0; act < ACTS_BETWEEN_OPENINGS; act += 1) {
    const next = workbook.revision + 1;
    workbook.commit(
      {
        kind: 'test.act',
        parameters: { next },
        touched: ['framework', 'observations'],
        baseRevision: workbook.revision,
      },
      (writer) => {
        for (const { number } of nodes) writer.update('node', { number }, { weight: next });
        const copied = workbook.reader.row<Record<string, string | number | null>>(
          'SELECT * FROM observation WHERE number = 1',
        );
        writer.insert('observation', {
          ...copied,
          number: 1000 + next,
          id: `written-${next}`,
          adopted: 0,
          note: 'long '.repeat(2000),
        });
      },
    );
    writeSync(1, `${next}\n`);
  }
  await workbook.close();
}
