import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

/** What axe finds that is serious, with where it is; `rules`: only these, which is much quicker. */
async function seriousFaults(page: Page, rules: readonly string[] | null): Promise<string[]> {
  const checker = new AxeBuilder({ page });
  const { violations } = await (rules === null ? checker : checker.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

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
    const views = page.getByRole('navigation', { name: workbench.words.views }).getByRole('button');
    const count = await views.count();
    expect(count).toBeGreaterThan(3);
    for (let view = 0; view < count; view++) {
      await views.nth(view).click();
      await expect(views.nth(view)).toHaveAttribute('aria-pressed', 'true');
      await workbench.settled();
      if (rules !== FIT_ONLY) {
        expect(await seriousFaults(page, rules), `view ${view + 1}`).toEqual([]);
      }
      expect(await overflow(page), `view ${view + 1}`).toBeLessThanOrEqual(0);
      if (rules !== COLOURS) continue;
      for (const panel of await panelsBehind(page)) {
        await page.locator(`[data-panel=${panel}]`).click();
        await workbench.settled();
        expect(await seriousFaults(page, rules), panel).toEqual([]);
        expect(await overflow(page), panel).toBeLessThanOrEqual(0);
      }
    }
    expect(problems).toEqual([]);
  });
}
