import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { axe, seriousFaults } from './axe.ts';
import { keptLayout } from './data-folder.ts';
import { type ExportedNames, exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { MethodPage, type RankMove } from './pages/method-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

type ScoreRow = Readonly<Record<string, string | number | null>>;

async function scoresOf(workbook: string, ...options: string[]): Promise<ScoreRow[]> {
  return JSON.parse(
    await runCommand('score', workbook, '--format', 'json', ...options),
  ) as ScoreRow[];
}

/** Units whose rank differs. */
function rankMoves(
  before: readonly ScoreRow[],
  after: readonly ScoreRow[],
  names: ExportedNames,
): RankMove[] {
  const rank = (row: ScoreRow | undefined) => Number(row?.rank ?? 0);
  return after
    .map((row) => ({
      unit: names.unit(String(row.uCode)),
      before: rank(before.find(({ uCode }) => uCode === row.uCode)),
      after: rank(row),
    }))
    .filter((move) => move.before !== move.after);
}

const byName = (moves: readonly RankMove[]) => moves.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));

const words = {
  zh: {
    refused: '各项大于 0',
    where: '获得的专利数量',
    before: '最小值与最大值之间换算到 0–100',
    after: '名次 · 加权算术平均',
    draft: '方法有未应用的草案',
    create: '创建',
    scenario: /情景 \d/u,
    only: /^更改只写入情景“情景 \d”，其他情景不变。$/u,
    changed: '141 个数值被改动。',
    unchanged: '14 个数值被改动。',
    effect: /\d+ 个对象的名次改变，共 14 个/u,
    edit: /^为.*上下文窗口.*单独定规则/u,
    card: /上下文窗口/u,
    upper: '上限',
    notANumber: '请输入数字。',
    row: /上下文窗口.*上下限/u,
    filled: '缺失用指标中位数填补',
    close: '收起',
    baseline: /基准情景/u,
  },
  en: {
    refused: 'values above 0',
    where: 'Patents obtained',
    before: 'min–max to 0–100',
    after: 'rank · weighted arithmetic mean',
    draft: 'Method: unfinished draft',
    create: 'Create',
    scenario: /Scenario \d/u,
    only: /^A change is written into the scenario “Scenario \d” only\.$/u,
    changed: '141 values are changed.',
    unchanged: '14 values are changed.',
    effect: /\d+ of 14 units change their rank/u,
    edit: /^Rules of its own for .*context window/u,
    card: /context window/u,
    upper: 'Upper bound',
    notANumber: 'Enter a number.',
    row: /context window.*Goalposts/u,
    filled: 'gaps filled with the median of the indicator',
    close: 'Close',
    baseline: /Baseline/u,
  },
} as const;

test('@web a method is tried, seen to move the ranks as the command line says, applied and undone, in both languages', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-method-'));
  try {
    const workbook = join(folder, 'method.hengmo');
    await runCommand('sample', workbook);
    const names = await exportedNames(workbook);
    const own = await scoresOf(workbook);
    const ranked = await scoresOf(workbook, '--normalise', 'rank');

    const { page, problems, dataFolder, quit } = await shell.open({ workbook });
    let workbench = new WorkbenchPage(page);
    await workbench.ready();
    for (const language of ['zh', 'en'] as const) {
      workbench = await workbench.inLanguage(language);
      const text = words[language];
      const method = new MethodPage(page, language);
      await method.open();
      await expect(method.button('apply')).toBeDisabled();

      await method.choice('bottomAggregation').selectOption('geometric');
      const refusal = page.getByRole('alert').filter({ hasText: text.refused });
      await expect(refusal).toContainText(text.where);
      await expect(method.button('apply')).toBeDisabled();
      await method.button('discard').click();
      await expect(refusal).toHaveCount(0);
      await expect(method.choice('bottomAggregation')).toHaveValue('arithmetic');

      await method.choice('normalisation').selectOption('rank');
      const moves = async () => byName(await method.moves());
      const expected = byName(rankMoves(own, ranked, names[language]));
      await expect.poll(moves).toEqual(expected);
      // An unfinished choice is no part of the workbook, but a reload does not lose it.
      await expect(workbench.status).toContainText(text.before);
      await expect(workbench.status.getByRole('button', { name: text.draft })).toBeVisible();
      await expect
        .poll(() => keptLayout(dataFolder)?.memories['method.drafts'])
        .toMatchObject({ baseline: { normalisation: { rule: 'rank' } } });
      await page.reload();
      await expect(method.choice('normalisation')).toHaveValue('rank');
      await expect.poll(moves).toEqual(expected);
      expect(await seriousFaults(axe(page))).toEqual([]);
      await method.button('apply').click();
      await expect(workbench.status).toContainText(text.after);
      await expect(workbench.status.getByRole('button')).toHaveCount(0);
      await expect(method.button('apply')).toBeDisabled();
      await workbench.undo.click();
      await expect(workbench.status).toContainText(text.before);
      await workbench.redo.click();
      await expect(workbench.status).toContainText(text.after);
      await workbench.undo.click();
      await expect(workbench.status).toContainText(text.before);
    }
    await workbench.redo.click();
    await expect(workbench.status).toContainText(words.en.after);
    expect(problems).toEqual([]);
    await quit();
    expect(await scoresOf(workbook)).toEqual(ranked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('@web a scenario has a method of its own, indicator by indicator, and says what it fills, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const text = words[language];
    await page.keyboard.press('Control+Shift+N');
    await page.getByRole('button', { name: text.create, exact: true }).click();
    await expect(workbench.scenarioMenu).toContainText(text.scenario);
    const method = new MethodPage(page, language);
    await method.open();
    await expect(page.getByText(text.only)).toBeVisible();

    await method.choice('missing').selectOption('median');
    // 25 × 14 cells, 97 adopted; of the 9 empty columns nothing can be filled, and 14 values stand on a logarithm.
    await expect(method.changed).toContainText(text.changed);
    await expect(method.effect).toContainText(text.effect);

    await page.getByRole('button', { name: text.edit }).click();
    await method.choice('ownNormalisation').selectOption('goalposts');
    const card = page.getByRole('region', { name: text.card });
    await card.getByLabel(text.upper).fill('not a number');
    await expect(card.getByRole('alert')).toContainText(text.notANumber);
    await card.getByLabel(text.upper).fill('2000');
    await expect(card.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('row', { name: text.row })).toBeVisible();

    await method.button('apply').click();
    await expect(workbench.status).toContainText(text.filled);
    await page.getByRole('button', { name: text.close, exact: true }).first().click();
    await workbench.scenarioMenu.click();
    await page.getByRole('menuitem', { name: text.baseline }).click();
    await expect(method.choice('missing')).toHaveValue('available-leaf');
    await expect(method.changed).toContainText(text.unchanged);
  }
  expect(problems).toEqual([]);
});
