import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { defaultDataFolder } from '../host/data-folder.ts';

export interface Folders {
  readonly data: string;
  readonly resources: string;
  readonly renderer: string;
  readonly preload: string;
  readonly windowState: string;
}

/**
 * Where things lie, given the folder of the running bundle. Chromium's own files go into a folder of their own beside the
 * analyst's. Resources lie outside the archive: native code cannot read inside it.
 */
export function chooseFolders(app: App, distFolder: string): Folders {
  const data = app.commandLine.hasSwitch('user-data-dir')
    ? app.getPath('userData')
    : defaultDataFolder(process.env, process.platform, homedir());
  app.setPath('userData', data);
  app.setPath('sessionData', join(data, 'browser'));
  return {
    data,
    resources: join(app.isPackaged ? process.resourcesPath : join(distFolder, '..'), 'resources'),
    renderer: join(distFolder, 'renderer'),
    preload: join(distFolder, 'preload.cjs'),
    windowState: join(data, 'window.json'),
  };
}
