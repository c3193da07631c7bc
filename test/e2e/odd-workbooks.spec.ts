import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

import { test } from './fixtures.ts';
import { ScenarioMatrixPage } from './pages/scenario-matrix-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const FRAMEWORK = `iCode,iName,Level,Parent,Weight,Direction,Type
a,Alpha,1,d1,1,1,Indicator
b,Beta,1,d1,2,-1,Indicator
c,Gamma,1,d2,1,1,Indicator
d1,First,2,idx,3,1,Aggregate
d2,Second,2,idx,1,1,Aggregate
idx,Index,3,,1,1,Aggregate
`;

/** Workbooks in which much has no meaning: no spread, no value, nothing to tell two units apart. */
const odd = [
  { name: 'one unit only', data: 'uCode,uName,a,b,c\nx,Solo,1,2,3\n', ranked: [] },
  {
    name: 'a unit without a single value',
    data: 'uCode,uName,a,b,c\nx,Ex,1,2,3\ny,Why,4,1,2\nz,Blank,,,\n',
    ranked: ['Why', 'Ex'],
  },
  {
    name: 'two identical units',
    data: 'uCode,uName,a,b,c\nx,Ex,1,2,3\ny,Twin,4,1,2\nz,Double,4,1,2\n',
    ranked: ['Twin', 'Double', 'Ex'],
  },
] as const;

/** Words that leak out of programs when nobody thought of a case. */
async function leaks(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b(?:NaN|undefined|Infinity|null|\[object \w+\])\b|\{\{|-0(?:\.0+)?%/gu) ?? [];
}

for (const { name, data, ranked } of odd) {
  test(`@web every view shows ${name} sensibly, in both languages`, async ({ shell }) => {
    const folder = mkdtempSync(join(tmpdir(), 'hengmo-odd-'));
    try {
      writeFileSync(join(folder, 'framework.csv'), FRAMEWORK);
      writeFileSync(join(folder, 'data.csv'), data);
      const workbook = join(folder, 'odd.hengmo');
      await runCommand(
        'import',
        workbook,
        '--framework',
        join(folder, 'framework.csv'),
        '--data',
        join(folder, 'data.csv'),
      );
      const { page, problems } = await shell.open({ workbook });
      let workbench = new WorkbenchPage(page);
      await page.getByRole('listbox', { name: workbench.words.ranking }).waitFor();
      for (const language of ['zh', 'en'] as const) {
        workbench = await workbench.inLanguage(language);
        const views = page
          .getByRole('navigation', { name: workbench.words.views })
          .getByRole('button');
        await views.first().click();
        expect(await workbench.rankedUnits()).toEqual(ranked);
        for (let view = 0; view < (await views.count()); view++) {
          await views.nth(view).click();
          await workbench.settled();
          expect(await leaks(page), `view ${view + 1}`).toEqual([]);
        }
      }
      expect(problems).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test('@web the scenario matrix of many units has only the rows in sight, and keys reach all, in both languages', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-many-'));
  try {
    const many = 400;
    const units = Array.from({ length: many }, (_, at) => `u${at},Unit ${at},${at},1,${at % 7}`);
    writeFileSync(join(folder, 'framework.csv'), FRAMEWORK);
    writeFileSync(join(folder, 'data.csv'), ['uCode,uName,a,b,c', ...units, ''].join('\n'));
    const [workbook, framework, data] = ['many.hengmo', 'framework.csv', 'data.csv'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await runCommand('import', workbook, '--framework', framework, '--data', data);
    const { page, problems } = await shell.open({ workbook });
    let workbench = new WorkbenchPage(page);
    await page.getByRole('listbox', { name: workbench.words.ranking }).waitFor();
    for (const language of ['zh', 'en'] as const) {
      workbench = await workbench.inLanguage(language);
      await page.keyboard.press('Control+2');
      const { grid } = new ScenarioMatrixPage(page, language);
      const focused = page.locator('td:focus');
      const rowOfFocus = () => focused.locator('xpath=..').getAttribute('aria-rowindex');
      await expect(grid).toHaveAttribute('aria-rowcount', String(many + 1));
      await grid.getByRole('gridcell').first().focus();
      await page.keyboard.press('Control+End');
      await expect.poll(rowOfFocus).toBe(String(many + 1));
      await expect(focused).toBeInViewport();
      expect(await grid.getByRole('row').count()).toBeLessThan(many / 2);

      // Scrolled away, the cell is still where the keys go on from.
      await grid.evaluate((table) => table.parentElement?.scrollTo(0, 0));
      await expect(grid.locator('[aria-rowindex="2"]')).toBeInViewport();
      await expect(focused).toHaveCount(0);
      await page.keyboard.press('ArrowUp');
      await expect.poll(rowOfFocus).toBe(String(many));
      await page.keyboard.press('Control+Home');
      await expect.poll(rowOfFocus).toBe('2');
    }
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
