import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

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
  await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('阿里巴巴');

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
