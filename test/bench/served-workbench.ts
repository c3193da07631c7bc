import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { RandomStream } from '../../electron/engine/random.ts';
import { ensureTestTools } from '../run/test-tools.ts';

/** The built product and a real browser, as a person has them. */

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureTestTools().browser,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
    ],
  });
}

/** Runs a command of the built command line. */
export function hengmo(...args: string[]): void {
  const { status, stderr } = spawnSync('node', [CLI, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`hengmo ${args[0]}: ${stderr}`);
}

/** 1,000 units on 5 dimensions of 10 indicators, one cell in five missing. */
export function writeLargeWorkbook(folder: string): string {
  const random = new RandomStream(7, 'workbench');
  const codes = Array.from({ length: 50 }, (_, at) => `i${at}`);
  const meta = ['iCode,iName,Level,Parent,Weight,Direction,Type', 'index,Index,3,NA,1,1,Aggregate'];
  for (let dimension = 0; dimension < 5; dimension++) {
    meta.push(`d${dimension},Dimension ${dimension},2,index,1,1,Aggregate`);
  }
  codes.forEach((code, at) => meta.push(`${code},Indicator ${at},1,d${at % 5},1,1,Indicator`));
  const data = [['uCode', 'uName', ...codes].join(',')];
  for (let unit = 0; unit < 1000; unit++) {
    const cells = codes.map(() =>
      random.uniform() < 0.2 ? 'NA' : (random.uniform() * 100).toFixed(3),
    );
    data.push([`u${unit}`, `Unit ${unit}`, ...cells].join(','));
  }
  const [framework, values, workbook] = ['iMeta.csv', 'iData.csv', 'large.hengmo'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(framework, meta.join('\n'));
  writeFileSync(values, data.join('\n'));
  hengmo('import', workbook, '--framework', framework, '--data', values);
  return workbook;
}

export interface Served {
  readonly url: string;
  end(): Promise<void>;
}

export async function serve(workbook: string, folder: string): Promise<Served> {
  const child = spawn('node', [CLI, 'serve', workbook, '--port', '0'], {
    env: { ...process.env, HENGMO_DATA: join(folder, 'data'), LC_ALL: 'en_GB.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const line = chunk
        .toString()
        .split('\n')
        .find((text) => text.startsWith('{'));
      if (line !== undefined) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  return {
    url,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

export async function openRanking(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await page.goto(url);
  await page.getByRole('listbox', { name: 'Ranking list' }).getByRole('option').first().waitFor();
  return page;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
