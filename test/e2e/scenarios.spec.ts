import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { copiedTable } from './pages/copied-table.ts';
import { savedPicture } from './pages/saved-picture.ts';
import { ScenarioMatrixPage } from './pages/scenario-matrix-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const words = {
  zh: {
    dialog: '新建情景',
    name: '名称',
    description: '说明',
    standsOn: '建立在',
    create: '创建',
    baseline: '基准情景',
    scenario: '重视变现',
    bystander: '旁观',
    baselineOption: /^基准情景/u,
    differs: '商业变现能力：占同级权重由 20% 改为 50%。',
    back: '商业变现能力：占同级权重由 50% 改为 20%。',
    rises: '科大讯飞由第 2 名升至第 1 名',
    matrixRises: /第 1 名，得分 [\d.]+；比“基准情景”升 1 名/u,
    resetAll: '全部还原',
    noChanges: /还没有改动/u,
    new: '新建情景…',
    duplicate: '复制',
    copy: '重视变现（副本）',
    delete: '删除',
    deleted: '已删除情景“重视变现（副本）”。',
    list: '情景列表',
    compareTab: '情景对照',
    swap: '对调',
    compare: '比较',
    paired: '不确定性下的差异',
    rests: /^依据 10,000 次抽样（种子 1）/u,
    makeBaseline: '设为基准…',
    becomesBaseline: '把“重视变现”设为基准',
    takesOver: '1 组权重：大模型企业竞争力',
    others: /^旁观：\d+ 个对象的名次改变$/u,
    confirm: '设为基准',
    former: /^原基准 /u,
    leaveOut: (unit: string) => `从情景中排除“${unit}”`,
    takeIn: (unit: string) => `把“${unit}”重新纳入情景`,
    save: '保存图片',
    svg: '保存为 SVG 矢量图…',
    moves: '名次变化',
    move: (unit: string, before: number, after: number) =>
      `${unit}由第 ${before} 名${after < before ? '升' : '降'}至第 ${after} 名`,
    cell: (scenario: string, unit: string, rank: number | null, score: string) =>
      `${scenario}：${unit}${rank === null ? '没有名次' : `第 ${rank} 名`}，得分 ${score}`,
  },
  en: {
    dialog: 'New scenario',
    name: 'Name',
    description: 'Description',
    standsOn: 'Stands on',
    create: 'Create',
    baseline: 'Baseline',
    scenario: 'Monetisation first',
    bystander: 'Bystander',
    baselineOption: /^Baseline/u,
    differs: 'Monetisation: share among its siblings from 20% to 50%.',
    back: 'Monetisation: share among its siblings from 50% to 20%.',
    rises: 'iFLYTEK rises from rank 2 to 1',
    matrixRises: /rank 1, score [\d.]+; places gained against “Baseline”: 1/u,
    resetAll: 'Reset all',
    noChanges: /No changes yet/u,
    new: 'New scenario…',
    duplicate: 'Duplicate',
    copy: 'Monetisation first (copy)',
    delete: 'Delete',
    deleted: 'Scenario “Monetisation first (copy)” deleted.',
    list: 'Scenarios',
    compareTab: 'Compare scenarios',
    swap: 'Swap',
    compare: 'Compare',
    paired: 'Differences under uncertainty',
    rests: /^From 10,000 draws \(seed 1\)/u,
    makeBaseline: 'Make baseline…',
    becomesBaseline: 'Make “Monetisation first” the baseline',
    takesOver: '1 set of weights: LLM company competitiveness',
    others: /^Bystander: \d+ units? changes? (?:its rank|their ranks)$/u,
    confirm: 'Make baseline',
    former: /^Former baseline /u,
    leaveOut: (unit: string) => `Leave “${unit}” out of the scenario`,
    takeIn: (unit: string) => `Take ${unit} into the scenario again`,
    save: 'Save a picture',
    svg: 'Save as SVG…',
    moves: 'Changes of rank',
    move: (unit: string, before: number, after: number) =>
      `${unit} ${after < before ? 'rises' : 'falls'} from rank ${before} to ${after}`,
    cell: (scenario: string, unit: string, rank: number | null, score: string) =>
      `${scenario}: ${unit} ${rank === null ? 'is not ranked' : `rank ${rank}`}, score ${score}`,
  },
} as const;

/** A scenario on the baseline, by the keys and the dialog. */
async function newScenario(page: Page, language: 'zh' | 'en', name: string): Promise<void> {
  const text = words[language];
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: text.dialog });
  await dialog.getByLabel(text.name, { exact: true }).fill(name);
  await dialog.getByLabel(text.standsOn).selectOption({ label: text.baseline });
  await dialog.getByRole('button', { name: text.create }).click();
  await expect(new WorkbenchPage(page, language).scenarioMenu).toContainText(name);
  await expect(dialog).toBeHidden();
}

for (const language of ['zh', 'en'] as const) {
  const text = words[language];

  test(`a scenario keeps its changes apart, differs in words and under the same draws, and is deleted in one step (${language})`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const [first, second] = workbench.words.ranked;
    const monetisation = workbench.points(workbench.words.dimensions.monetisation);
    await newScenario(page, language, text.scenario);
    await monetisation.fill('50');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe(second);

    await workbench.rankingRow(first).click({ button: 'right' });
    await page.getByRole('menuitem', { name: text.leaveOut(first) }).click();
    await expect(workbench.rankingRow(first)).toHaveCount(0);
    await page.getByRole('button', { name: text.takeIn(first) }).click();
    await expect(workbench.rankingRow(first)).toBeVisible();

    await page.keyboard.press('Control+2');
    await expect(page.getByText(text.differs)).toBeVisible();
    await expect(page.getByText(text.rises)).toBeVisible();
    const matrix = new ScenarioMatrixPage(page, language);
    await expect(matrix.cell(text.scenario, second)).toHaveAccessibleName(text.matrixRises);

    await page.getByRole('tab', { name: text.compareTab }).click();
    await expect(page.getByText(text.differs)).toBeVisible();
    await page.getByRole('button', { name: text.swap }).click();
    await expect(page.getByText(text.back)).toBeVisible();
    await page.getByRole('button', { name: text.swap }).click();
    await page.getByRole('button', { name: text.compare, exact: true }).click();
    const table = page.getByRole('table', { name: text.paired });
    await expect(table.getByRole('row', { name: new RegExp(`^${second}`, 'u') })).toContainText(
      '2 → 1',
      { timeout: 30_000 },
    );
    await expect(page.getByText(text.rests)).toBeVisible();

    await page.keyboard.press('[');
    await expect(workbench.scenarioMenu).toContainText(text.baseline);
    await expect(monetisation).toHaveValue('20');
    await page.keyboard.press('Control+1');
    await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe(first);

    await page.keyboard.press('Control+2');
    await page.keyboard.press(']');
    await page.locator('[data-panel=scenarios]').click();
    await page.getByRole('button', { name: text.duplicate, exact: true }).click();
    await expect(workbench.scenarioMenu).toContainText(text.copy);
    await page.getByRole('button', { name: text.delete, exact: true }).click();
    await expect(page.getByText(text.deleted)).toBeVisible();
    const list = page.getByRole('listbox', { name: text.list });
    await expect(list.getByRole('option')).toHaveCount(2);
    await workbench.undo.click();
    await expect(list.getByRole('option')).toHaveCount(3);

    await list.getByRole('option', { name: new RegExp(`^${text.scenario} \\d`, 'u') }).click();
    await page.getByRole('button', { name: text.resetAll }).click();
    await expect(page.getByText(text.noChanges)).toBeVisible();
    await expect(monetisation).toHaveValue('20');
    await list.getByRole('option', { name: text.baselineOption }).click();
    await expect(page.getByRole('button', { name: text.delete, exact: true })).toBeDisabled();
    expect(problems).toEqual([]);
  });

  test(`a scenario becomes the baseline after saying what that means, in one step (${language})`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const monetisation = workbench.points(workbench.words.dimensions.monetisation);
    await newScenario(page, language, text.scenario);
    await monetisation.fill('50');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await workbench.rankedUnits())[0])
      .toBe(workbench.words.ranked[1]);
    await newScenario(page, language, text.bystander);

    await page.keyboard.press('Control+2');
    await page.getByRole('option', { name: new RegExp(`^${text.scenario} `, 'u') }).click();
    await page.getByRole('button', { name: text.makeBaseline }).click();
    const dialog = page.getByRole('dialog', { name: text.becomesBaseline });
    await expect(dialog.getByText(text.takesOver)).toBeVisible();
    await expect(dialog.getByText(text.others)).toBeVisible();
    await dialog.getByRole('button', { name: text.confirm }).click();
    await expect(workbench.scenarioMenu).toContainText(text.baseline);
    await expect(monetisation).toHaveValue(/^50(?:\.0)?$/u);
    await expect(page.getByRole('option', { name: text.former })).toBeVisible();

    await workbench.undo.click();
    await expect(monetisation).toHaveValue('20');
    await expect(page.getByRole('option', { name: text.former })).toHaveCount(0);
    expect(problems).toEqual([]);
  });
}

interface Shown {
  readonly differences: readonly (readonly string[])[];
  readonly cells: readonly string[];
  readonly moves: readonly string[];
}

interface PrintedScore {
  readonly uCode: string;
  readonly rank: number | null;
  readonly index: number | null;
}

test('@web the matrix, the moves and the paired differences are what the command line prints, in both languages, and cells are selected by keyboard', async ({
  shell,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-matrix-'));
  try {
    const workbook = join(folder, 'book.hengmo');
    await runCommand('sample', workbook, '--lang', 'zh');
    const names = await exportedNames(workbook);
    const { page, problems, quit } = await shell.open({ workbook });
    let workbench = new WorkbenchPage(page);
    await workbench.ready();
    await newScenario(page, 'zh', '重视变现');
    await workbench.points('商业变现能力').fill('50');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+2');
    await expect(new ScenarioMatrixPage(page).cell('重视变现', '科大讯飞')).toHaveAccessibleName(
      words.zh.matrixRises,
    );
    // The same draws in both scenarios, with what is ticked at first: noise of the weights, and the gaps.
    await page.getByRole('tab', { name: words.zh.compareTab }).click();
    await page.getByRole('button', { name: words.zh.compare, exact: true }).click();
    await page.getByRole('table', { name: words.zh.paired }).waitFor({ timeout: 30_000 });

    const shown = new Map<'zh' | 'en', Shown>();
    for (const language of ['zh', 'en'] as const) {
      workbench = await workbench.inLanguage(language);
      const text = words[language];
      await page.getByRole('tab', { name: text.compareTab }).click();
      const paired = page.getByRole('region', { name: text.paired });
      const [, ...differences] = await copiedTable(paired);
      await page.locator('[data-panel=scenarios]').click();
      const moves = page.getByRole('region', { name: text.moves }).getByRole('listitem');
      await expect(moves.first()).toBeVisible();
      shown.set(language, {
        differences,
        cells: await new ScenarioMatrixPage(page, language).names(),
        moves: await moves.allInnerTexts(),
      });
      const drawn = await savedPicture(page, page.locator('.scenario-matrix'), {
        save: text.save,
        kind: text.svg,
      });
      for (const said of ['重视变现', names[language].unit('iflytek'), '1 ▲1']) {
        expect(drawn.toString('utf8')).toContain(said);
      }
    }

    const matrix = new ScenarioMatrixPage(page, 'en');
    await matrix.cell('重视变现', 'Alibaba').click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(workbench.scenarioMenu).toContainText('Baseline');
    await expect(matrix.cell('Baseline', 'Alibaba')).toHaveAttribute('aria-selected', 'true');
    expect(problems).toEqual([]);
    await quit();

    const compared = JSON.parse(
      await runCommand(
        'compare',
        workbook,
        '--second',
        '重视变现',
        '--draws',
        '10000',
        '--seed',
        '1',
        '--gaps',
        '--format',
        'json',
      ),
    ) as { units: readonly Record<string, string | number>[] };
    expect(compared.units).toHaveLength(6);
    const columns = [
      'rankFirst',
      'rankSecond',
      'meanScoreChange',
      'scoreChange5',
      'scoreChange95',
      'meanRankChange',
      'rankChange5',
      'rankChange95',
      'better',
      'equal',
      'worse',
    ];
    const scores = async (scenario: string) =>
      JSON.parse(
        await runCommand('score', workbook, '--scenario', scenario, '--format', 'json'),
      ) as readonly PrintedScore[];
    const [before, after] = [await scores('基准情景'), await scores('重视变现')];
    expect([before.length, after.length]).toEqual([14, 14]);
    const moved = after.filter(({ uCode, rank }) =>
      before.some((was) => was.uCode === uCode && was.rank !== rank),
    );
    for (const language of ['zh', 'en'] as const) {
      const text = words[language];
      const { unit: nameOf } = names[language];
      const { differences = [], cells = [], moves = [] } = shown.get(language) ?? {};
      expect(differences).toEqual(
        compared.units.map((unit) => [
          nameOf(String(unit['uCode'])),
          ...columns.map((column) => String(unit[column])),
        ]),
      );
      for (const [scenario, printed] of [
        [text.baseline, before],
        ['重视变现', after],
      ] as const) {
        for (const { uCode, rank, index } of printed) {
          const said = text.cell(scenario, nameOf(uCode), rank, index?.toFixed(1) ?? '—');
          expect(
            cells.filter((name) => name.startsWith(said)),
            said,
          ).toHaveLength(1);
        }
      }
      expect(moves).toHaveLength(moved.length);
      for (const { uCode, rank, index } of moved) {
        const was = before.find((row) => row.uCode === uCode)?.rank ?? 0;
        const said = text.move(nameOf(uCode), was, rank ?? 0);
        const line = moves.find((move) => move.startsWith(said));
        expect(line, said).toContain(index?.toFixed(1));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
