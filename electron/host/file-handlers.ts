import { basename } from 'node:path';
import type { FilePurpose } from '../../shared/contract/file-purpose.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../services/handlers.ts';
import type { Capabilities } from './capabilities.ts';
import { checkExternalLink } from './external-link.ts';
import type { TokenStore } from './file-tokens.ts';
import { plainFileName } from './plain-file-name.ts';

type FileHandlers = Pick<
  Handlers,
  'files.pickOpen' | 'files.pickSave' | 'files.reveal' | 'links.open'
>;

/** What a person does through the shell. Paths stay here; tokens go out. */
export function createFileHandlers(capabilities: Capabilities, tokens: TokenStore): FileHandlers {
  const asked = new Set<string>();

  /** One dialogue at a time in each window. */
  async function pick(purpose: FilePurpose, connection: string, ask: () => Promise<string | null>) {
    if (asked.has(connection)) {
      throw new AppError('E_BUSY', 'a file dialogue is already open', { reason: 'dialogue-open' });
    }
    asked.add(connection);
    try {
      const path = await ask();
      if (path === null) return null;
      return { token: tokens.issue(path, purpose, connection), fileName: basename(path) };
    } finally {
      asked.delete(connection);
    }
  }

  return {
    'files.pickOpen': ({ purpose }, { connection }) =>
      pick(purpose, connection, () => capabilities.pickOpen(purpose, connection)),
    'files.pickSave': ({ purpose, suggestedName }, { connection }) =>
      pick(purpose, connection, () =>
        capabilities.pickSave(purpose, plainFileName(suggestedName), connection),
      ),
    'files.reveal': async ({ token }, { connection }) => {
      await capabilities.reveal(tokens.written(token, connection), connection);
      return {};
    },
    'links.open': async ({ url }, { connection }) => {
      await capabilities.openLink(checkExternalLink(url), connection);
      return {};
    },
  };
}
