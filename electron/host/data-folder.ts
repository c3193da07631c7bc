import { join } from 'node:path';

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
