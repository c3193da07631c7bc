import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const INITIAL = ['阿里巴巴', '科大讯飞', '字节跳动', '百度', '腾讯', '智谱'];

test('the first window shows the bundled ranking and says what is not known', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  expect(await workbench.rankedUnits()).toEqual(INITIAL);
  await expect(workbench.rankingRow('阿里巴巴')).toContainText('54.0');
  await expect(page.getByText('14 个评价对象中 6 个可排名')).toBeVisible();
  await expect(workbench.status).toContainText('97 / 350');
  expect(problems).toEqual([]);
});

test('a drag moves the ranking while it lasts, and Escape takes it back', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();

  await workbench.grab('商业变现能力', 130);
  await expect.poll(() => workbench.rankedUnits()).not.toEqual(INITIAL);
  const during = await workbench.rankedUnits();
  expect(during[0]).toBe('科大讯飞');

  await page.keyboard.press('Escape');
  await expect.poll(() => workbench.rankedUnits()).toEqual(INITIAL);
  await page.mouse.up();
  await expect(workbench.undo).toBeDisabled();
  await expect(workbench.points('商业变现能力')).toHaveValue('20');
  expect(problems).toEqual([]);
});

test('a drag is one undo step that survives a restart', async ({ shell }) => {
  const first = await shell.open();
  const workbench = new WorkbenchPage(first.page);
  await workbench.ready();
  await workbench.grab('商业变现能力', 130);
  await first.page.mouse.up();
  await expect(workbench.undo).toBeEnabled();
  const changed = await workbench.rankedUnits();
  expect(changed[0]).toBe('科大讯飞');
  const points = await workbench.points('商业变现能力').inputValue();
  expect(Number(points)).toBeGreaterThan(20);
  await first.quit();

  const second = await shell.open({ dataFolder: first.dataFolder });
  const again = new WorkbenchPage(second.page);
  await again.ready();
  await expect.poll(() => again.rankedUnits()).toEqual(changed);
  await expect(again.points('商业变现能力')).toHaveValue(points);
  await again.undo.click();
  await expect.poll(() => again.rankedUnits()).toEqual(INITIAL);
  await expect(again.points('商业变现能力')).toHaveValue('20');
  await expect(again.undo).toBeDisabled();
  await again.redo.click();
  await expect(again.points('商业变现能力')).toHaveValue(points);
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test('points typed into the field keep the sum; a lock keeps its own', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await workbench.lock('生态构建能力').click();
  await workbench.points('技术研发能力').fill('40');
  await page.keyboard.press('Enter');
  await expect(workbench.points('生态构建能力')).toHaveValue('25');
  await expect(workbench.points('技术研发能力')).toHaveValue('40');
  // The other three shared 50 points as 20 : 20 : 10; 35 are left for them.
  await expect(workbench.points('行业赋能能力')).toHaveValue('14');
  await expect(workbench.points('商业变现能力')).toHaveValue('14');
  await expect(workbench.points('创新拓展能力')).toHaveValue('7');

  await workbench.points('技术研发能力').fill('abc');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请输入数字')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(workbench.points('技术研发能力')).toHaveValue('40');
  expect(problems).toEqual([]);
});

test('arrow keys move a weight, and quick presses are one step', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await workbench.slider('技术研发能力').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(workbench.points('技术研发能力')).toHaveValue('30.5');
  await expect(workbench.undo).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(workbench.points('技术研发能力')).toHaveValue('25');
  await expect(workbench.undo).toBeDisabled();
  expect(problems).toEqual([]);
});

test('@web a change from a second window is followed', async ({ shell }) => {
  const { page, anotherPage, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  const other = new WorkbenchPage(await anotherPage());
  await other.ready();
  await other.points('技术研发能力').fill('40');
  await other.page.keyboard.press('Enter');
  await expect(workbench.points('技术研发能力')).toHaveValue('40');
  await expect(workbench.undo).toBeEnabled();
  expect(problems).toEqual([]);
});

test('@web weights changed in a second window during a drag are kept, and the drag says so', async ({
  shell,
}) => {
  const { page, anotherPage, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  const other = new WorkbenchPage(await anotherPage());
  await other.ready();
  await page.bringToFront();
  await workbench.grab('技术研发能力', 40);
  await expect(workbench.points('技术研发能力')).not.toHaveValue('25');
  await other.points('商业变现能力').fill('30');
  await other.page.keyboard.press('Enter');
  await expect(workbench.points('商业变现能力')).toHaveValue(/^30(?:\.0)?$/u);
  await page.mouse.up();
  await expect(page.getByText('工作簿刚被其他操作修改，此次更改没有写入。')).toBeVisible();
  await expect(workbench.points('商业变现能力')).toHaveValue(/^30(?:\.0)?$/u);
  await expect(other.points('商业变现能力')).toHaveValue(/^30(?:\.0)?$/u);
  expect(problems).toEqual([]);
});
