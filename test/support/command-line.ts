import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const main = resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** An empty folder of this test file; relative paths of the commands start here. */
  readonly folder: string;
  /** Runs the real command line as a process of its own. */
  run(...args: string[]): Promise<Ran>;
}

/** A folder and the command line in it, for the tests of one file. */
export function createCommandLine(): CommandLine {
  let folder = '';
  let dataFolder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hengmo-cli-'));
    dataFolder = await mkdtemp(join(tmpdir(), 'hengmo-cli-data-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    run: (...args) =>
      new Promise((settle) => {
        const options = {
          cwd: folder,
          env: { ...process.env, HENGMO_DATA: dataFolder },
          maxBuffer: 64 * 1024 * 1024,
        };
        const child = execFile(process.execPath, [main, ...args], options, (_, stdout, stderr) =>
          settle({ code: child.exitCode ?? -1, stdout, stderr }),
        );
      }),
  };
}
