import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '../web/serve.ts';
import { buildIfStale } from './build.ts';
import { findElectron } from './find-electron.ts';

/** `npm start`: builds what is stale and opens the workbench, in Electron or else in the browser. */

const project = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `Usage: npm start -- [options] [workbook]

  --web         open in the browser even where Electron is available
  --port N      port of the web shell (default: a free one)
  --no-open     print the address and open no browser
  --help        show this`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      web: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port: expected a number from 0 to 65535, found "${values.port}"`);
  }
  if (positionals.length > 1) {
    throw new Error(`expected at most one workbook, found ${positionals.length}`);
  }
  return { ...values, port, workbookPath: positionals[0] };
}

async function openInBrowser(url: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => {});
  } catch {
    // No default browser: the printed address is enough.
  }
}

async function start(): Promise<void> {
  let options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    console.log(USAGE);
    return;
  }
  await buildIfStale();
  const electron = options.web ? { obstacle: '--web was given' } : findElectron(project);
  if ('binary' in electron) {
    const workbook = options.workbookPath === undefined ? [] : [options.workbookPath];
    const child = spawn(electron.binary, [project, ...workbook], { stdio: 'inherit' });
    child.on('exit', (code) => {
      process.exitCode = code ?? 1;
    });
    return;
  }
  const { url } = await serve({
    rendererFolder: join(project, 'dist/renderer'),
    resourcesFolder: join(project, 'resources'),
    port: options.port,
    ...(options.workbookPath === undefined ? {} : { workbookPath: options.workbookPath }),
  });
  console.log(`No Electron window (${electron.obstacle}): the workbench is open at ${url}`);
  if (!options['no-open'] && process.env['CI'] === undefined) await openInBrowser(url);
}

await start();
