import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { buildIfStale } from '../../electron/start/build.ts';
import { WorkbenchPage } from '../e2e/pages/workbench-page.ts';
import { launchBrowser, startWebShell } from '../e2e/shells/web-shell.ts';
import { ensureTestTools } from './test-tools.ts';

/**
 * `npm run screenshots`: every view, every panel and the dialogs of the weights on the bundled data, for the README and
 * for looking at. Analyses are run first, and one scenario exists, so that there is something to see.
 */

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

const looks = [
  {
    language: 'zh',
    theme: 'light',
    unit: '阿里巴巴',
    dimension: '商业变现能力',
    dialog: '新建情景',
    scenario: '重视变现',
    methods: '按方法建议权重',
    pairwise: '层次分析',
    weights: '权重的显示',
    sets: '权重方案',
  },
  {
    language: 'en',
    theme: 'dark',
    unit: 'Alibaba',
    dimension: 'Monetisation',
    dialog: 'New scenario',
    scenario: 'Monetisation first',
    methods: 'Propose weights by method',
    pairwise: 'AHP',
    weights: 'What the tracks show',
    sets: 'Weight sets',
  },
] as const;

/** Panels draw a moment after they are shown; pages of the brief take longer. */
const SETTLED_MS = 1200;
const TYPESET_MS = 6000;
const ANALYSED_MS = 120_000;

async function runAnalyses(page: Page): Promise<void> {
  for (const control of await page.locator('.run-control .bp6-intent-primary:visible').all()) {
    if (await control.isEnabled()) await control.click();
  }
  await page
    .locator('.run-progress:visible')
    .first()
    .waitFor({ state: 'hidden', timeout: ANALYSED_MS });
}

await buildIfStale();
process.env['CHROMIUM_PATH'] = ensureTestTools().browser;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser(chromium);
const shell = startWebShell(browser);
for (const look of looks) {
  const { language, theme, unit, dimension, dialog, scenario } = look;
  const { page } = await shell.open({ language, theme });
  const workbench = new WorkbenchPage(page, language);
  await workbench.ready();
  await page.keyboard.press('Control+Shift+N');
  const form = page.getByRole('dialog', { name: dialog });
  await form.getByRole('textbox').first().fill(scenario);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'hidden' });
  await workbench.points(dimension).fill('45');
  await page.keyboard.press('Enter');
  await workbench.rankingRow(unit).click();

  const picture = async (name: string) => {
    await page.waitForTimeout(name === 'brief' ? TYPESET_MS : SETTLED_MS);
    await runAnalyses(page);
    await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) });
  };
  const views = page.getByRole('navigation', { name: workbench.words.views }).getByRole('button');
  for (const view of await views.all()) {
    await view.click();
    const id = (await view.getAttribute('data-view')) ?? '';
    await picture(id);
    const tabs = await page.locator('[data-panel]').evaluateAll((all) =>
      all.flatMap((tab) => {
        const isBehind = tab.closest('[role=tab]')?.getAttribute('aria-selected') === 'false';
        return isBehind && tab instanceof HTMLElement ? [tab.dataset['panel'] ?? ''] : [];
      }),
    );
    for (const panel of tabs) {
      await page.locator(`[data-panel=${panel}]`).click();
      await picture(`${id}-${panel}`);
    }
  }

  await views.first().click();
  const weights = page.getByRole('toolbar', { name: look.weights });
  await weights.getByRole('button', { name: look.methods }).click();
  await page.getByRole('tab', { name: look.pairwise }).click();
  await picture('dialog-weight-methods');
  await page.keyboard.press('Escape');
  await weights.getByRole('button', { name: look.sets }).click();
  await picture('dialog-weight-sets');
}
await shell.close();
await browser.close();
console.log(readdirSync(folder).join('\n'));
