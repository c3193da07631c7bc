import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../electron/cli/run.ts';
import { createCountedIds } from './counted-ids.ts';

const main = resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly firstLine: Promise<string>;
  /** Asks it to end, as Ctrl+C does; gives its exit code. */
  stop(): Promise<number | null>;
}

export interface CommandLine {
  /** An empty folder of this test file; relative paths of the commands start here. */
  readonly folder: string;
  /** Runs the real command line as a process of its own. */
  run(...args: string[]): Promise<Ran>;
  /** The same by the script of the project, as its README says. */
  runThroughNpm(project: string, ...args: string[]): Promise<Ran>;
  /** Starts a command that goes on until it is told to end. */
  start(...args: string[]): Running;
  /** The same without the process, for long lists of cases. Paths must be absolute. */
  runHere(...args: string[]): Promise<Ran>;
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
  const environment = () => ({ ...process.env, HENGMO_DATA: dataFolder });
  const execute = (command: string, args: readonly string[]): Promise<Ran> =>
    new Promise((settle) => {
      const options = { cwd: folder, env: environment(), maxBuffer: 64 * 1024 * 1024 };
      const child = execFile(command, [...args], options, (_, stdout, stderr) =>
        settle({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  return {
    get folder() {
      return folder;
    },
    async runHere(...args) {
      const output = { stdout: '', stderr: '' };
      const code = await run(args, {
        resourcesFolder: resolve(import.meta.dirname, '../../resources'),
        rendererFolder: join(folder, 'no-renderer'),
        dataFolder,
        clock: () => new Date('2026-01-02T03:04:05.000Z'),
        ids: createCountedIds(),
        out: (text) => (output.stdout += text),
        message: (line) => (output.stderr += `${line}\n`),
      });
      return { code, ...output };
    },
    start(...args) {
      const child = spawn(process.execPath, [main, ...args], {
        cwd: folder,
        env: environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<number | null>((settle) => child.on('exit', settle));
      return {
        firstLine: new Promise((settle, fail) => {
          createInterface(child.stdout).once('line', settle);
          void ended.then((code) => fail(new Error(`ended with ${code} before its first line`)));
        }),
        stop() {
          child.kill('SIGINT');
          return ended;
        },
      };
    },
    run: (...args) => execute(process.execPath, [main, ...args]),
    runThroughNpm: (project, ...args) =>
      execute('npm', ['--prefix', project, 'run', '--silent', 'hengmo', '--', ...args]),
  };
}
