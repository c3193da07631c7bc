import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const otherLaunch = {
  zh: '现在这个地址上的后台不是打开此页的那一个',
  en: 'the host at this address is not the one that opened it',
} as const;

async function runFromPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: /搜索或执行命令|Search or run a command/u });
  await field.fill(query);
  await page
    .getByRole('listbox', { name: /搜索结果|Results/u })
    .getByText(query)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

const pressed = (page: Page) =>
  page.getByRole('navigation').getByRole('button', { pressed: true }).textContent();

const frameWords = {
  zh: {
    search: '搜索或执行命令',
    nothing: '没有匹配的命令、对象或指标',
    views: ['排名与权重', '情景', '评价对象'],
    keys: '键盘操作一览',
    groups: ['视图', '编辑', '情景', '工作簿', '界面', '在权重面板中', '在排名面板中'],
    sentence: /阿里巴巴 54\.0 高于 科大讯飞 50\.4/u,
    last: '百川智能',
    unranked: '百川智能没有名次',
    details: '证据与说明',
    openDetails: '打开证据与说明',
    why: '为什么',
  },
  en: {
    search: 'Search or run a command',
    nothing: 'No command, unit or indicator matches',
    views: ['Ranking & weights', 'Scenarios', 'Unit'],
    keys: 'Keyboard map',
    groups: [
      'Views',
      'Edit',
      'Scenarios',
      'Workbook',
      'Interface',
      'In the panel Weights',
      'In the panel Ranking',
    ],
    sentence: /Alibaba 54\.0 is above iFLYTEK 50\.4/u,
    last: 'Baichuan',
    unranked: 'Baichuan has no rank',
    details: 'Evidence and explanation',
    openDetails: 'Open evidence and explanation',
    why: 'Why',
  },
} as const;

test('palette, keys, keyboard map, ranking by keyboard and the drawer of a narrow window, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    // From Chinese to English by the palette.
    if (language === 'en') await runFromPalette(page, '切换为英文界面');
    workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const text = frameWords[language];
    const { ranked, ranking } = workbench.words;

    await runFromPalette(page, ranked[1]);
    await expect(workbench.rankingRow(ranked[1])).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: text.search }).fill('没有这样的东西');
    await expect(page.getByText(text.nothing)).toBeVisible();
    await page.keyboard.press('Escape');

    const [first, second, unit] = text.views;
    await page.keyboard.press('Control+2');
    expect(await pressed(page)).toBe(second);
    await page.keyboard.press('Control+1');
    expect(await pressed(page)).toBe(first);
    await page.keyboard.press('Shift+?');
    const map = page.getByRole('dialog', { name: text.keys });
    await expect(map).toBeVisible();
    for (const group of text.groups) {
      await expect(map.getByRole('heading', { name: group, exact: true })).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(map).toBeHidden();

    // From the unit that the palette has selected.
    await page.getByRole('listbox', { name: ranking }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(workbench.rankingRow(ranked[1])).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(text.sentence)).toBeVisible();
    await page.keyboard.press('End');
    await expect(workbench.rankingRow(text.last)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(text.unranked)).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(await pressed(page)).toBe(unit);
    await page.keyboard.press('Control+1');

    await page.setViewportSize({ width: 1100, height: 700 });
    const drawer = page.getByRole('complementary', { name: text.details });
    await expect(drawer).toBeHidden();
    await page.keyboard.press('Control+e');
    await expect(drawer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await page.getByRole('button', { name: text.openDetails }).click();
    await expect(drawer).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('tab', { name: text.why, exact: true })).toBeVisible();
    // Whoever makes the window narrow again finds the drawer as it was left.
    await page.setViewportSize({ width: 1100, height: 700 });
    await expect(drawer).toBeVisible();
    await page.keyboard.press('Control+e');
    await expect(drawer).toBeHidden();
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(problems).toEqual([]);
});

test('view, open branches and language are there again after a restart', async ({ shell }) => {
  const first = await shell.open();
  await new WorkbenchPage(first.page).ready();
  await first.page.getByRole('button', { name: '展开技术研发能力' }).click();
  await expect(first.page.getByRole('slider', { name: '通用核心性能的权重' })).toBeVisible();
  await first.page.keyboard.press('Control+2');
  await runFromPalette(first.page, '切换为英文界面');
  await expect(first.page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  // The layout is saved a moment after the last change.
  await first.page.waitForTimeout(800);
  await first.quit();

  const second = await shell.open({ dataFolder: first.dataFolder });
  await second.page.getByRole('grid', { name: 'Ranks and scores in all scenarios' }).waitFor();
  expect(await pressed(second.page)).toBe('Scenarios');
  await expect(second.page.getByRole('slider')).toHaveCount(9);
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test('@web a workbook is saved as a copy and opened again; another file is refused', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  // Choosers are caught from here on; caught only from the key press on, it would come too late.
  page.on('filechooser', () => undefined);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const copy = await (await downloading).path();

  await workbench.points('技术研发能力').fill('40');
  await page.keyboard.press('Enter');
  await expect(workbench.undo).toBeEnabled();

  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (
    await choosing
  ).setFiles({
    name: 'copy.hengmo',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(copy),
  });
  await expect(workbench.points('技术研发能力')).toHaveValue('25');
  await expect(workbench.undo).toBeDisabled();

  const choosingAgain = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (
    await choosingAgain
  ).setFiles({
    name: 'no.hengmo',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('no'),
  });
  await expect(page.getByText('no.hengmo 不是衡模工作簿。')).toBeVisible();
  await expect(workbench.points('技术研发能力')).toHaveValue('25');
  expect(problems).toEqual([]);
});

test('a backup is restored as a file of its own, and a name stands beside what is entered', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await runFromPalette(page, '署名…');
  await page.getByRole('textbox', { name: '姓名' }).fill('李雷');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '工作簿', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: '署名…' })).toContainText('李雷');
  await page.getByRole('menuitem', { name: '从备份恢复…' }).click();

  const dialog = page.getByRole('dialog', { name: '从备份恢复' });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('button', { name: '恢复为新文件…' }).click();
  // Made when the workbook was opened: before the name was set.
  await expect(page.getByText(/^已打开 .*（恢复）\.hengmo$/u)).toBeVisible();
  await workbench.ready();
  await expect(workbench.status).toContainText('（恢复）.hengmo');
  await expect(workbench.undo).toBeDisabled();
  expect(problems).toEqual([]);
});

test('@web a broken connection is said at once, and the page catches up when it is back', async ({
  shell,
}) => {
  const { page, anotherPage } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  let broken = false;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/socket/u, async (socket) => {
    if (broken) return socket.close({ code: 1001 });
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await workbench.ready();

  broken = true;
  for (const socket of sockets) await socket.close({ code: 1001 });
  await expect(page.getByText('与后台的连接中断')).toBeVisible();

  // Meanwhile somebody else changes the workbook.
  const other = new WorkbenchPage(await anotherPage());
  await other.ready();
  await other.points('技术研发能力').fill('40');
  await other.page.keyboard.press('Enter');
  await expect(other.undo).toBeEnabled();

  broken = false;
  await expect(page.getByText('与后台的连接中断')).toBeHidden({ timeout: 15_000 });
  await expect(workbench.points('技术研发能力')).toHaveValue('40');
});

test('@web a page says that another host has taken the place of its own, keeps nothing of the old workbook, and opens the new address', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const at = (name: string) => join(info.outputDir, name);
  await runCommand('sample', at('full.hengmo'));
  writeFileSync(
    at('framework.csv'),
    'iCode,iName,Level,Parent,Weight,Direction,Type\na,Alpha,1,idx,1,1,Indicator\nidx,Index,2,,1,1,Aggregate\n',
  );
  writeFileSync(at('data.csv'), 'uCode,uName,a\nx,Ex,1\ny,Why,4\n');
  const files = ['--framework', at('framework.csv'), '--data', at('data.csv')];
  await runCommand('import', at('small.hengmo'), ...files);

  const { page, dataFolder, replaceHost } = await shell.open({ workbook: at('full.hengmo') });
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  await workbench.rankingRow('阿里巴巴').click();
  for (const { language, workbook, gone, there } of [
    { language: 'zh', workbook: 'small.hengmo', gone: /阿里巴巴|full\.hengmo/u, there: 'Why' },
    { language: 'en', workbook: 'full.hengmo', gone: /\bWhy\b|small\.hengmo/u, there: 'Alibaba' },
  ] as const) {
    workbench = await workbench.inLanguage(language);
    // A language that the host has not kept comes back as it was when the host is gone.
    if (language === 'en')
      await expect
        .poll(() => readFileSync(join(dataFolder, 'settings.json'), 'utf8'))
        .toMatch(/"language":\s*"en"/u);
    const address = await replaceHost(at(workbook));
    await expect(page.getByRole('alert').filter({ hasText: otherLaunch[language] })).toBeVisible();
    await expect(page.locator('body')).not.toContainText(gone);
    await expect(workbench.undo).toBeDisabled();
    // Typed into the same tab it differs from the old one in its fragment only.
    await page.goto(address);
    await workbench.rankingRow(there).waitFor();
    await expect(page.locator('body')).not.toContainText(gone);
  }
});
