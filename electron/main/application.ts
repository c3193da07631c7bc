import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { app, dialog, ipcMain, session, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/contract/errors.ts';
import { languageOf } from '../../shared/model/language.ts';
import { createFileLogger } from '../host/file-logger.ts';
import { createHost, type Host, type HostOptions } from '../host/create-host.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { createElectronCapabilities } from './electron-capabilities.ts';
import { chooseFolders, type Folders } from './folders.ts';
import { setUpIpc } from './ipc.ts';
import { followLanguage, type ShownLanguage } from './language.ts';
import { menuTexts } from './menu-texts.ts';
import { showMenu } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { collectOpenedFiles, type OpenedFiles } from './opened-files.ts';
import { closeHostBeforeQuit } from './quit.ts';
import { guardSession } from './session-guard.ts';
import { isFirstInstance, onSecondStart } from './single-instance.ts';
import { createWindow, recoverPage, showPage } from './window.ts';
import { workbookArgument } from './workbook-argument.ts';

/** What happens from the start of the process to the shown page; each step is a file of its own. */
export function startApplication(distFolder: string): void {
  const folders = chooseFolders(app, distFolder);
  const clock = () => new Date();
  const logger = createFileLogger({ folder: join(folders.data, 'log'), home: homedir(), clock });
  process.on('unhandledRejection', (cause) => logger.error('unhandled rejection', { cause }));

  const words = process.argv.slice(app.isPackaged ? 1 : 2);
  const workbook = workbookArgument(words, process.cwd()) ?? null;
  if (!isFirstInstance(app, { workbook })) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerAppScheme();
  guardNavigation(app);
  const openedFiles = collectOpenedFiles(app);
  app
    .whenReady()
    .then(() => open(folders, { logger, clock, ids: randomUUID, workbook, openedFiles }))
    .catch((cause: unknown) => {
      logger.error('the application cannot start', { cause });
      const { startFailed } = menuTexts[languageOf(app.getLocale())];
      const reason = cause instanceof AppError ? cause.message : '';
      dialog.showErrorBox(app.getName(), `${startFailed}\n${reason}`);
      app.exit(1);
    });
}

type Surroundings = Pick<HostOptions, 'logger' | 'clock' | 'ids'> & {
  readonly workbook: string | null;
  readonly openedFiles: OpenedFiles;
};

async function open(folders: Folders, surroundings: Surroundings): Promise<void> {
  const { workbook, openedFiles, ...rest } = surroundings;
  let window: BrowserWindow | null = null;
  const shown: ShownLanguage = { language: languageOf(app.getLocale()) };

  const host: Host = await createHost({
    ...rest,
    dataFolder: folders.data,
    resourcesFolder: folders.resources,
    language: shown.language,
    capabilities: createElectronCapabilities(app, {
      window: () => window,
      language: () => shown.language,
    }),
  });
  closeHostBeforeQuit(app, host, rest.logger);

  guardSession(session.defaultSession);
  serveApp(session.defaultSession, folders.renderer);
  const ipc = setUpIpc(ipcMain, host, rest.logger);
  await followLanguage(host, shown, (language) =>
    showMenu({
      language,
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      run: (command) => host.emit({ type: 'menu.command', command }),
    }),
  );

  window = createWindow(app, { preload: folders.preload, state: folders.windowState });
  const connection = ipc.admit(window.webContents);
  window.on('closed', () => (window = null));
  app.on('window-all-closed', () => app.quit());

  function offerWorkbook(path: string): void {
    const token = connection.offerFile(path, 'open-workbook');
    const fileName = basename(path);
    host.emit({ type: 'workbook.offered', token, fileName }, connection.id);
  }
  onSecondStart(app, (start) => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    if (start.workbook !== null) offerWorkbook(start.workbook);
  });

  recoverPage(window, rest);
  await showPage(window);
  if (workbook !== null) offerWorkbook(workbook);
  openedFiles.deliver(offerWorkbook);
}
