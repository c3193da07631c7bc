import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { ScenarioMatrixPage } from './pages/scenario-matrix-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

test('a scenario keeps its changes apart from the baseline and says them in words', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();

  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: '新建情景' });
  await dialog.getByLabel('名称').fill('重视变现');
  await dialog.getByLabel('说明').fill('变现占一半会怎样？');
  await dialog.getByRole('button', { name: '创建' }).click();
  await expect(workbench.scenarioMenu).toContainText('重视变现');

  await workbench.points('商业变现能力').fill('50');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('科大讯飞');

  await page.keyboard.press('Control+2');
  await expect(page.getByText('商业变现能力：占同级权重由 20% 改为 50%。')).toBeVisible();
  await expect(page.getByText('科大讯飞由第 2 名升至第 1 名')).toBeVisible();

  await page.keyboard.press('[');
  await expect(workbench.scenarioMenu).toContainText('基准情景');
  await expect(workbench.points('商业变现能力')).toHaveValue('20');
  await page.keyboard.press('Control+1');
  await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('阿里巴巴');

  await page.keyboard.press('Control+2');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: '全部还原' }).click();
  await expect(page.getByText('还没有改动')).toBeVisible();
  await expect(workbench.points('商业变现能力')).toHaveValue('20');
  expect(problems).toEqual([]);
});

test('deleting a scenario is one step that can be taken back', async ({ shell }) => {
  const { page, problems } = await shell.open({ language: 'en' });
  const workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'New scenario…' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(workbench.scenarioMenu).toContainText('Scenario 1');

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(workbench.scenarioMenu).toContainText('Scenario 1 (copy)');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Scenario “Scenario 1 (copy)” deleted.')).toBeVisible();
  const list = page.getByRole('listbox', { name: 'Scenarios' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await workbench.undo.click();
  await expect(list.getByRole('option')).toHaveCount(3);

  await list.getByRole('option', { name: /Baseline/u }).click();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
  expect(problems).toEqual([]);
});

test('@web the matrix shows for every scenario what the command line prints, and selects by keyboard', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-matrix-'));
  try {
    const workbook = join(folder, 'book.hengmo');
    await runCommand('sample', workbook, '--lang', 'zh');
    const { page, problems, quit } = await shell.open({ workbook });
    const workbench = new WorkbenchPage(page);
    await workbench.ready();
    await page.keyboard.press('Control+Shift+N');
    await page.getByRole('dialog').getByLabel('名称').fill('重视变现');
    await page.getByRole('button', { name: '创建', exact: true }).click();
    await expect(workbench.scenarioMenu).toContainText('重视变现');
    await workbench.points('商业变现能力').fill('50');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+2');

    const matrix = new ScenarioMatrixPage(page);
    await expect(matrix.cell('重视变现', '科大讯飞')).toHaveAccessibleName(
      /第 1 名，得分 [\d.]+；比“基准情景”升 1 名/u,
    );
    const shown = await matrix.names();

    await matrix.cell('重视变现', '阿里巴巴').click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(workbench.scenarioMenu).toContainText('基准情景');
    await expect(matrix.cell('基准情景', '阿里巴巴')).toHaveAttribute('aria-selected', 'true');
    expect(problems).toEqual([]);
    await quit();

    for (const scenario of ['基准情景', '重视变现']) {
      const printed = JSON.parse(
        await runCommand('score', workbook, '--scenario', scenario, '--format', 'json'),
      ) as { uName: string; rank: number | null; index: number | null }[];
      expect(printed).toHaveLength(14);
      for (const { uName, rank, index } of printed) {
        const place = rank === null ? '没有名次' : `第 ${rank} 名`;
        const score = index === null ? '—' : index.toFixed(1);
        const words = `${scenario}：${uName}${place}，得分 ${score}`;
        expect(shown.filter((name) => name.startsWith(words))).toHaveLength(1);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('two scenarios differ in words and under the same draws', async ({ shell }) => {
  const { page, problems } = await shell.open({ language: 'en' });
  const workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(workbench.scenarioMenu).toContainText('Scenario 1');
  await workbench.points('Monetisation').fill('50');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+2');
  await page.getByRole('tab', { name: 'Compare scenarios' }).click();
  await expect(
    page.getByText('Monetisation: share among its siblings from 20% to 50%.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(
    page.getByText('Monetisation: share among its siblings from 50% to 20%.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Swap' }).click();

  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const table = page.getByRole('table', { name: 'Differences under uncertainty' });
  await expect(table.getByRole('row', { name: /^iFLYTEK/u })).toContainText('2 → 1', {
    timeout: 30_000,
  });
  await expect(page.getByText(/^From 10,000 draws \(seed 1\)/u)).toBeVisible();
  expect(problems).toEqual([]);
});

test('a scenario becomes the baseline after saying what that means, in one step', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const name of ['重视变现', '旁观']) {
    await page.keyboard.press('[');
    await page.keyboard.press('Control+Shift+N');
    const dialog = page.getByRole('dialog', { name: '新建情景' });
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByLabel('建立在').selectOption({ label: '基准情景' });
    await dialog.getByRole('button', { name: '创建' }).click();
    await expect(workbench.scenarioMenu).toContainText(name);
    if (name !== '重视变现') continue;
    await workbench.points('商业变现能力').fill('50');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('科大讯飞');
  }
  await page.keyboard.press('Control+2');
  await page.getByRole('option', { name: /^重视变现 /u }).click();
  await page.getByRole('button', { name: '设为基准…' }).click();
  const dialog = page.getByRole('dialog', { name: '把“重视变现”设为基准' });
  await expect(dialog.getByText('1 组权重：')).toBeVisible();
  await expect(dialog.getByText(/^旁观：\d+ 个对象的名次改变$/u)).toBeVisible();
  await dialog.getByRole('button', { name: '设为基准' }).click();
  await expect(workbench.scenarioMenu).toContainText('基准情景');
  await expect(workbench.points('商业变现能力')).toHaveValue(/^50(?:\.0)?$/u);
  await expect(page.getByRole('option', { name: /^原基准 /u })).toBeVisible();

  await workbench.undo.click();
  await expect(workbench.points('商业变现能力')).toHaveValue('20');
  await expect(page.getByRole('option', { name: /^原基准 /u })).toHaveCount(0);
  expect(problems).toEqual([]);
});
