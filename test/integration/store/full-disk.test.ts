import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../support/full-disk-process.ts', import.meta.url));

/** A process with a file system of two megabytes of its own at `folder`; null: this machine does not allow it. */
function runOnSmallDisk(folder: string, command: string): string | null {
  const mount = `mount -t tmpfs -o size=2m tmpfs "${folder}" && ${command}`;
  const { status, stdout, stderr, error } = spawnSync(
    'unshare',
    ['--mount', '--map-root-user', 'sh', '-c', mount],
    { encoding: 'utf8' },
  );
  if (error !== undefined || /unshare|mount/.test(stderr)) return null;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), 'hengmo-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const possible = runOnSmallDisk(folder, 'true') !== null;
if (!possible)
  console.log('full disk: skipped, this machine allows no small file system of one’s own');

test.skipIf(!possible)(
  'a full disk refuses the act, loses nothing, and goes on when there is room',
  () => {
    try {
      const said = runOnSmallDisk(folder, `"${process.execPath}" "${script}" "${folder}"`);
      const result = JSON.parse(said ?? '');
      expect(result.acts).toBeGreaterThan(3);
      expect(result).toEqual({
        acts: result.acts,
        whenFull: 'E_STORAGE disk-full',
        afterFailure: { revision: result.acts, rows: result.acts },
        copyWhenFull: 'E_STORAGE disk-full',
        closeWhenFull: 'done',
        replaceWhenFull: 'E_STORAGE disk-full',
        kept: true,
        leftBehind: [],
        reopened: { revision: result.acts, rows: result.acts, readOnly: null },
        whenRoomAgain: 'done',
        sideFiles: [],
        checked: result.acts + 1,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
