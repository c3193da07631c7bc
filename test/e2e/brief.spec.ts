import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

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

const textOf = (pdf: string) =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

for (const language of ['zh', 'en'] as const) {
  test(`the brief is previewed, exported as the command line writes it, and follows an edit: ${language}`, async ({
    shell,
  }, info) => {
    mkdirSync(info.outputDir, { recursive: true });
    const at = (name: string) => join(info.outputDir, name);
    await runCommand('sample', at('book.hengmo'), '--lang', language);
    await runCommand('brief', at('book.hengmo'), '--out', at('brief.pdf'), '--lang', language);
    const words = journeys[language];
    const { page, problems } = await shell.open({ workbook: at('book.hengmo'), language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();

    await page
      .getByRole('navigation', { name: workbench.words.views })
      .getByRole('button', { name: words.view })
      .click();
    const firstPage = page.getByRole('img', { name: words.pages });
    await expect(firstPage).toBeVisible({ timeout: 20_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.exported }).click(),
    ]);
    const text = textOf(await download.path());
    expect(text).toContain(words.leader);
    expect(text).toContain('54.0');
    expect(text).toBe(textOf(at('brief.pdf')));

    const before = await firstPage.getAttribute('src');
    await page.getByRole('checkbox', { name: words.section }).uncheck({ force: true });
    await expect.poll(() => firstPage.getAttribute('src'), { timeout: 20_000 }).not.toBe(before);
    expect(problems).toEqual([]);
  });
}
