import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { formatPercent, formatScore } from '../../shared/text/numbers.ts';
import { test } from './fixtures.ts';
import { RankingPage } from './pages/ranking-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

interface PrintedUnit {
  readonly uCode: string;
  readonly rank: number | null;
  readonly coverage: number;
  readonly index: number | null;
}

interface PrintedComparison {
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly differences: readonly { readonly difference: number }[];
}

/** What the command line prints of the same workbook, the first rank first. */
async function printedRanking(workbook: string, ...options: string[]): Promise<PrintedUnit[]> {
  const rows = JSON.parse(
    await runCommand('score', workbook, '--format', 'json', ...options),
  ) as PrintedUnit[];
  return rows.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

const names = {
  zh: {
    monetisation: '商业变现能力',
    technology: '技术研发能力',
    first: '阿里巴巴',
    third: '字节跳动',
    second: '科大讯飞',
    alibaba: 'alibaba',
  },
  en: {
    monetisation: 'Monetisation',
    technology: 'Technology R&D',
    first: 'Alibaba',
    third: 'ByteDance',
    second: 'iFLYTEK',
    alibaba: 'alibaba',
  },
} as const;

test('@web the ranking, why and the unit show what the command line prints', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const workbook = join(info.outputDir, 'printed.hengmo');
  await runCommand('sample', workbook);
  const printed = await printedRanking(workbook);
  const explained = JSON.parse(
    await runCommand('explain', workbook, '--a', 'alibaba', '--b', 'iflytek', '--format', 'json'),
  ) as PrintedComparison;
  const { page, problems } = await shell.open({ workbook });
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  const ranking = new RankingPage(page, 'zh');
  const rows = await ranking.rows();
  expect(rows.map(({ unit, rank, score, coverage }) => [unit, rank, score, coverage])).toEqual(
    printed.map(({ uCode, rank, index, coverage }) => [
      uCode,
      String(rank),
      formatScore(index ?? Number.NaN),
      formatPercent(coverage),
    ]),
  );

  await ranking.button(ranking.words.copy).click();
  await expect.poll(async () => (await ranking.clipboard()).length).toBe(15);
  const [head = [], ...copied] = await ranking.clipboard();
  const column = (name: string) => head.indexOf(name);
  for (const [at, { rank, index, coverage }] of printed.entries()) {
    const row = copied[at] ?? [];
    expect(row[column('名次')]).toBe(String(rank));
    expect(Number(row[column('得分')])).toBe(index);
    expect(Number(row[column('覆盖率')])).toBe(coverage);
    // The intervals on screen are those that are copied, rounded.
    const number = (name: string) => Number(row[column(name)]);
    expect(rows[at]?.interval).toBe(`${number('最好名次（5%）')}–${number('最差名次（95%）')}`);
    expect(rows[at]?.scoreInterval).toBe(
      `${formatScore(number('最低得分'))}–${formatScore(number('最高得分'))}`,
    );
  }

  // Why one is above another: the sentence in both languages, and the differences in full.
  await workbench.rankingRow('阿里巴巴').click();
  await workbench.rankingRow('科大讯飞').click({ modifiers: ['Shift'] });
  const sentence = page.locator('.comparison-sentence').first();
  await expect(sentence).toHaveText(explained.sentence.zh);
  await page.locator('.comparison').getByRole('button', { name: ranking.words.copy }).click();
  const inFull = (await ranking.clipboard()).flat().map(Number).filter(Number.isFinite);
  const differences = explained.differences.map(({ difference }) => difference);
  expect(inFull).toEqual(expect.arrayContaining(differences.filter((each) => each !== 0)));
  const english = await workbench.inLanguage('en');
  await expect(sentence).toHaveText(explained.sentence.en);

  // The unit: its score in every dimension.
  await english.rankingRow('Alibaba').click();
  await page.keyboard.press('Control+5');
  const [first] = printed;
  const scores = page.locator('.unit-dimension-score');
  await expect(scores).toHaveText(
    Object.keys(english.words.dimensions).map((code) =>
      formatScore(Number(first?.[code as keyof PrintedUnit] ?? Number.NaN)),
    ),
  );
  expect(problems).toEqual([]);
});

for (const language of ['zh', 'en'] as const) {
  const name = names[language];

  test(`the ranking can be divided, ordered, pinned and narrowed down (${language})`, async ({
    shell,
  }) => {
    const first = await shell.open({ language });
    const { page } = first;
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const ranking = new RankingPage(page, language);
    const { words } = ranking;
    const units = async () => (await ranking.rows()).map(({ unit }) => unit);
    const byRank = await units();

    // Aligned bars, by dimension and by the children of one of them.
    await ranking.button(words.aligned).click();
    await expect(ranking.partHeads).toHaveCount(5);
    await expect(ranking.partHeads.nth(3)).toContainText('20');
    await ranking.partHeads.nth(3).getByRole('button').first().click();
    await expect.poll(async () => (await units())[0]).toBe('iflytek');
    await ranking.opened.selectOption({ label: name.technology });
    await expect.poll(units).toEqual(byRank);
    await expect(ranking.partHeads.last()).toContainText('75');

    // Rank intervals, and what cannot be told apart, in words.
    await ranking.button(words.intervals).click();
    await expect(page.locator('.rank-span')).toHaveCount(byRank.length);
    await expect(page.locator('.ranking-groups-text')).toContainText('1–6');

    // A pinned order survives a drag; the new ranks are printed.
    await page.locator('.ranking-list').focus();
    await page.keyboard.press('p');
    await workbench.grab(name.monetisation, 110);
    await expect.poll(async () => (await ranking.rows())[0]?.rank).toBe('2');
    expect((await units()).slice(0, 6)).toEqual(byRank);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(async () => (await ranking.rows())[0]?.rank).toBe('1');

    // Only a few, with the ranks among all.
    await ranking.button(words.filter).click();
    await page.getByRole('textbox', { name: words.search }).fill(name.third);
    await page.getByRole('checkbox', { name: name.third }).check({ force: true });
    await page.getByRole('textbox', { name: words.search }).fill(name.second);
    await page.getByRole('checkbox', { name: name.second }).check({ force: true });
    await page.keyboard.press('Escape');
    await expect.poll(units).toEqual(['iflytek', 'bytedance']);
    expect((await ranking.rows()).map(({ rank }) => rank)).toEqual(['2', '3']);
    // What is remembered is written a moment later.
    await page.waitForTimeout(800);
    await first.quit();

    const second = await shell.open({ language, dataFolder: first.dataFolder });
    const again = new RankingPage(second.page, language);
    await expect(again.partHeads.last()).toContainText('75');
    await expect.poll(async () => (await again.rows()).length).toBe(2);
    await second.page.locator('.ranking-narrowed').getByRole('button').click();
    await expect.poll(async () => (await again.rows()).length).toBe(byRank.length);
    await again.button(words.stacked).click();
    await expect(again.partHeads).toHaveCount(0);
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  test(`any two rows can be asked why, and ranks be followed to another scenario (${language})`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const ranking = new RankingPage(page, language);

    // Shift+click.
    await workbench.rankingRow(name.third).click();
    await workbench.rankingRow(name.first).click({ modifiers: ['Shift'] });
    await expect.poll(() => ranking.compared()).toEqual([name.third, name.first]);
    const differences = ranking.differences.locator('.number');
    const numbers = (await differences.allTextContents()).map((text) =>
      Number(text.replace('−', '-')),
    );
    // 54.0 − 45.6: the sum that is printed is that of the printed scores.
    expect(numbers.at(-1)).toBe(8.4);

    // From the keyboard.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => ranking.compared()).toEqual([name.first, name.second]);

    // Dropping one row onto another; Escape takes it back, and where there is no row nothing is asked.
    const dropHint = page.locator('.hint-card');
    await ranking.dragRow(name.third, name.first);
    await expect(dropHint).toContainText(name.third);
    await expect(dropHint).toContainText(name.first);
    await page.keyboard.press('Escape');
    await expect(dropHint).toHaveCount(0);
    await page.mouse.up();
    expect(await ranking.compared()).toEqual([name.first, name.second]);
    await ranking.dragRow(name.third, name.first);
    await page.mouse.up();
    await expect.poll(() => ranking.compared()).toEqual([name.third, name.first]);
    await page.keyboard.press('Escape');

    // The slope graph follows the drag, and its numbers can be read as a table.
    await page.getByRole('tab', { name: ranking.words.slope }).click();
    await page.getByRole('button', { name: ranking.words.asTable }).click();
    const table = page.locator('.slope').getByRole('table');
    await workbench.grab(name.monetisation, 110);
    const rankOf = (unit: string) => table.getByRole('row', { name: unit }).getByRole('cell');
    await expect(rankOf(name.second).nth(1)).toHaveText('2');
    await expect(rankOf(name.second).nth(2)).toHaveText('1');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(rankOf(name.second).nth(2)).toHaveText('2');
    expect(problems).toEqual([]);
  });
}

test('@web the slope graph shows the ranks that the command line prints for both scenarios', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const workbook = join(info.outputDir, 'slope.hengmo');
  await runCommand('sample', workbook);
  const { page, problems, quit } = await shell.open({ workbook });
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: '新建情景' });
  await dialog.getByLabel('名称').fill('重视变现');
  await dialog.getByRole('button', { name: '创建' }).click();
  await expect(workbench.scenarioMenu).toContainText('重视变现');
  await workbench.points('商业变现能力').fill('60');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('科大讯飞');
  const ranking = new RankingPage(page, 'zh');
  await page.getByRole('tab', { name: ranking.words.slope }).click();
  await page.getByRole('button', { name: ranking.words.asTable }).click();
  const rows = page.locator('.slope').getByRole('table').locator('tbody tr');
  const shown = await rows.evaluateAll((elements) =>
    elements.map((row) =>
      [...row.querySelectorAll('td')].slice(1, 3).map((cell) => cell.textContent),
    ),
  );
  expect(problems).toEqual([]);
  await quit();
  const [before, after] = [
    await printedRanking(workbook),
    await printedRanking(workbook, '--scenario', '重视变现'),
  ];
  const rankBefore = new Map(before.map(({ uCode, rank }) => [uCode, String(rank)]));
  expect(shown.filter(([, rank]) => rank !== '—')).toEqual(
    after.map(({ uCode, rank }) => [rankBefore.get(uCode) ?? '—', String(rank)]),
  );
});
