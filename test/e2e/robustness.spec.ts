import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { axe, seriousFaults } from './axe.ts';
import { exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { copiedTable } from './pages/copied-table.ts';
import { RobustnessPage } from './pages/robustness-page.ts';
import { savedPicture } from './pages/saved-picture.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

interface PrintedUncertainty {
  readonly units: readonly {
    readonly uCode: string;
    readonly nominal: number;
    readonly mean: number;
    readonly median: number;
    readonly q5: number;
    readonly q95: number;
    readonly shares: readonly number[];
  }[];
}

interface PrintedIndices {
  readonly indices: readonly {
    readonly first: number;
    readonly firstLow: number;
    readonly firstHigh: number;
    readonly total: number;
    readonly totalLow: number;
    readonly totalHigh: number;
  }[];
}

interface PrintedSensitivity {
  readonly inputs: readonly string[];
  readonly meanRankChange: PrintedIndices;
  readonly units: readonly (PrintedIndices & { readonly uCode: string })[];
}

/** Empty cells are values that do not exist, as null is in what the command line prints. */
const cells = (values: readonly (number | null)[]) => values.map((value) => String(value ?? ''));

/** The draws and samples of these journeys on the command line. */
const DRAWS = ['--draws', '1000', '--seed', '7'];

async function printedBy<T>(workbook: string, command: string, ...options: string[]): Promise<T> {
  return JSON.parse(await runCommand(command, workbook, ...options, '--format', 'json')) as T;
}

const statements = {
  zh: '1,000 次抽样，种子 7，情景“基准情景”',
  en: '1,000 draws, seed 7, scenario “Baseline”',
} as const;

test('@web the panels show the very numbers that the command line prints for the same seed, in both languages', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-robustness-'));
  try {
    const workbook = join(folder, 'sample.hengmo');
    await runCommand('sample', workbook, '--lang', 'zh');
    const names = await exportedNames(workbook);
    const drawn = await printedBy<PrintedUncertainty>(workbook, 'uncertainty', ...DRAWS);
    const samples = ['--samples', '32', '--seed', '7'];
    const divided = await printedBy<PrintedSensitivity>(workbook, 'sensitivity', ...samples);
    const inOrder = drawn.units.toSorted((a, b) => a.mean - b.mean);
    const alibaba = divided.units.find(({ uCode }) => uCode === 'alibaba');

    const { page, problems } = await shell.open({ workbook });
    let workbench = new WorkbenchPage(page);
    await workbench.ready();
    const robustness = new RobustnessPage(page);
    await robustness.open();
    await robustness.source(robustness.words.gaps).uncheck({ force: true });
    await robustness.type(robustness.words.draws, 1000);
    await robustness.type(robustness.words.seed, 7);
    await robustness.button(robustness.words.run).click();
    await robustness.chart(robustness.words.acceptability).waitFor();
    // The command line asks about weights and the usual method choices.
    await robustness.source(robustness.words.methods).check({ force: true });
    await robustness.show(robustness.words.influence);
    await robustness.type(robustness.words.samples, 32);
    await robustness.button(robustness.words.runInfluence).click();
    await robustness.chart(/^Sobol/u).waitFor();

    for (const language of ['zh', 'en'] as const) {
      workbench = await workbench.inLanguage(language);
      const shown = new RobustnessPage(page, language);
      const { words } = shown;
      const { unit: nameOf } = names[language];
      await shown.show(words.acceptability);
      const [, ...rows] = await copiedTable(shown.chart(words.acceptability));
      expect(rows).toEqual(
        inOrder.map(({ uCode, nominal, mean, median, q5, q95, shares }) => [
          nameOf(uCode),
          ...cells([nominal, mean, median, q5, q95, ...shares]),
        ]),
      );
      await expect(page.getByText(statements[language]).first()).toBeVisible();

      // Of the first unit, as long as none is selected.
      const [, ...distribution] = await copiedTable(shown.chart(words.distribution));
      const first = drawn.units.find(({ nominal }) => nominal === 1);
      expect(distribution).toEqual(first?.shares.map((share, at) => cells([at + 1, share])));

      await shown.show(words.influence);
      const indicesOf = ({ indices }: PrintedIndices) =>
        indices.map(({ first, firstLow, firstHigh, total, totalLow, totalHigh }) =>
          cells([first, firstLow, firstHigh, total, totalLow, totalHigh]),
        );
      const bars = shown.chart(/^Sobol/u);
      await page.getByRole('radio', { name: words.ofRanking }).click({ force: true });
      await expect(bars).not.toContainText(nameOf('alibaba'));
      const [, ...ofRanking] = await copiedTable(bars);
      expect(ofRanking.map((row) => row.slice(1))).toEqual(indicesOf(divided.meanRankChange));
      await page.getByRole('radio', { name: nameOf('alibaba') }).click({ force: true });
      await expect(bars).toContainText(nameOf('alibaba'));
      const [, ...ofUnit] = await copiedTable(bars);
      expect(ofUnit.map((row) => row.slice(1))).toEqual(
        alibaba === undefined ? 'a unit alibaba' : indicesOf(alibaba),
      );
    }
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

interface OfUnits<T> {
  readonly units: readonly (T & { readonly uCode: string })[];
}

interface PrintedMultiverse extends OfUnits<{ readonly rank: number | null }> {
  readonly combinations: readonly OfUnits<{ readonly rank: number | null }>[];
}

interface PrintedRemovals {
  readonly nodes: readonly ({ readonly node: string; readonly meanRankChange: number } & OfUnits<{
    readonly rank: number | null;
  }>)[];
}

interface PrintedAttainable {
  readonly unit: string;
  readonly best: { readonly rank: number; readonly bound: number };
  readonly worst: { readonly rank: number; readonly bound: number };
}

const sorted = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join('\t')).toSorted();

test('@web pairs, central weights, methods, attainable ranks, tornado and removals are what the command line prints, in both languages', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-robustness-'));
  try {
    const workbook = join(folder, 'sample.hengmo');
    await runCommand('sample', workbook, '--lang', 'en');
    const names = await exportedNames(workbook);
    const printed = <T>(command: string, ...options: string[]) =>
      printedBy<T>(workbook, command, ...options);
    const winning = await printed<
      OfUnits<{ before: readonly { uCode: string; share: number }[]; nominal: number }>
    >('uncertainty', ...DRAWS, '--show', 'winning');
    const central = await printed<
      OfUnits<{ weights: readonly { node: string; share: number | null }[] }>
    >('uncertainty', ...DRAWS, '--show', 'central-weights');
    const tornado = await printed<
      OfUnits<{
        weights: readonly Record<'scoreDown' | 'scoreUp' | 'rankDown' | 'rankUp', number | null>[];
      }>
    >('sensitivity', '--by', 'tornado');
    const removals = await printed<PrintedRemovals>('sensitivity', '--by', 'remove-one');
    const multiverse = await printed<PrintedMultiverse>('sensitivity', '--by', 'multiverse');
    const attainable = await printed<PrintedAttainable[]>(
      'stability',
      '--attainable',
      '--spread',
      '0.25',
    );
    const of = <T>({ units }: OfUnits<T>, unit: string) =>
      units.find(({ uCode }) => uCode === unit);

    const { page, problems } = await shell.open({ workbook, language: 'en' });
    let workbench = new WorkbenchPage(page, 'en');
    await workbench.ready();
    await workbench.rankingRow('Alibaba').click();
    const robustness = new RobustnessPage(page, 'en');
    await robustness.open();
    await robustness.source(robustness.words.gaps).uncheck({ force: true });
    await robustness.type(robustness.words.draws, 1000);
    await robustness.type(robustness.words.seed, 7);
    await robustness.button(robustness.words.run).click();
    await robustness.chart(robustness.words.acceptability).waitFor();
    for (const { panel, run } of [
      { panel: robustness.words.multiverse, run: robustness.words.runMultiverse },
      { panel: robustness.words.attainable, run: robustness.words.runAttainable },
      { panel: robustness.words.tornado, run: robustness.words.runTornado },
    ]) {
      await robustness.show(panel);
      await robustness.button(run).click();
    }

    for (const language of ['en', 'zh'] as const) {
      workbench = await workbench.inLanguage(language);
      const shown = new RobustnessPage(page, language);
      const { words } = shown;
      const codes = new Map(winning.units.map(({ uCode }) => [names[language].unit(uCode), uCode]));
      const codeOf = (unit = '') => codes.get(unit) ?? '';
      await shown.show(words.pairwise);
      const [[, ...others] = [], ...pairs] = await copiedTable(shown.chart(words.pairwise));
      expect(pairs).toHaveLength(6);
      for (const [unit, ...shares] of pairs) {
        const before = of(winning, codeOf(unit))?.before;
        const shareOf = (other: string) =>
          before?.find(({ uCode }) => uCode === codeOf(other))?.share;
        const rivals = others.filter((other) => other !== unit);
        expect(rivals.map((other) => Number(shares[others.indexOf(other)]))).toEqual(
          rivals.map(shareOf),
        );
      }

      await shown.show(words.unitRanks);
      const centralRows = await copiedTable(page.getByRole('region', { name: words.central }));
      expect(centralRows.slice(1).map(([node, , share = '']) => [node, share])).toEqual(
        (of(central, 'alibaba')?.weights ?? [])
          .filter(({ node }) => node !== 'index')
          .map(({ node, share }) => [names[language].node(node), ...cells([share])]),
      );

      await shown.show(words.multiverse);
      const methods = shown.chart(words.multiverseRanks);
      await methods.waitFor();
      const [, ...methodRows] = await copiedTable(methods);
      expect(methodRows.length).toBeGreaterThanOrEqual(6);
      for (const [unit, nominal, best, , worst, , ...shares] of methodRows) {
        const code = codeOf(unit);
        if (code === '') continue;
        const ranks = multiverse.combinations.map((each) => of(each, code)?.rank ?? 0);
        const ranked = ranks.filter((rank) => rank > 0);
        expect([nominal, best, worst].map(Number)).toEqual([
          of(multiverse, code)?.rank,
          Math.min(...ranked),
          Math.max(...ranked),
        ]);
        expect(shares.map((share) => Math.round(Number(share) * ranks.length))).toEqual(
          shares.map((_, at) => ranks.filter((rank) => rank === at + 1).length),
        );
      }

      await shown.show(words.attainable);
      // The dock names its group after the panel, too.
      const section = page
        .getByRole('region', { name: words.attainable })
        .and(page.locator('section'));
      await section.waitFor();
      const [, ...attained] = await copiedTable(section);
      expect(attained.map(([unit, , ...ranks]) => [codeOf(unit), ...ranks.map(Number)])).toEqual(
        expect.arrayContaining(
          attainable.map(({ unit, best, worst }) => [
            unit,
            best.rank,
            best.bound,
            worst.rank,
            worst.bound,
          ]),
        ),
      );

      await shown.show(words.tornado);
      const swings = shown.chart(words.tornadoOf);
      await swings.waitFor();
      const [, ...moved] = await copiedTable(swings);
      expect(sorted(moved.map((row) => row.slice(1)))).toEqual(
        sorted(
          (of(tornado, 'alibaba')?.weights ?? []).map((each) =>
            cells([each.scoreDown, each.scoreUp, each.rankDown, each.rankUp]),
          ),
        ),
      );
      const left = page.getByRole('region', { name: words.removals });
      await left.waitFor();
      const [, ...removed] = await copiedTable(left);
      expect(sorted(removed)).toEqual(
        sorted(
          removals.nodes.map((each) => [
            names[language].node(each.node),
            ...cells([of(each, 'alibaba')?.rank ?? null, each.meanRankChange]),
          ]),
        ),
      );
    }
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const runs = {
  zh: {
    nothingTicked: '请至少勾选一项不确定性来源。',
    statement: '500 次抽样，种子 1，情景“基准情景”',
    differs: '设置已改，右侧仍是按原设置得到的结果。',
    progress: /\/ 50,000,000 次/u,
    ofBaseline: /^情景“基准情景” · /u,
    create: '创建',
    oneDraw: '查看一次抽样…',
    draw: '一次抽样',
    number: '第几次',
    keep: '把权重留作情景',
    kept: '抽样 37 的权重（种子 1）',
  },
  en: {
    nothingTicked: 'Tick at least one source of uncertainty.',
    statement: '500 draws, seed 1, scenario “Baseline”',
    differs: 'The settings have changed',
    progress: /of 50,000,000 draws/u,
    ofBaseline: /^Scenario “Baseline” · /u,
    create: 'Create',
    oneDraw: 'Look at one draw…',
    draw: 'One draw',
    number: 'Draw',
    keep: 'Keep the weights as a scenario',
    kept: 'Weights of draw 37 (seed 1)',
  },
} as const;

test('a run can be stopped, names its scenario in another one, and an act makes its result stale until it is taken back, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const robustness = new RobustnessPage(page, language);
    const { words } = robustness;
    const said = runs[language];
    await robustness.open();

    await robustness.source(words.weights).uncheck({ force: true });
    await robustness.source(words.gaps).uncheck({ force: true });
    await expect(page.getByText(said.nothingTicked)).toBeVisible();
    await expect(robustness.button(words.run)).toBeDisabled();
    await robustness.source(words.weights).check({ force: true });

    await robustness.type(words.draws, 500);
    await robustness.type(words.seed, 1);
    await robustness.button(words.run).click();
    await robustness.chart(words.acceptability).waitFor();
    const statement = page.getByText(said.statement).first();
    await expect(statement).toBeVisible();

    await robustness.button(words.newSeed).click();
    await expect(robustness.field(words.seed)).not.toHaveValue('1');
    await expect(page.getByText(said.differs)).toBeVisible();
    await robustness.type(words.draws, 50_000_000);
    await robustness.button(words.run).click();
    const progress = page.getByText(said.progress);
    await expect(progress).toBeVisible();
    await page.keyboard.press('Control+Shift+N');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: said.create }).click();
    await expect(dialog).toBeHidden();
    await expect(progress).toHaveText(said.ofBaseline);
    await workbench.undo.click();
    await expect(progress).not.toHaveText(said.ofBaseline);
    await robustness.button(words.cancel).click();
    await expect(page.getByText(words.cancelled)).toBeVisible();
    await expect(statement).toBeVisible();

    const monetisation = workbench.points(workbench.words.dimensions.monetisation);
    await page.keyboard.press('Control+1');
    await monetisation.fill('50');
    await page.keyboard.press('Enter');
    await expect(workbench.undo).toBeEnabled();
    await page.keyboard.press('Control+3');
    await expect(page.getByText(words.stale).first()).toBeVisible();
    await workbench.undo.click();
    await expect(page.getByText(words.stale)).toHaveCount(0);
    await expect(statement).toBeVisible();

    // Any draw is made again; with its weights kept as a scenario, the ranking is the very one of the draw.
    await robustness.button(said.oneDraw).first().click();
    const draw = page.getByRole('dialog', { name: said.draw });
    await draw.getByRole('textbox', { name: said.number, exact: true }).fill('37');
    await page.keyboard.press('Enter');
    const ranking = draw.getByRole('table').first().locator('tbody');
    await expect(ranking.getByRole('row')).toHaveCount(6);
    const drawn = await ranking.getByRole('row').locator('td:first-child').allInnerTexts();
    await draw.getByRole('button', { name: said.keep }).click();
    await expect(workbench.scenarioMenu).toContainText(said.kept);
    await page.keyboard.press('Control+1');
    await expect.poll(() => workbench.rankedUnits()).toEqual(drawn);
    await workbench.undo.click();
    await expect.poll(() => workbench.rankedUnits()).toEqual(workbench.words.ranked);
  }
  expect(problems).toEqual([]);
});

const adopting = {
  zh: {
    save: '保存图片',
    svg: '保存为 SVG 矢量图…',
    adopt: '采用科大讯飞的权重',
    asScenario: '存为新情景',
    intoThis: '写入“基准情景”',
    kept: '科大讯飞最好第 1 名',
    baseline: '基准情景',
  },
  en: {
    save: 'Save a picture',
    svg: 'Save as SVG…',
    adopt: 'Adopt weights of iFLYTEK',
    asScenario: 'Keep as a new scenario',
    intoThis: 'Write into “Baseline”',
    kept: 'iFLYTEK at best rank 1',
    baseline: 'Baseline',
  },
} as const;

test('weights that give a unit its best rank can be kept as a scenario or written into this one, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const robustness = new RobustnessPage(page, language);
    const { words } = robustness;
    const said = adopting[language];
    const [first, second] = workbench.words.ranked;
    const leader = async () => (await workbench.rankedUnits())[0];
    await robustness.open();
    await robustness.show(words.attainable);
    await robustness.button(words.runAttainable).click();
    // The dock names its group after the panel, too.
    const region = page.getByRole('region', { name: words.attainable });
    const section = region.and(page.locator('section'));
    await section.waitFor({ timeout: 20_000 });
    const [, ...rows] = await copiedTable(section);
    const iflytek = rows.find(([name]) => name === second);
    expect(iflytek?.slice(1)).toEqual(['2', '1', '1', '4', '4']);

    const picture = await savedPicture(page, section, { save: said.save, kind: said.svg });
    for (const [name] of rows) expect(picture.toString('utf8')).toContain(name);

    const adopt = robustness.button(said.adopt);
    await adopt.click();
    await page.getByRole('menuitem', { name: said.asScenario }).first().click();
    await expect(workbench.scenarioMenu).toContainText(said.kept);
    await page.keyboard.press('Control+1');
    await expect.poll(leader).toBe(second);
    await workbench.undo.click();
    await expect(workbench.scenarioMenu).toContainText(said.baseline);
    await expect.poll(leader).toBe(first);
    await expect(workbench.undo).toBeDisabled();

    await page.keyboard.press('Control+3');
    await adopt.click();
    await page.getByRole('menuitem', { name: said.intoThis }).last().click();
    await expect(page.getByText(words.stale).first()).toBeVisible();
    await expect(adopt).toBeDisabled();
    await page.keyboard.press('Control+1');
    await expect.poll(async () => (await workbench.rankedUnits())[3]).toBe(second);
    await workbench.undo.click();
    await page.keyboard.press('Control+3');
    await expect(adopt).toBeEnabled();
  }
  expect(problems).toEqual([]);
});

for (const { language, theme } of [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const) {
  test(`every result of the robustness view is accessible: ${language}, ${theme}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language, theme });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const robustness = new RobustnessPage(page, language);
    const { words } = robustness;
    await robustness.open();
    await robustness.source(words.methods).check({ force: true });
    await robustness.type(words.draws, 300);
    await robustness.button(words.run).click();
    await robustness.chart(words.acceptability).waitFor();

    expect(await seriousFaults(axe(page))).toEqual([]);
    await robustness.button(runs[language].oneDraw).first().click();
    const draw = page.getByRole('dialog', { name: runs[language].draw });
    await draw.getByRole('table').first().waitFor();
    await workbench.settled();
    expect(await seriousFaults(axe(page).include('[role=dialog]'))).toEqual([]);
    await page.keyboard.press('Escape');
    await draw.waitFor({ state: 'detached' });
    await robustness.show(words.pairwise);
    await robustness.chart(words.pairwise).waitFor();
    await robustness.show(words.multiverse);
    await robustness.button(words.runMultiverse).click();
    await robustness.show(words.tornado);
    await robustness.button(words.runTornado).click();
    await expect(page.locator('.robustness-table')).toHaveCount(2, { timeout: 15_000 });
    expect(await seriousFaults(axe(page))).toEqual([]);
    expect(problems).toEqual([]);
  });
}
