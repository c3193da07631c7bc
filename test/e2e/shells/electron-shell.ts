import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { collectProblems, type Shell } from './shell.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

function electronBinary(): string {
  const packageFolder = join(project, 'node_modules/electron');
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  return join(folder, readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
}

/** The product's own window, from the bundles in dist/. */
export function startElectronShell(): Shell {
  const endings: (() => Promise<void>)[] = [];
  return {
    async open(options = {}) {
      const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'hengmo-e2e-'));
      // Without an explicit path Playwright would evaluate the package and start a download.
      const application = await _electron.launch({
        executablePath: electronBinary(),
        args: [
          project,
          `--user-data-dir=${dataFolder}`,
          `--lang=${options.language === 'en' ? 'en-GB' : 'zh-CN'}`,
          ...(options.workbook === undefined ? [] : [options.workbook]),
        ],
        env: { ...(process.env as Record<string, string>), HENGMO_DATA: dataFolder },
        colorScheme: options.theme ?? 'light',
        ...(options.contrast === true && { contrast: 'more' as const }),
      });
      const page = await application.firstWindow();
      const problems: string[] = [];
      collectProblems(page, problems);
      await page.setViewportSize({ width: options.width ?? 1440, height: options.height ?? 900 });
      let ended = false;
      const quit = async () => {
        if (ended) return;
        ended = true;
        await application.close();
      };
      endings.push(async () => {
        await quit();
        rmSync(dataFolder, { recursive: true, force: true });
      });
      const anotherPage = () => Promise.reject(new Error('Electron has one window'));
      const replaceHost = () => Promise.reject(new Error('Electron has one host'));
      return { page, dataFolder, problems, anotherPage, replaceHost, quit };
    },
    async close() {
      for (const end of endings.splice(0)) await end();
    },
  };
}
