import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { defaultDataFolder } from '../host/data-folder.ts';
import { run } from './run.ts';

/** `hengmo`: the services without a window. */

// Beside the bundle when installed, above the sources in the repository.
const folders = [join(import.meta.dirname, '..'), join(import.meta.dirname, '../..')];
const project = folders.find((folder) => existsSync(join(folder, 'resources'))) ?? process.cwd();

// npm runs its scripts in the project's folder; a relative path means the folder in which the person is.
const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;
if (script === 'hengmo' && start !== undefined) process.chdir(start);

// `hengmo score … | head` ends the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  resourcesFolder: join(project, 'resources'),
  rendererFolder: join(project, 'dist', 'renderer'),
  dataFolder: defaultDataFolder(process.env, process.platform, homedir()),
  clock: () => new Date(),
  ids: randomUUID,
  out: (text) => process.stdout.write(text),
  message: (text) => process.stderr.write(`${text}\n`),
});
