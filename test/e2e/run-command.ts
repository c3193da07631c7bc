import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const main = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command line, e.g. `runCommand('score', workbook, '--format', 'json')`; gives what it prints. */
export async function runCommand(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('node', [main, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
