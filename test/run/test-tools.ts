import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Finds or installs the programs of the machine that the tests drive: a browser, and pdftotext to read PDFs back. */

const BROWSER_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const BROWSER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function onPath(names: readonly string[]): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : undefined;
}

/** Path of the browser for the end-to-end tests, or undefined when the machine has none. */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return chosen;
  }
  return (
    onPath(BROWSER_NAMES) ?? BROWSER_PLACES.find((path) => existsSync(path)) ?? playwrightsOwn()
  );
}

function isDebianAsRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installDebianPackages(packages: readonly string[]): void {
  console.log(`Installing with apt-get: ${packages.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], env: environment };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

export interface TestTools {
  browser: string;
  pdftotext: string;
}

/** Throws one line that says what to install when something is missing and cannot be installed here. */
export function ensureTestTools(): TestTools {
  const wanted: string[] = [];
  if (findBrowser() === undefined) wanted.push('chromium', 'fonts-noto-cjk');
  if (onPath(['pdftotext']) === undefined) wanted.push('poppler-utils');
  if (wanted.length > 0 && isDebianAsRoot()) installDebianPackages(wanted);
  const browser = findBrowser();
  if (browser === undefined) {
    throw new Error(
      'No browser found: install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one, or run "npx playwright install chromium".',
    );
  }
  const pdftotext = onPath(['pdftotext']);
  if (pdftotext === undefined) {
    throw new Error(
      'No pdftotext found: install Poppler (Debian: poppler-utils, macOS: brew install poppler).',
    );
  }
  return { browser, pdftotext };
}
