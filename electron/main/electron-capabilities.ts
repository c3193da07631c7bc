import { dirname, join } from 'node:path';
import { dialog, shell, type App, type BrowserWindow, type FileFilter } from 'electron';
import type { FilePurpose } from '../../shared/contract/file-purpose.ts';
import type { Capabilities } from '../host/capabilities.ts';
import { checkExternalLink } from '../host/external-link.ts';
import { menuTexts, type MenuLanguage } from './menu-texts.ts';

const EXTENSIONS: Readonly<Record<FilePurpose, string[]>> = {
  'open-workbook': ['hengmo'],
  'create-workbook': ['hengmo'],
  'save-workbook': ['hengmo'],
  'save-pdf': ['pdf'],
  'save-xlsx': ['xlsx'],
  'save-csv': ['csv'],
  'save-json': ['json'],
  'save-svg': ['svg'],
  'save-png': ['png'],
  'import-framework': ['csv', 'xlsx', 'json'],
  'import-data': ['csv', 'xlsx', 'json'],
};

/** The desktop's own dialogues. */
export function createElectronCapabilities(
  app: App,
  surroundings: {
    /** Dialogues belong to it; null while there is none. */
    window(): BrowserWindow | null;
    language(): MenuLanguage;
  },
): Capabilities {
  // Since Electron 43 the dialogues no longer remember this themselves.
  let lastFolder = app.getPath('documents');

  function filters(purpose: FilePurpose): FileFilter[] {
    const name = menuTexts[surroundings.language()].fileKinds[purpose];
    return [{ name, extensions: EXTENSIONS[purpose] }];
  }

  function remember(path: string | undefined): string | null {
    if (path === undefined || path === '') return null;
    lastFolder = dirname(path);
    return path;
  }

  return {
    async pickOpen(purpose) {
      const options = {
        defaultPath: lastFolder,
        filters: filters(purpose),
        properties: ['openFile' as const],
      };
      const window = surroundings.window();
      const { filePaths } =
        window === null
          ? await dialog.showOpenDialog(options)
          : await dialog.showOpenDialog(window, options);
      return remember(filePaths[0]);
    },
    async pickSave(purpose, suggestedName) {
      const options = {
        defaultPath: join(lastFolder, suggestedName),
        filters: filters(purpose),
        properties: ['showOverwriteConfirmation' as const],
      };
      const window = surroundings.window();
      const { filePath } =
        window === null
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(window, options);
      return remember(filePath);
    },
    async openLink(url) {
      // The host has checked it; what is handed to the system is checked where it is handed over.
      await shell.openExternal(checkExternalLink(url));
    },
    async reveal(path) {
      shell.showItemInFolder(path);
    },
  };
}
