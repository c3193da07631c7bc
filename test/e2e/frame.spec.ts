import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { keptLanguage, keptLayout } from './data-folder.ts';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const otherLaunch = {
  zh: '现在这个地址上的后台不是打开此页的那一个',
  en: 'the host at this address is not the one that opened it',
} as const;

/** The view in front, in the command bar. */
const pressed = (page: Page) => page.getByRole('navigation').getByRole('button', { pressed: true });

const frameWords = {
  zh: {
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
    if (language === 'en') await workbench.runFromPalette(workbench.words.otherLanguage);
    workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const text = frameWords[language];
    const { ranked, ranking } = workbench.words;

    await workbench.runFromPalette(ranked[1]);
    await expect(workbench.rankingRow(ranked[1])).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: workbench.words.search }).fill('没有这样的东西');
    await expect(page.getByText(text.nothing)).toBeVisible();
    await page.keyboard.press('Escape');

    const [first, second, unit] = text.views;
    await page.keyboard.press('Control+2');
    await expect(pressed(page)).toHaveText(second);
    await page.keyboard.press('Control+1');
    await expect(pressed(page)).toHaveText(first);
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
    await expect(pressed(page)).toHaveText(unit);
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

/** What is done before a restart, in one language, and found after it in the other. */
const restarts = [
  {
    from: 'zh',
    to: 'en',
    branch: '展开技术研发能力',
    show: 'Control+2',
    kept: { view: 'scenarios', memories: { 'weights.open': ['technology'] } },
    view: 'Scenarios',
    sliders: 9,
  },
  {
    from: 'en',
    to: 'zh',
    branch: 'Expand Ecosystem building',
    show: 'Control+1',
    kept: { view: 'ranking', memories: { 'weights.open': ['technology', 'ecosystem'] } },
    view: '排名与权重',
    sliders: 12,
  },
] as const;

test('view, open branches and language are there again after a restart, in both languages', async ({
  shell,
}) => {
  let opened = await shell.open();
  await new WorkbenchPage(opened.page).ready();
  const { dataFolder, problems } = opened;
  for (const { from, to, branch, show, kept, view, sliders } of restarts) {
    const workbench = new WorkbenchPage(opened.page, from);
    await opened.page.getByRole('button', { name: branch }).click();
    await opened.page.keyboard.press(show);
    await workbench.runFromPalette(workbench.words.otherLanguage);
    await expect.poll(() => keptLayout(dataFolder)).toMatchObject(kept);
    await expect.poll(() => keptLanguage(dataFolder)).toBe(to);
    await opened.quit();

    opened = await shell.open({ dataFolder });
    await expect(pressed(opened.page)).toHaveText(view);
    await expect(opened.page.getByRole('slider')).toHaveCount(sliders);
    problems.push(...opened.problems);
  }
  expect(problems).toEqual([]);
});

const fileWords = {
  zh: {
    downloaded: /^已下载 .+\.hengmo$/u,
    opened: '已打开 copy-zh.hengmo',
    refused: 'no-zh.hengmo 不是衡模工作簿。',
  },
  en: {
    downloaded: /^Downloaded .+\.hengmo$/u,
    opened: 'Opened copy-en.hengmo',
    refused: 'no-en.hengmo is not a Hengmo workbook.',
  },
} as const;

test('@web a workbook is saved as a copy and opened again; another file is refused, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  // Choosers are caught from here on; caught only from the key press on, it would come too late.
  page.on('filechooser', () => undefined);
  const open = async (name: string, buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const said = fileWords[language];
    const points = workbench.points(workbench.words.dimensions.technology);
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const copy = readFileSync(await (await downloading).path());
    await expect(page.getByText(said.downloaded)).toBeVisible();

    await points.fill('40');
    await page.keyboard.press('Enter');
    await expect(workbench.undo).toBeEnabled();

    await open(`copy-${language}.hengmo`, copy);
    await expect(page.getByText(said.opened)).toBeVisible();
    await expect(points).toHaveValue('25');
    await expect(workbench.undo).toBeDisabled();

    await open(`no-${language}.hengmo`, Buffer.from('no'));
    await expect(page.getByText(said.refused)).toBeVisible();
    await expect(points).toHaveValue('25');
  }
  expect(problems).toEqual([]);
});

const backupWords = {
  zh: {
    author: '署名…',
    field: '姓名',
    name: '李雷',
    menu: '工作簿',
    restore: '从备份恢复…',
    dialog: '从备份恢复',
    asNewFile: '恢复为新文件…',
    opened: /^已打开 .*（恢复）\.hengmo$/u,
    restored: '（恢复）.hengmo',
  },
  en: {
    author: 'Author…',
    field: 'Name',
    name: 'Wang Wei',
    menu: 'Workbook',
    restore: 'Restore a backup…',
    dialog: 'Restore a backup',
    asNewFile: 'Restore as a new file…',
    opened: /^Opened .* \(restored\)\.hengmo$/u,
    restored: ' (restored).hengmo',
  },
} as const;

test('a backup is restored as a file of its own, and a name stands beside what is entered, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const said = backupWords[language];
    await workbench.runFromPalette(said.author);
    await page.getByRole('textbox', { name: said.field, exact: true }).fill(said.name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: said.menu, exact: true }).click();
    await expect(page.getByRole('menuitem', { name: said.author })).toContainText(said.name);
    await page.getByRole('menuitem', { name: said.restore }).click();

    const dialog = page.getByRole('dialog', { name: said.dialog });
    await expect(dialog.getByRole('radio')).toHaveCount(1);
    await dialog.getByRole('button', { name: said.asNewFile }).click();
    // Made when the workbook was opened: before the name was set.
    await expect(page.getByText(said.opened)).toBeVisible();
    await workbench.ready();
    await expect(workbench.status).toContainText(said.restored);
    await expect(workbench.undo).toBeDisabled();
  }
  expect(problems).toEqual([]);
});

const broken = {
  zh: '与后台的连接中断',
  en: 'The connection to the host broke',
} as const;

test('@web a broken connection is said at once, and the page catches up when it is back, in both languages', async ({
  shell,
}) => {
  const { page, anotherPage } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  let isBroken = false;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/socket/u, async (socket) => {
    if (isBroken) return socket.close({ code: 1001 });
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await workbench.ready();
  const otherPage = await anotherPage();

  for (const { language, typed, points } of [
    { language: 'zh', typed: '40', points: /^40$/u },
    { language: 'en', typed: '35', points: /^35(?:\.0)?$/u },
  ] as const) {
    workbench = await workbench.inLanguage(language);
    const { technology } = workbench.words.dimensions;
    // A language that the host has not kept comes back as it was when the connection breaks.
    const other = new WorkbenchPage(otherPage, language);
    await other.ready();
    isBroken = true;
    for (const socket of sockets.splice(0)) await socket.close({ code: 1001 });
    const banner = page.getByText(broken[language]);
    await expect(banner).toBeVisible();

    // Meanwhile somebody else changes the workbook.
    await other.points(technology).fill(typed);
    await otherPage.keyboard.press('Enter');
    await expect(other.points(technology)).toHaveValue(points);

    isBroken = false;
    await expect(banner).toBeHidden();
    await expect(workbench.points(technology)).toHaveValue(points);
  }
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
    if (language === 'en') await expect.poll(() => keptLanguage(dataFolder)).toBe('en');
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
