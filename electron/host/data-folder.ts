import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';

/**
 * Where settings, recent files, backups and workbooks live: `HENGMO_DATA` if it is set, else the place that the system
 * gives to applications. Both shells and the command line use the same one.
 */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const chosen = environment['HENGMO_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Hengmo');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Hengmo');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'hengmo');
  }
}

/** Makes the folder, for this user alone. Throws `E_STORAGE` when it cannot be made or written. */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new AppError(
      'E_STORAGE',
      `the data folder cannot be written (${code}); HENGMO_DATA names another one`,
      { reason: 'data-folder', found: code },
      { cause },
    );
  }
}
