import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../../electron/store/content.ts';
import { openWorkbook } from '../../../electron/store/open.ts';
import { CURRENT_SCHEMA, type Migration, type Schema } from '../../../electron/store/schema.ts';
import { smallContent } from '../../support/small-content.ts';
import { createStoreFiles, type StoreFiles } from '../../support/store-files.ts';

/** Written by the first version from `smallContent`, with one act that names the author Grace; kept ever since. */
const FIRST_VERSION = fileURLToPath(new URL('../../fixtures/workbook-v1.hengmo', import.meta.url));

let files: StoreFiles;

beforeEach(() => {
  files = createStoreFiles();
  copyFileSync(FIRST_VERSION, files.path);
});
afterEach(() => files.remove());

const addColour: Migration = {
  version: CURRENT_SCHEMA.version + 1,
  up: (database) =>
    void database.exec("ALTER TABLE unit ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"),
};
const addTable: Migration = {
  version: CURRENT_SCHEMA.version + 2,
  up: (database) => {
    database.exec('CREATE TABLE remark (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
    database.exec("INSERT INTO remark (text) SELECT 'about ' || code FROM unit ORDER BY number");
  },
};

/** A schema that does not exist yet, made from today's: what the next versions will look like. */
function later(migrations: readonly Migration[]): Schema {
  return {
    version: migrations.at(-1)?.version ?? CURRENT_SCHEMA.version,
    create: (database: Database.Database) => {
      CURRENT_SCHEMA.create(database);
      for (const { up } of migrations) up(database);
    },
    migrations: [...CURRENT_SCHEMA.migrations, ...migrations],
  };
}

const backups = () => readdirSync(join(files.folder, 'backups'));

test('a file of the first version opens today with everything that was in it', async () => {
  const workbook = await files.open();
  const content = readContent(workbook.reader);
  expect(content).toEqual({ ...smallContent(), shipped: content.shipped, author: 'Grace' });
  expect(content.weightSets).toEqual([]);
  expect(workbook.revision).toBe(1);
  await workbook.close();
});

describe('an older file', () => {
  test('climbs all steps in one go, after a backup, and keeps what was in it', async () => {
    const before = readFileSync(files.path);
    const workbook = await files.open(files.path, later([addColour, addTable]));
    expect(workbook.reader.rows('SELECT code, colour FROM unit')).toEqual([
      { code: 'a', colour: 'grey' },
      { code: 'b', colour: 'grey' },
      { code: 'c', colour: 'grey' },
    ]);
    expect(workbook.reader.rows('SELECT text FROM remark')).toHaveLength(3);
    expect(readContent(workbook.reader).observations).toEqual(smallContent().observations);
    expect(workbook.undo(workbook.revision)).toBe(2);
    await workbook.close();

    const [backup = ''] = backups();
    expect(backups()).toHaveLength(1);
    // The same pages; only the header's counters differ.
    expect(readFileSync(join(files.folder, 'backups', backup)).subarray(100)).toEqual(
      before.subarray(100),
    );
  });

  test('needs no second backup when it is opened again', async () => {
    for (let opening = 0; opening < 2; opening += 1) {
      await (await files.open(files.path, later([addColour]))).close();
    }
    expect(backups()).toHaveLength(1);
  });

  test('that a step fails on stays as it was', async () => {
    const before = readFileSync(files.path);
    const broken: Migration = {
      version: addTable.version,
      up: () => {
        throw new Error('this step is wrong');
      },
    };
    await expect(files.open(files.path, later([addColour, broken]))).rejects.toMatchObject({
      code: 'E_STORAGE',
      details: { reason: 'migration-failed', found: '1' },
    });
    expect(readFileSync(files.path)).toEqual(before);
  });

  test('whose migrated tables are not those of a new file stays as it was', async () => {
    const before = readFileSync(files.path);
    const honest = later([addColour]);
    const forgetful: Schema = {
      ...honest,
      migrations: [{ version: addColour.version, up: () => undefined }],
    };
    await expect(files.open(files.path, forgetful)).rejects.toMatchObject({
      details: { reason: 'migration-failed' },
      cause: { message: expect.stringContaining('"unit" is not as expected') },
    });
    expect(readFileSync(files.path)).toEqual(before);
  });

  test('whose references no longer hold stays as it was', async () => {
    const before = readFileSync(files.path);
    const careless: Migration = {
      version: addColour.version,
      up: (database) => {
        addColour.up(database);
        database.exec("DELETE FROM source WHERE id = 'paper'");
      },
    };
    await expect(files.open(files.path, later([careless]))).rejects.toMatchObject({
      details: { reason: 'migration-failed' },
    });
    expect(readFileSync(files.path)).toEqual(before);
  });

  test('whose backup cannot be made is not touched', async () => {
    const before = readFileSync(files.path);
    const unwritable = {
      ...files.options,
      backups: { ...files.options.backups, place: () => '/dev/null/no-such-folder/backup.hengmo' },
    };
    await expect(openWorkbook(files.path, unwritable, later([addColour]))).rejects.toThrow(
      'ENOTDIR',
    );
    expect(readFileSync(files.path)).toEqual(before);
  });
});
