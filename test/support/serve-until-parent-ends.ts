import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../electron/web/serve.ts';
import { writeStaticList } from '../../electron/web/static-files.ts';

/** A process of its own for the test of the life cycle: serves a small page until its stdin is closed. */
const [folder, resourcesFolder] = process.argv.slice(2) as [string, string];
const rendererFolder = join(folder, 'renderer');
mkdirSync(rendererFolder, { recursive: true });
writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>page</title>');
await writeStaticList(rendererFolder);

const shell = await serve({
  rendererFolder,
  resourcesFolder,
  dataFolder: join(folder, 'data'),
  endWithParent: true,
});
process.stdout.write(`${JSON.stringify({ url: shell.url })}\n`);
await shell.closed;
