import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { Capabilities } from '../host/capabilities.ts';
import type { Session } from './sessions.ts';
import type { TicketOffice } from './ticket-office.ts';
import type { Download } from './transfers.ts';
import { unusedPath } from './unused-path.ts';

/**
 * What a browser can do for the host. There is no dialogue for saving: new workbooks live in the data folder, everything
 * else is written to a folder of this launch and then downloaded.
 */
export function createWebCapabilities(options: {
  readonly workbookFolder: string;
  /** Emptied when the shell closes. */
  readonly transferFolder: string;
  readonly downloads: TicketOffice<Download>;
  readonly ids: () => string;
  findSession(connectionId: string): Session | undefined;
}): Capabilities {
  function session(connection: string): Session {
    const found = options.findSession(connection);
    if (found === undefined) {
      throw new AppError('E_CANCELLED', 'the page has been closed', { reason: 'cancelled' });
    }
    return found;
  }

  return {
    async pickOpen() {
      throw new AppError('E_UNSUPPORTED', 'in a browser the page itself asks for a file', {
        reason: 'upload-instead',
      });
    },
    async pickSave(purpose, suggestedName) {
      if (purpose === 'create-workbook') return unusedPath(options.workbookFolder, suggestedName);
      return unusedPath(join(options.transferFolder, options.ids()), suggestedName);
    },
    async openLink(url, connection) {
      session(connection).send({ openLink: url });
    },
    async reveal(path, connection) {
      const receiver = session(connection);
      // The folder is this one save's own, and a table may have come as several files.
      const fileNames = await readdir(dirname(path));
      for (const fileName of fileNames.toSorted()) {
        const ticket = options.downloads.issue({
          path: join(dirname(path), fileName),
          session: receiver,
        });
        receiver.send({ download: { ticket, fileName } });
      }
    },
  };
}
