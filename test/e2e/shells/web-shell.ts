import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserType } from '@playwright/test';
import { collectProblems, type Shell } from './shell.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the web shell of the built command line and waits for the line with its address. */
async function startHost(
  dataFolder: string,
  workbook: string | undefined,
  locale: string,
  port = 0,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    'node',
    [
      join(project, 'dist/cli.js'),
      'serve',
      ...(workbook === undefined ? [] : [workbook]),
      '--port',
      String(port),
    ],
    {
      env: { ...process.env, HENGMO_DATA: dataFolder, LC_ALL: locale },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('\n')) return;
      const line = output.split('\n').find((text) => text.startsWith('{'));
      if (line !== undefined) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${errors}`)));
  });
  return { url, child };
}

/** As the process that started it does when it ends. */
async function end(host: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => host.once('exit', resolve));
  host.stdin?.end();
  await exited;
}

/** One browser serves all journeys of a worker: each has a context, a host and a data folder of its own. */
export function launchBrowser(chromium: BrowserType): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      // Chromium's own sandbox refuses to run as root, which is what build machines often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The loopback web shell in a real browser. */
export function startWebShell(browser: Browser): Shell {
  const endings: (() => Promise<void>)[] = [];
  return {
    async open(options = {}) {
      const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'hengmo-e2e-'));
      const english = options.language === 'en';
      const locale = english ? 'en_GB.UTF-8' : 'zh_CN.UTF-8';
      const [first, context] = await Promise.all([
        startHost(dataFolder, options.workbook, locale),
        browser.newContext({
          viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
          colorScheme: options.theme ?? 'light',
          ...(options.contrast === true && { contrast: 'more' }),
          reducedMotion: 'reduce',
          locale: english ? 'en-GB' : 'zh-CN',
          acceptDownloads: true,
          permissions: ['clipboard-read', 'clipboard-write'],
        }),
      ]);
      let host = first;
      const problems: string[] = [];
      const newPage = async () => {
        const page = await context.newPage();
        collectProblems(page, problems);
        await page.goto(host.url);
        return page;
      };
      let ended = false;
      const quit = async () => {
        if (ended) return;
        ended = true;
        await context.close();
        await end(host.child);
      };
      const replaceHost = async (workbook: string) => {
        await end(host.child);
        host = await startHost(dataFolder, workbook, locale, Number(new URL(host.url).port));
        return host.url;
      };
      endings.push(async () => {
        await quit();
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      });
      const page = await newPage();
      return { page, dataFolder, problems, anotherPage: newPage, replaceHost, quit };
    },
    async close() {
      for (const ending of endings.splice(0)) await ending();
    },
  };
}
