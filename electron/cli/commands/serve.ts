import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Surroundings } from '../surroundings.ts';

export function addServeCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('serve')
    .description(
      'open the workbench for a browser on this machine; prints {"url":…}, ends with Ctrl+C or with the process that started it',
    )
    .argument('[workbook]', 'opened instead of the last one')
    .option('--port <number>', 'default: any free one', parsePort)
    .action(async (workbookPath: string | undefined, { port }: { port?: number }) => {
      const { resourcesFolder, rendererFolder, dataFolder, clock, ids } = surroundings;
      if (!existsSync(rendererFolder)) {
        throw new AppError(
          'E_PRECONDITION',
          'the workbench is not built: run "npm run build" first',
          {
            reason: 'not-built',
          },
        );
      }
      const { serve } = await import('../../web/serve.ts');
      const shell = await serve({
        resourcesFolder,
        rendererFolder,
        dataFolder,
        clock,
        ids,
        endWithParent: true,
        ...(workbookPath !== undefined && { workbookPath }),
        ...(port !== undefined && { port }),
      });
      surroundings.out(`${JSON.stringify({ url: shell.url })}\n`);
      const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await Promise.race([asked, shell.closed]);
      await shell.close();
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}
