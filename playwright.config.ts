import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { ShellOptions } from './test/e2e/fixtures.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// By looking at files only: evaluating the electron package would start a download.
const electronBinary =
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined ||
  existsSync(here('./node_modules/electron/path.txt'));
if (!electronBinary && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log('electron project: skipped, no binary');
}

export default defineConfig<ShellOptions>({
  testDir: './test/e2e',
  outputDir: './test-results',
  globalSetup: './test/e2e/build.ts',
  workers: 2,
  timeout: 120_000,
  // Two journeys on a busy machine of two cores: a wait that succeeds costs nothing.
  expect: { timeout: 15_000 },
  // A retry is counted as flaky in the report, with a trace of it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  // What is not there after this long will not come: the time of a test is for its steps.
  use: { trace: 'on-first-retry', actionTimeout: 20_000 },
  projects: [
    { name: 'web', use: { target: 'web' }, grepInvert: /@electron/ },
    ...(electronBinary
      ? [{ name: 'electron', use: { target: 'electron' as const }, grepInvert: /@web/ }]
      : []),
  ],
});
