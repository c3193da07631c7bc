import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const journeys = {
  zh: {
    view: '简报',
    exported: '导出 PDF',
    pages: /第 1 页/u,
    section: '来源',
    leader: '阿里巴巴',
  },
  en: {
    view: 'Brief',
    exported: 'Export PDF',
    pages: /Page 1 of/u,
    section: 'Sources',
    leader: 'Alibaba',
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  test(`the brief is previewed, follows an edit, and is exported: ${language}`, async ({
    shell,
  }) => {
    const words = journeys[language];
    const { page, problems } = await shell.open({ language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();

    await page
      .getByRole('navigation', { name: workbench.words.views })
      .getByRole('button', { name: words.view })
      .click();
    const firstPage = page.getByRole('img', { name: words.pages });
    await expect(firstPage).toBeVisible({ timeout: 20_000 });
    const before = await firstPage.getAttribute('src');

    await page.getByRole('checkbox', { name: words.section }).uncheck({ force: true });
    await expect.poll(() => firstPage.getAttribute('src'), { timeout: 20_000 }).not.toBe(before);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.exported }).click(),
    ]);
    const file = await download.path();
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toContain(words.leader);
    expect(text).toContain('54.0');
    expect(problems).toEqual([]);
  });
}
