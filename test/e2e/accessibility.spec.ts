import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

/** What axe finds that is serious, with where it is. */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
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

const SMALL = { width: 1100, height: 700 };
const USUAL = { width: 1440, height: 900 };
const LARGE = { width: 2560, height: 1440 };

/** Every language with every theme, and every size with both of each. */
const looks = [
  ...[SMALL, USUAL, LARGE].flatMap((size) => [
    { language: 'zh', theme: 'light', size } as const,
    { language: 'en', theme: 'dark', size } as const,
  ]),
  { language: 'zh', theme: 'dark', size: USUAL } as const,
  { language: 'en', theme: 'light', size: USUAL } as const,
];

for (const { language, theme, size } of looks) {
  test(`every view is accessible and fits: ${language}, ${theme}, ${size.width} × ${size.height}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language, theme, ...size });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const views = page.getByRole('navigation', { name: workbench.words.views }).getByRole('button');
    const count = await views.count();
    expect(count).toBeGreaterThan(3);
    for (let view = 0; view < count; view++) {
      await views.nth(view).click();
      await expect(views.nth(view)).toHaveAttribute('aria-pressed', 'true');
      await page.waitForTimeout(300);
      expect(await seriousFaults(page), `view ${view + 1}`).toEqual([]);
      expect(await overflow(page), `view ${view + 1}`).toBeLessThanOrEqual(0);
    }
    expect(problems).toEqual([]);
  });
}
