import { BrowserWindow, screen, type App } from 'electron';
import type { HostOptions } from '../host/create-host.ts';
import { APP_PAGE } from './app-origin.ts';
import { keepWindowState, loadWindowState } from './window-state.ts';

const LEAST_LIFE_MS = 10_000;

/** The one window. Every security setting is written out, although most are Electron's defaults, so that it can be seen. */
export function createWindow(
  app: App,
  files: { readonly preload: string; readonly state: string },
): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const remembered = loadWindowState(files.state, workAreas);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...remembered?.bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: app.getName(),
    webPreferences: {
      preload: files.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  keepWindowState(window, files.state);
  window.once('ready-to-show', () => {
    if (remembered?.maximized === true) window.maximize();
    window.show();
  });
  return window;
}

/** A page that crashed is shown again, since the workbook is safe in the host; one that crashes at once is not. */
export function recoverPage(
  window: BrowserWindow,
  { clock, logger }: Pick<HostOptions, 'clock' | 'logger'>,
): void {
  let shownAt = clock().getTime();
  window.webContents.on('did-finish-load', () => (shownAt = clock().getTime()));
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logger.error('the page ended', { reason, exitCode });
    if (clock().getTime() - shownAt > LEAST_LIFE_MS) void showPage(window);
  });
}

/** The only navigation there is. */
export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_PAGE);
}
