import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

test('AHP names the judgment to revisit, and an accepted proposal is one undo step', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await page.getByRole('button', { name: '按方法建议权重', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const judge = (row: string, column: string, value: string) =>
    dialog
      .getByRole('combobox', { name: `${row}相对于${column}的重要性` })
      .selectOption({ label: value });
  await judge('生态构建能力', '技术研发能力', '3');
  await judge('技术研发能力', '行业赋能能力', '5');
  await judge('生态构建能力', '行业赋能能力', '1/4');
  await expect(dialog.getByText(/超过 0\.10，判断相互矛盾/u)).toBeVisible();
  await expect(dialog.locator('td[data-revisit]')).toHaveCount(1);
  await dialog.getByRole('button', { name: /^改为 / }).click();
  await expect(dialog.getByText(/判断自洽|判断相互矛盾/u)).toBeVisible();
  // A method that the data do not allow says why, in its column.
  await expect(dialog.getByText(/各项都有值的评价对象太少/u)).toBeVisible();

  await dialog.getByRole('button', { name: '采纳等权的权重' }).click();
  await expect(dialog).toBeHidden();
  await expect(workbench.points('创新拓展能力')).toHaveValue('20');
  await workbench.undo.click();
  await expect(workbench.points('创新拓展能力')).toHaveValue('10');
  await expect(workbench.undo).toBeDisabled();
  expect(problems).toEqual([]);
});

test('weights are saved under a name, differ in words, and are applied again in one step', async ({
  shell,
}) => {
  const { page, problems } = await shell.open({ language: 'en' });
  const workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  await page.getByRole('button', { name: 'Weight sets', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the set' }).fill('As published');
  await dialog.getByRole('button', { name: 'Save weights' }).click();
  await expect(dialog.getByText('Same as the weights of now.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const first = page.getByRole('slider').first();
  await first.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-valuenow', '30');
  await page.getByRole('button', { name: 'Weight sets', exact: true }).click();
  await expect(dialog.getByText(/30% of its siblings now, 25% in the set/u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply the set As published' }).click();
  await expect(dialog.getByText('Same as the weights of now.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(first).toHaveAttribute('aria-valuenow', '25');
  await workbench.undo.click();
  await expect(first).toHaveAttribute('aria-valuenow', '30');

  await page.getByRole('button', { name: 'Declared weight and real influence' }).click();
  await expect(
    page.getByRole('img', { name: /declared 30%, effective 30%, influence \d/u }),
  ).toBeVisible();
  expect(problems).toEqual([]);
});
