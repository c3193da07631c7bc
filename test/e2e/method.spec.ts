import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
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

/** Units whose rank differs, by code. */
function rankMoves(before: readonly ScoreRow[], after: readonly ScoreRow[]): RankMove[] {
  const rank = (row: ScoreRow | undefined) => Number(row?.rank ?? 0);
  return after
    .map((row) => ({
      unit: String(row.uName),
      before: rank(before.find(({ uCode }) => uCode === row.uCode)),
      after: rank(row),
    }))
    .filter((move) => move.before !== move.after);
}

const byName = (moves: readonly RankMove[]) => moves.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));

test('@web a method is tried, seen to move the ranks as the command line says, applied and undone', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-method-'));
  try {
    const workbook = join(folder, 'method.hengmo');
    await runCommand('sample', workbook);
    const own = await scoresOf(workbook);
    const ranked = await scoresOf(workbook, '--normalise', 'rank');

    const { page, problems, quit } = await shell.open({ workbook });
    const workbench = new WorkbenchPage(page);
    await workbench.ready();
    const method = new MethodPage(page, 'zh');
    await method.open();
    await expect(method.button('apply')).toBeDisabled();

    await method.choice('bottomAggregation').selectOption('geometric');
    const refusal = page.getByRole('alert').filter({ hasText: '各项大于 0' });
    await expect(refusal).toContainText('获得的专利数量');
    await expect(method.button('apply')).toBeDisabled();
    await method.button('discard').click();
    await expect(refusal).toHaveCount(0);
    await expect(method.choice('bottomAggregation')).toHaveValue('arithmetic');

    await method.choice('normalisation').selectOption('rank');
    await expect
      .poll(async () => byName(await method.moves()))
      .toEqual(byName(rankMoves(own, ranked)));
    // An unfinished choice is no part of the workbook, but a reload does not lose it.
    await expect(workbench.status).toContainText('最小值与最大值之间换算到 0–100');
    await expect(
      workbench.status.getByRole('button', { name: '方法有未应用的草案' }),
    ).toBeVisible();
    // What is remembered is written a moment later.
    await page.waitForTimeout(800);
    await page.reload();
    await expect(method.choice('normalisation')).toHaveValue('rank');
    await expect
      .poll(async () => byName(await method.moves()))
      .toEqual(byName(rankMoves(own, ranked)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([]);
    await method.button('apply').click();
    await expect(workbench.status).toContainText('名次 · 加权算术平均');
    await expect(workbench.status.getByRole('button')).toHaveCount(0);
    await expect(method.button('apply')).toBeDisabled();
    await workbench.undo.click();
    await expect(workbench.status).toContainText('最小值与最大值之间换算到 0–100');
    await workbench.redo.click();
    await expect(workbench.status).toContainText('名次 · 加权算术平均');
    expect(problems).toEqual([]);
    await quit();
    expect(await scoresOf(workbook)).toEqual(ranked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('@web a scenario has a method of its own, indicator by indicator, and says what it fills', async ({
  shell,
}) => {
  const { page, problems } = await shell.open({ language: 'en' });
  const workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(workbench.scenarioMenu).toContainText('Scenario 1');
  const method = new MethodPage(page, 'en');
  await method.open();
  await expect(
    page.getByText('A change is written into the scenario “Scenario 1” only.'),
  ).toBeVisible();

  await method.choice('missing').selectOption('median');
  // 25 × 14 cells, 97 adopted; of the 9 empty columns nothing can be filled, and 14 values stand on a logarithm.
  await expect(method.changed).toContainText('141 values are changed.');
  await expect(method.effect).toContainText(/\d+ of 14 units change their rank/u);

  const edit = page.getByRole('button', { name: /^Rules of its own for .*context window/u });
  await edit.click();
  await method.choice('ownNormalisation').selectOption('goalposts');
  const card = page.getByRole('region', { name: /context window/u });
  await card.getByLabel('Upper bound').fill('not a number');
  await expect(card.getByRole('alert')).toContainText('Enter a number.');
  await card.getByLabel('Upper bound').fill('2000');
  await expect(card.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /context window.*Goalposts/u })).toBeVisible();

  await method.button('apply').click();
  await expect(workbench.status).toContainText('gaps filled with the median of the indicator');
  await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  await workbench.scenarioMenu.click();
  await page.getByRole('menuitem', { name: /Baseline/u }).click();
  await expect(method.choice('missing')).toHaveValue('available-leaf');
  await expect(method.changed).toContainText('14 values are changed.');
  expect(problems).toEqual([]);
});
