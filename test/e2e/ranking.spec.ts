import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
} from '../../shared/text/numbers.ts';
import { keptLayout } from './data-folder.ts';
import { exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { copiedTable } from './pages/copied-table.ts';
import { RankingPage } from './pages/ranking-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

interface PrintedUnit {
  readonly uCode: string;
  readonly rank: number | null;
  readonly coverage: number;
  readonly index: number | null;
}

/** With `--intervals`; the scores of the other nodes stand beside, by code. */
interface PrintedInFull extends PrintedUnit {
  readonly scoreLow: number;
  readonly scoreHigh: number;
  readonly plausibleBest: number | null;
  readonly plausibleWorst: number | null;
  readonly rankBest: number | null;
  readonly rankWorst: number | null;
}

interface PrintedComparison {
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly differences: readonly { readonly difference: number }[];
}

async function printedScores<T extends PrintedUnit>(
  workbook: string,
  ...options: string[]
): Promise<T[]> {
  return JSON.parse(await runCommand('score', workbook, '--format', 'json', ...options)) as T[];
}

/** Those that have a rank, the first one first. */
function inOrder<T extends PrintedUnit>(printed: readonly T[]): T[] {
  return printed
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

const scoreOn = (row: PrintedUnit, node: string) =>
  (row as unknown as Record<string, number | null>)[node] ?? null;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = low] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

/** A table as it is copied: what does not exist is an empty cell. */
const cells = (values: readonly (string | number | null)[]) =>
  values.map((value) => String(value ?? ''));

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

const unitWords = {
  zh: { profile: '维度画像', values: '各项数值' },
  en: { profile: 'Profile by dimension', values: 'All values' },
} as const;

test('@web the ranking, why and the unit show what the command line prints, in both languages', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const workbook = join(info.outputDir, 'printed.hengmo');
  await runCommand('sample', workbook);
  const printed = await printedScores<PrintedInFull>(workbook, '--intervals');
  const explained = JSON.parse(
    await runCommand('explain', workbook, '--a', 'alibaba', '--b', 'iflytek', '--format', 'json'),
  ) as PrintedComparison;
  const names = await exportedNames(workbook);
  const { page, problems } = await shell.open({ workbook });
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    await page.keyboard.press('Control+1');
    const ranking = new RankingPage(page, language);
    const { unit: nameOf, node: nodeName } = names[language];
    expect(await ranking.rows()).toEqual(
      inOrder(printed).map((row) => ({
        unit: row.uCode,
        rank: String(row.rank),
        interval: formatRankInterval(row.plausibleBest ?? 0, row.plausibleWorst ?? 0),
        score: formatScore(row.index ?? Number.NaN),
        scoreInterval: formatScoreInterval(row.scoreLow, row.scoreHigh),
        coverage: formatPercent(row.coverage),
      })),
    );

    const [, ...copied] = await copiedTable(ranking.toolbar);
    const withoutParts = copied.map((row) => [...row.slice(0, 3), ...row.slice(8, 15)]);
    expect(withoutParts.toSorted()).toEqual(
      printed
        .map(({ uCode, rank, index, scoreLow, scoreHigh, coverage, ...row }) =>
          cells([
            rank,
            nameOf(uCode),
            rank === null ? null : index,
            scoreLow,
            scoreHigh,
            coverage,
            row.plausibleBest,
            row.plausibleWorst,
            row.rankBest,
            row.rankWorst,
          ]),
        )
        .toSorted(),
    );

    // Why one is above another: the sentence, and the differences in full.
    const [first, second] = workbench.words.ranked;
    await workbench.rankingRow(first).click();
    await workbench.rankingRow(second).click({ modifiers: ['Shift'] });
    await expect(page.locator('.comparison-sentence').first()).toHaveText(
      explained.sentence[language],
    );
    const why = await copiedTable(page.locator('.comparison'));
    const inFull = why.flat().map(Number).filter(Number.isFinite);
    const differences = explained.differences.map(({ difference }) => difference);
    expect(inFull).toEqual(expect.arrayContaining(differences.filter((each) => each !== 0)));

    // The unit: its figures, its dimensions beside those of the others, and the score of each value.
    await workbench.rankingRow(first).click();
    await page.keyboard.press('Control+5');
    const [leader] = inOrder(printed);
    if (leader === undefined) throw new Error('no unit is ranked');
    const figures = page.locator('.unit-figures');
    for (const text of [
      formatRankInterval(leader.plausibleBest ?? 0, leader.plausibleWorst ?? 0),
      formatRankInterval(leader.rankBest ?? 0, leader.rankWorst ?? 0),
      formatScore(leader.index ?? Number.NaN),
      formatScoreInterval(leader.scoreLow, leader.scoreHigh),
      formatPercent(leader.coverage),
    ])
      await expect(figures).toContainText(text);

    const said = unitWords[language];
    const profile = page.getByRole('region', { name: said.profile });
    const [, ...dimensions] = await copiedTable(profile);
    expect(dimensions.map((row) => row.slice(0, 5))).toEqual(
      Object.keys(workbench.words.dimensions).map((node) => {
        const scores = printed
          .map((row) => ({ unit: row.uCode, score: scoreOn(row, node) }))
          .filter((row): row is { unit: string; score: number } => row.score !== null);
        const best = scores.toSorted((a, b) => b.score - a.score)[0];
        const others = scores.filter(({ unit }) => unit !== leader.uCode);
        return cells([
          nodeName(node),
          scoreOn(leader, node),
          median(others.map(({ score }) => score)),
          best?.score ?? null,
          nameOf(best?.unit ?? ''),
        ]);
      }),
    );

    const values = await page
      .getByRole('region', { name: said.values })
      .getByRole('row')
      .evaluateAll((rows) =>
        rows
          .map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
          .filter(({ length }) => length === 5)
          .map(([name, , normalised]) => [name, normalised]),
      );
    const indicators = Object.keys(leader).filter((code) => /^I\d\d$/u.test(code));
    expect(values.slice(1).toSorted()).toEqual(
      indicators
        .map((code) => [nodeName(code), formatScore(scoreOn(leader, code) ?? Number.NaN)])
        .toSorted(),
    );
  }
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
    await expect
      .poll(() => keptLayout(first.dataFolder)?.memories['ranking'])
      .toMatchObject({ bars: 'aligned', opened: 'technology', only: ['bytedance', 'iflytek'] });
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

test('@web the slope graph shows the ranks that the command line prints for both scenarios, in both languages', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const workbook = join(info.outputDir, 'slope.hengmo');
  await runCommand('sample', workbook);
  const names = await exportedNames(workbook);
  const { page, problems, quit } = await shell.open({ workbook });
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: '新建情景' });
  await dialog.getByLabel('名称').fill('重视变现');
  await dialog.getByRole('button', { name: '创建' }).click();
  await expect(workbench.scenarioMenu).toContainText('重视变现');
  await workbench.points('商业变现能力').fill('60');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe('科大讯飞');
  await page.getByRole('tab', { name: new RankingPage(page, 'zh').words.slope }).click();
  const shown = { zh: [] as string[][], en: [] as string[][] };
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const ranking = new RankingPage(page, language);
    const asTable = page.getByRole('button', { name: ranking.words.asTable });
    await asTable.click();
    const rows = page.locator('.slope').getByRole('table').locator('tbody tr');
    shown[language] = await rows.evaluateAll((elements) =>
      elements.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent ?? '')),
    );
    await asTable.click();
  }
  expect(problems).toEqual([]);
  await quit();
  const [before, after] = [
    await printedScores(workbook),
    inOrder(await printedScores(workbook, '--scenario', '重视变现')),
  ];
  const rankBefore = new Map(before.map(({ uCode, rank }) => [uCode, String(rank ?? '—')]));
  for (const language of ['zh', 'en'] as const) {
    expect(shown[language].filter(([, , rank]) => rank !== '—')).toEqual(
      after.map(({ uCode, rank }) => [
        names[language].unit(uCode),
        rankBefore.get(uCode),
        String(rank),
      ]),
    );
  }
});
