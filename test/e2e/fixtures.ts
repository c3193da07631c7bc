import { test as base, type Browser } from '@playwright/test';
import { startElectronShell } from './shells/electron-shell.ts';
import type { Shell } from './shells/shell.ts';
import { launchBrowser, startWebShell } from './shells/web-shell.ts';

export interface ShellOptions {
  target: 'web' | 'electron';
}

export const test = base.extend<{ shell: Shell }, ShellOptions & { webBrowser: Browser | null }>({
  target: ['web', { option: true, scope: 'worker' }],
  webBrowser: [
    async ({ target, playwright }, provide) => {
      const browser = target === 'web' ? await launchBrowser(playwright.chromium) : null;
      await provide(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  shell: async ({ webBrowser }, provide) => {
    const shell = webBrowser === null ? startElectronShell() : startWebShell(webBrowser);
    await provide(shell);
    await shell.close();
  },
});
