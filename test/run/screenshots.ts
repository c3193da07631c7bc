import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { buildIfStale } from '../../electron/start/build.ts';
import { WorkbenchPage } from '../e2e/pages/workbench-page.ts';
import { startWebShell } from '../e2e/shells/web-shell.ts';
import { ensureTestTools } from './test-tools.ts';

/** `npm run screenshots`: every view of the workbench on the bundled data, for the README and for looking at. */

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

const looks = [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

/** A place that shows something of every panel: a unit, and a cell with several candidates. */
const selected = { zh: '阿里巴巴', en: 'Alibaba' } as const;

await buildIfStale();
process.env['CHROMIUM_PATH'] = ensureTestTools().browser;
mkdirSync(folder, { recursive: true });
const shell = await startWebShell(chromium);
for (const { language, theme } of looks) {
  const { page } = await shell.open({ language, theme });
  const workbench = new WorkbenchPage(page, language);
  await workbench.ready();
  await workbench.rankingRow(selected[language]).click();
  const views = page.getByRole('navigation', { name: workbench.words.views }).getByRole('button');
  for (let view = 0; view < (await views.count()); view++) {
    await views.nth(view).click();
    const id = await views.nth(view).getAttribute('data-view');
    // Pictures of pages and charts come a moment after their panel.
    await page.waitForTimeout(id === 'brief' ? 6000 : 800);
    await page.screenshot({ path: join(folder, `${id ?? view}-${language}-${theme}.png`) });
  }
}
await shell.close();
console.log(readdirSync(folder).join('\n'));
