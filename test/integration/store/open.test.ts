import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWorkbookFile } from '../../../electron/store/check-workbook.ts';
import { readContent } from '../../../electron/store/content.ts';
import { createWorkbook } from '../../../electron/store/create.ts';
import type { OpenWorkbook } from '../../../electron/store/open.ts';
import { writeAuthor } from '../../../electron/store/repositories/workbook-row.ts';
import { APPLICATION_ID, CURRENT_SCHEMA } from '../../../electron/store/schema.ts';
import { smallContent } from '../../support/small-content.ts';
import { createStoreFiles, type StoreFiles } from '../../support/store-files.ts';

const holder = fileURLToPath(new URL('../../support/holding-process.ts', import.meta.url));

let files: StoreFiles;

beforeEach(async () => {
  files = createStoreFiles();
  await files.create();
});
afterEach(() => files.remove());

function act(workbook: OpenWorkbook, author = 'Grace'): void {
  workbook.commit(
    {
      kind: 'workbook.setAuthor',
      parameters: { author },
      touched: ['settings'],
      baseRevision: workbook.revision,
    },
    (writer) => writeAuthor(writer, author),
  );
}

/** Changes the file behind the store's back. */
function tamper(change: (database: Database.Database) => void): void {
  const database = new Database(files.path);
  change(database);
  database.close();
}

describe('a sound workbook', () => {
  test('is one file when it is closed, and WAL with full synchronisation while it is open', async () => {
    const workbook = await files.open();
    act(workbook);
    expect(existsSync(`${files.path}-wal`)).toBe(true);
    const pragma = (name: string) => workbook.reader.row<Record<string, unknown>>(`PRAGMA ${name}`);
    expect(pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    expect(pragma('trusted_schema')).toEqual({ trusted_schema: 0 });
    await workbook.close();
    expect(readdirSync(files.folder)).toEqual(['book.hengmo']);
    // The header says that any program may read it without a log beside it.
    expect([...readFileSync(files.path).subarray(18, 20)]).toEqual([1, 1]);
  });

  test('holds what it was created from', async () => {
    const workbook = await files.open();
    const { shipped, ...content } = readContent(workbook.reader);
    await workbook.close();
    const { shipped: _none, ...created } = smallContent();
    expect(content).toEqual(created);
    expect(shipped).toEqual({
      weights: created.framework.nodes.map(({ weight }) => weight),
      method: created.method,
    });
    expect(await checkWorkbookFile(files.path, files.options)).toBe(0);
  });
});

describe('what is no workbook', () => {
  test.each<[string, string | Buffer, string, string]>([
    ['an empty file', '', 'E_INPUT', 'not-a-workbook'],
    ['a text', 'dear diary\n'.repeat(1000), 'E_INPUT', 'not-a-workbook'],
    ['a short text', 'x', 'E_INPUT', 'not-a-workbook'],
    ['zeros', Buffer.alloc(50_000), 'E_INPUT', 'not-a-workbook'],
  ])('%s is refused', async (_what, content, code, reason) => {
    const path = join(files.folder, 'other.hengmo');
    writeFileSync(path, content);
    const before = readFileSync(path);
    await expect(files.open(path)).rejects.toMatchObject({ code, details: { reason } });
    expect(readFileSync(path)).toEqual(before);
  });

  test('a database of another program is refused and left alone', async () => {
    const path = join(files.folder, 'other.sqlite');
    const database = new Database(path);
    database.exec('CREATE TABLE secret (text TEXT)');
    database.close();
    const before = readFileSync(path);
    await expect(files.open(path)).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason: 'not-a-workbook', found: 'a file of another program' },
    });
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(files.folder)).toEqual(['book.hengmo', 'other.sqlite']);
  });

  test('a folder and a file that is not there are refused', async () => {
    mkdirSync(join(files.folder, 'folder.hengmo'));
    await expect(files.open(join(files.folder, 'folder.hengmo'))).rejects.toMatchObject({
      code: 'E_INPUT',
    });
    await expect(files.open(join(files.folder, 'none.hengmo'))).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      details: { reason: 'file-missing' },
    });
    expect(existsSync(join(files.folder, 'none.hengmo'))).toBe(false);
  });
});

test('a workbook of a newer version is refused and left alone', async () => {
  tamper((database) => database.pragma('user_version = 99'));
  const before = readFileSync(files.path);
  await expect(files.open()).rejects.toMatchObject({
    code: 'E_DB_TOO_NEW',
    details: { reason: 'too-new', found: '99', expected: String(CURRENT_SCHEMA.version) },
  });
  expect(readFileSync(files.path)).toEqual(before);
  expect(readdirSync(files.folder)).toEqual(['book.hengmo']);
});

describe('a damaged workbook', () => {
  /** Overwrites the pages that hold a text, in the middle of the file. */
  function spoil(text: string): void {
    const bytes = readFileSync(files.path);
    const at = bytes.indexOf(text);
    expect(at).toBeGreaterThan(4096);
    const page = at - (at % 4096);
    bytes.fill(0xa5, page, page + 4096);
    writeFileSync(files.path, bytes);
  }

  test('opens read-only when its framework can still be read, and is not made worse', async () => {
    spoil('a-users-conflict');
    const before = readFileSync(files.path);
    const workbook = await files.open();
    expect(workbook.readOnly).toBe('damaged');
    expect(workbook.reader.rows('SELECT code FROM unit')).toHaveLength(3);
    expect(() => act(workbook)).toThrow(
      expect.objectContaining({
        code: 'E_PRECONDITION',
        details: expect.objectContaining({ reason: 'damaged' }),
      }),
    );
    await workbook.close();
    expect(readFileSync(files.path)).toEqual(before);
    await expect(checkWorkbookFile(files.path, files.options)).rejects.toMatchObject({
      code: 'E_STORAGE',
      details: { reason: 'damaged' },
    });
  });

  test('is refused when its framework cannot be read', async () => {
    spoil('Small framework');
    const before = readFileSync(files.path);
    await expect(files.open()).rejects.toMatchObject({
      code: 'E_STORAGE',
      details: { reason: 'damaged' },
    });
    expect(readFileSync(files.path)).toEqual(before);
  });

  test.each([0.9, 0.5, 0.1])(
    'cut off at %d of its length is not opened for writing',
    async (part) => {
      truncateSync(files.path, Math.floor(statSync(files.path).size * part));
      const before = readFileSync(files.path);
      const found = await files.open().then(
        async (workbook) => {
          await workbook.close();
          return workbook.readOnly;
        },
        (error) => error.details.reason,
      );
      expect(found).toBe('damaged');
      expect(readFileSync(files.path)).toEqual(before);
    },
  );

  test.each<[string, (database: Database.Database) => void]>([
    [
      'a trigger',
      (database) =>
        database.exec('CREATE TRIGGER t AFTER INSERT ON op_log BEGIN DELETE FROM unit; END'),
    ],
    ['a view', (database) => database.exec('CREATE VIEW v AS SELECT 1')],
    ['a missing index', (database) => database.exec('DROP INDEX observation_cell')],
    ['a missing column', (database) => database.exec('ALTER TABLE unit DROP COLUMN attributes')],
  ])('with %s that does not belong there is not opened for writing', async (_what, change) => {
    tamper(change);
    const found = await files.open().then(
      async (workbook) => {
        await workbook.close();
        return workbook.readOnly;
      },
      (error) => error.details.reason,
    );
    expect(found).toBe('damaged');
  });

  test.each<[string, string, string]>([
    ['a changed entry', "UPDATE op_log SET author = 'Mallory' WHERE seq = 2", 'wrong-hash'],
    ['a removed entry', 'DELETE FROM op_log WHERE seq = 2', 'gap'],
    [
      'an entry put on another',
      "UPDATE op_log SET parent_hash = 'x' WHERE seq = 2",
      'wrong-parent',
    ],
  ])('whose history has %s is found by the check', async (_what, sql, problem) => {
    const workbook = await files.open();
    for (const author of ['one', 'two', 'three']) act(workbook, author);
    await workbook.close();
    expect(await checkWorkbookFile(files.path, files.options)).toBe(3);
    tamper((database) => {
      database.pragma('foreign_keys = OFF');
      database.exec(sql);
    });
    await expect(checkWorkbookFile(files.path, files.options)).rejects.toThrow(problem);
  });
});

describe('a write-protected workbook', () => {
  const isRoot = process.getuid?.() === 0;
  const NOBODY = 65534;

  /** Runs as an ordinary user where root would not be bound by permissions. */
  async function asOrdinaryUser<Value>(work: () => Promise<Value>): Promise<Value> {
    if (!isRoot) return work();
    process.seteuid?.(NOBODY);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  }

  const possible = process.platform !== 'win32';
  if (!possible) console.log('write protection: skipped, permissions work differently here');

  test.skipIf(!possible).each([
    ['a file that may only be read', 0o444, 0o777],
    ['a folder in which nothing may be put', 0o666, 0o555],
    ['both', 0o444, 0o555],
  ])('%s opens read-only', async (_what, fileMode, folderMode) => {
    chmodSync(files.path, fileMode);
    chmodSync(files.folder, folderMode);
    const before = readFileSync(files.path);
    await asOrdinaryUser(async () => {
      const workbook = await files.open();
      expect(workbook.readOnly).toBe('write-protected');
      expect(readContent(workbook.reader).observations).toHaveLength(12);
      expect(() => act(workbook)).toThrow(
        expect.objectContaining({
          code: 'E_PRECONDITION',
          details: expect.objectContaining({ reason: 'write-protected' }),
        }),
      );
      await workbook.close();
    });
    chmodSync(files.folder, 0o700);
    expect(readFileSync(files.path)).toEqual(before);
    expect(readdirSync(files.folder)).toEqual(['book.hengmo']);
  });

  test.skipIf(!possible)('a file that may not even be read is refused', async () => {
    chmodSync(files.path, 0o000);
    chmodSync(files.folder, 0o777);
    await asOrdinaryUser(() =>
      expect(files.open()).rejects.toMatchObject({
        code: 'E_STORAGE',
        details: { reason: 'io-error' },
      }),
    );
  });
});

describe('opened twice', () => {
  test('in one process, the second is refused and the first works on', async () => {
    const workbook = await files.open();
    await expect(files.open()).rejects.toMatchObject({
      code: 'E_BUSY',
      details: { reason: 'open-elsewhere' },
    });
    act(workbook);
    await workbook.close();
    const again = await files.open();
    expect(again.revision).toBe(1);
    await again.close();
  });

  test('in two processes, the second is refused until the first has ended or was killed', async () => {
    for (const end of ['asked', 'killed']) {
      const child = spawn(process.execPath, [holder, files.path], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await expect(files.open()).rejects.toMatchObject({
        code: 'E_BUSY',
        details: { reason: 'open-elsewhere' },
      });
      await expect(createWorkbook(files.path, smallContent(), files.options)).rejects.toMatchObject(
        {
          code: 'E_BUSY',
          details: { reason: 'target-is-open' },
        },
      );
      if (end === 'asked') child.stdin.write('end\n');
      else child.kill('SIGKILL');
      await once(child, 'close');
      const workbook = await files.open();
      act(workbook, end);
      await workbook.close();
    }
  });
});

describe('creating', () => {
  test('replaces a file with the new workbook alone, whatever log the old one left', async () => {
    writeFileSync(`${files.path}-wal`, readFileSync(files.path));
    await files.create(files.path, { ...smallContent(), author: 'New' });
    const workbook = await files.open();
    expect(readContent(workbook.reader).author).toBe('New');
    await workbook.close();
    expect(await checkWorkbookFile(files.path, files.options)).toBe(0);
  });

  test('leaves the file that is there when the new content does not fit together', async () => {
    const before = readFileSync(files.path);
    const broken = smallContent();
    broken.adoptions.push({ ...broken.adoptions[0]!, unit: broken.units[1]!.code });
    await expect(files.create(files.path, broken)).rejects.toThrow('fills a cell of others');
    expect(readFileSync(files.path)).toEqual(before);
    expect(readdirSync(files.folder)).toEqual(['book.hengmo']);
  });

  test('says which kind of file it is', () => {
    const header = readFileSync(files.path).subarray(0, 100);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(header.readUInt32BE(60)).toBe(CURRENT_SCHEMA.version);
  });
});
