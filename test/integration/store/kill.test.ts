import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkWorkbookFile } from '../../../electron/store/check-workbook.ts';
import { createStoreFiles, type StoreFiles } from '../../support/store-files.ts';

const KILLS = 200;
const AT_ONCE = 2;
/** After so many kills a new file is begun, so that checking its whole history stays quick. */
const KILLS_PER_FILE = 10;
const LONGEST_LIFE_MS = 60;

const writer = fileURLToPath(new URL('../../support/writing-process.ts', import.meta.url));

// Without it most of a writer's life would go into reading its source. It is written when a process ends by itself, so
// one that finds no workbook goes ahead.
const compileCache = mkdtempSync(join(tmpdir(), 'hengmo-compiled-'));
const environment = { ...process.env, NODE_COMPILE_CACHE: compileCache };
beforeAll(() => {
  const { status } = spawnSync(process.execPath, [writer, join(compileCache, 'none.hengmo')], {
    env: environment,
  });
  if (status !== 1) throw new Error('a writer without a workbook should have failed');
});
afterAll(() => rmSync(compileCache, { recursive: true, force: true }));

/** Starts a writer, kills it at a random moment after its first act, and returns the last act that it said was done. */
function writeAndKill(path: string, life: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, path], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    let said = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), life);
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('close', (_code, signal) => {
      // A line that was cut off was not said.
      const lines = said.split('\n').slice(0, -1);
      if (signal === 'SIGKILL') resolve(Number(lines.at(-1)));
      else reject(new Error(`the writer ended by itself: ${complaint}`));
    });
  });
}

async function checkAfterKill(files: StoreFiles, said: number): Promise<void> {
  const workbook = await files.open();
  const { revision, readOnly, reader } = workbook;
  const weights = reader.rows<{ weight: number }>('SELECT DISTINCT weight FROM node');
  const written = reader.rows<{ id: string }>(
    'SELECT id FROM observation WHERE number > 1000 ORDER BY number',
  );
  await workbook.close();

  expect(readOnly).toBeNull();
  // The last act may have been done and not said; one that was said is there.
  expect(revision).toBeGreaterThanOrEqual(said);
  expect(revision).toBeLessThanOrEqual(said + 1);
  expect(weights).toEqual([{ weight: revision }]);
  expect(written.map(({ id }) => id)).toEqual(
    Array.from({ length: revision }, (_, index) => `written-${index + 1}`),
  );
  // Every page, index, reference and hash.
  expect(await checkWorkbookFile(files.path, files.options)).toBe(revision);
}

/** The history is not only whole, it still works. */
async function undoAndCheck(files: StoreFiles): Promise<void> {
  const workbook = await files.open();
  const { revision } = workbook;
  workbook.undo(revision);
  expect(workbook.reader.row('SELECT max(weight) AS weight FROM node')).toEqual({
    weight: revision - 1,
  });
  await workbook.close();
}

test(`${KILLS} kills in the middle of writing lose nothing that was said to be done`, async () => {
  let left = KILLS;
  async function lane(): Promise<void> {
    while (left > 0) {
      const files = createStoreFiles();
      try {
        await files.create();
        for (let kill = 0; kill < KILLS_PER_FILE && left > 0; kill += 1) {
          left -= 1;
          const said = await writeAndKill(files.path, Math.random() * LONGEST_LIFE_MS);
          await checkAfterKill(files, said);
        }
        await undoAndCheck(files);
      } finally {
        files.remove();
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  expect(left).toBe(0);
}, 300_000);
