import { expect, type Page } from '@playwright/test';
import { axe, seriousFaults } from './axe.ts';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

/** Whether something stands wider than the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Panels of the view whose tabs are not in front. */
async function panelsBehind(page: Page): Promise<string[]> {
  return page
    .locator('[role=tab][aria-selected=false] [data-panel]')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-panel') ?? ''));
}

const SMALL = { width: 1100, height: 700 };
const USUAL = { width: 1440, height: 900 };
const LARGE = { width: 2560, height: 1440 };

const ALL = null;
const COLOURS = ['color-contrast'];
/** The structure of the page is the same at every size and in every theme: only what differs is looked at again. */
const FIT_ONLY: readonly string[] = [];

/** Each language with each theme's colours, and each size with both languages. */
const looks = [
  { language: 'zh', theme: 'light', contrast: false, size: USUAL, rules: ALL },
  { language: 'en', theme: 'dark', contrast: false, size: USUAL, rules: ALL },
  { language: 'en', theme: 'light', contrast: false, size: SMALL, rules: COLOURS },
  { language: 'zh', theme: 'dark', contrast: false, size: SMALL, rules: COLOURS },
  { language: 'zh', theme: 'light', contrast: true, size: LARGE, rules: COLOURS },
  { language: 'en', theme: 'dark', contrast: false, size: LARGE, rules: FIT_ONLY },
] as const;

for (const { language, theme, contrast, size, rules } of looks) {
  test(`every view is accessible and fits: ${language}, ${contrast ? 'high contrast' : theme}, ${size.width} × ${size.height}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language, theme, contrast, ...size });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const checker = () => (rules === ALL ? axe(page) : axe(page).withRules([...rules]));
    const views = page.getByRole('navigation', { name: workbench.words.views }).getByRole('button');
    const count = await views.count();
    expect(count).toBeGreaterThan(3);
    for (let view = 0; view < count; view++) {
      await views.nth(view).click();
      await expect(views.nth(view)).toHaveAttribute('aria-pressed', 'true');
      await workbench.settled();
      if (rules !== FIT_ONLY) {
        expect(await seriousFaults(checker()), `view ${view + 1}`).toEqual([]);
      }
      expect(await overflow(page), `view ${view + 1}`).toBeLessThanOrEqual(0);
      if (rules === FIT_ONLY) continue;
      for (const panel of await panelsBehind(page)) {
        await page.locator(`[data-panel=${panel}]`).click();
        await workbench.settled();
        expect(await seriousFaults(checker()), panel).toEqual([]);
        expect(await overflow(page), panel).toBeLessThanOrEqual(0);
      }
    }
    expect(problems).toEqual([]);
  });
}

const words = {
  zh: {
    commands: [
      '署名…',
      '从备份恢复…',
      '导入…',
      '新建情景…',
      '按方法建议权重',
      '权重方案',
      '键盘操作一览',
    ],
    leaveOut: (name: string) => `从情景中排除“${name}”`,
  },
  en: {
    commands: [
      'Author…',
      'Restore a backup…',
      'Import…',
      'New scenario…',
      'Propose weights by method',
      'Weight sets',
      'Keyboard map',
    ],
    leaveOut: (name: string) => `Leave “${name}” out of the scenario`,
  },
} as const;

for (const { language, theme } of [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const) {
  test(`every dialog, a menu, and what is left out are accessible: ${language}, ${theme}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language, theme });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const { commands, leaveOut } = words[language];
    const dialog = page.getByRole('dialog');
    for (const command of commands) {
      await workbench.runFromPalette(command);
      await dialog.waitFor();
      await workbench.settled();
      expect(await seriousFaults(axe(page).include('[role=dialog]')), command).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }

    const [first] = workbench.words.ranked;
    const { innovation } = workbench.words.dimensions;
    await workbench.rankingRow(first).click({ button: 'right' });
    const item = page.getByRole('menuitem', { name: leaveOut(first) });
    await item.waitFor();
    await workbench.settled();
    expect(await seriousFaults(axe(page).include('[role=menu]'))).toEqual([]);
    await item.click();
    await expect(workbench.rankingRow(first)).toHaveCount(0);
    const weights = page.locator('.weights');
    await weights.getByRole('button', { name: innovation, exact: true }).click();
    await workbench.runFromPalette(leaveOut(innovation));
    await expect(workbench.slider(innovation)).toHaveCount(0);
    await workbench.settled();
    expect(await seriousFaults(axe(page).include('.ranking').include('.weights'))).toEqual([]);
    expect(problems).toEqual([]);
  });
}
