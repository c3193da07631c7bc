import { test as base } from '@playwright/test';
import { startElectronShell } from './shells/electron-shell.ts';
import type { Shell } from './shells/shell.ts';
import { startWebShell } from './shells/web-shell.ts';

export interface ShellOptions {
  target: 'web' | 'electron';
}

export const test = base.extend<{ shell: Shell }, ShellOptions>({
  target: ['web', { option: true, scope: 'worker' }],
  shell: async ({ target, playwright }, provide) => {
    const shell =
      target === 'web' ? await startWebShell(playwright.chromium) : startElectronShell();
    await provide(shell);
    await shell.close();
  },
});
