import { expect, type Locator, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { test } from './fixtures.ts';
import { GridPage } from './pages/grid-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const words = {
  zh: {
    question: '指标要求',
    facts: ['名次 · 越小越好', '2025-06本工作簿设定', '3 分，满分 100'],
    series: '实际口径',
    measured: 'ReLE中文大模型评测总分排名',
    why: '唯一同时列出 14 家厂商中 13 家的榜单',
    observations: '观测值',
    adopted: (value: string) => `${value}名采用`,
    candidate: ['可信度中', '发布于 2025-04-28'],
    adopt: '采用',
    history: '这一格的历史',
    ask: '拒绝…',
    reject: '拒绝',
    needed: '请写明理由',
    reason: '拒绝理由',
    missing: /缺失/u,
    noValue: '没有采用值',
    rejected: '已拒绝',
    restore: '恢复',
    unused: '下面有 1 条候选尚未采用',
    add: '录入观测值',
    save: '录入',
    value: '数值',
    newSource: '新来源',
    link: '链接（可不填）',
    problems: ['“八十”不是数字', '请填写来源标题', '链接须以 http:// 或 https:// 开头'],
    asOf: '日期（按来源原文）',
    title: '标题',
    open: (title: string) => `打开来源：${title}`,
    cancel: '取消',
    newScenario: '新建情景',
    create: '创建',
    overridden: /^9 分.*本情景改写，基准为 86\.4/u,
    override: '情景改写',
    baseline: '基准情景：86.4 分',
    note: '缘由：假设新版',
    reset: '还原',
  },
  en: {
    question: 'What the indicator asks',
    facts: ['rank · lower is better', '2025-06decided here', '3 of 100'],
    series: 'How it is measured here',
    measured: 'Rank in the ReLE Chinese LLM evaluation',
    why: 'The only single table with 13 of the 14 vendors',
    observations: 'Observations',
    adopted: (value: string) => new RegExp(`^${value}[^\\d]*adopted`, 'u'),
    candidate: ['medium confidence', 'published 2025-04-28'],
    adopt: 'Adopt',
    history: 'History of the cell',
    ask: 'Reject…',
    reject: 'Reject',
    needed: 'Please give the reason',
    reason: 'Reason for the rejection',
    missing: /missing/u,
    noValue: 'No adopted value',
    rejected: 'rejected',
    restore: 'Restore',
    unused: 'There is 1 candidate below that is not adopted',
    add: 'Add an observation',
    save: 'Add',
    value: 'Value',
    newSource: 'New source',
    link: 'Link (optional)',
    problems: [
      '“八十” is not a number',
      'Please enter the title of the source',
      'The link must begin with http:// or https://',
    ],
    asOf: 'Date, as found',
    title: 'Title',
    open: (title: string) => `Open the source: ${title}`,
    cancel: 'Cancel',
    newScenario: 'New scenario',
    create: 'Create',
    overridden: /^9\b.*overridden in this scenario, baseline 86\.4/u,
    override: 'Override',
    baseline: /^Baseline: 86\.4/u,
    note: 'Why: 假设新版',
    reset: 'Reset',
  },
} as const;

/** The panel with the evidence of the selected cell. */
const panelOf = (page: Page) => page.locator('.evidence');

/** Selects a cell and waits for its evidence. */
async function select(page: Page, cell: Locator, unit: string): Promise<void> {
  await cell.click();
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toContainText(unit);
}

for (const language of ['zh', 'en'] as const) {
  const text = words[language];

  test(`evidence of a cell is read, weighed, rejected with a reason and added to: ${language}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const grid = new GridPage(page, language);
    await grid.open();
    const panel = panelOf(page);
    const candidates = panel.getByRole('region', { name: text.observations }).getByRole('listitem');
    const rank = grid.cell('zhipu', 'domesticRank');
    await select(page, rank, grid.words.zhipu);

    await test.step('says what is asked, how it is measured and what was found', async () => {
      const asked = panel.getByRole('region', { name: text.question });
      for (const fact of text.facts) await expect(asked).toContainText(fact);
      await expect(panel.getByRole('region', { name: text.series })).toContainText(text.measured);
      await expect(panel).toContainText(text.why);
      await expect(candidates.first()).toContainText(text.adopted('14'));
      for (const said of text.candidate) await expect(candidates.first()).toContainText(said);
      const { violations } = await axe(page).include('.evidence').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });

    await test.step('adopts another observation, and rejects one only with a reason', async () => {
      await expect(rank).toHaveText(/^14/u);
      const other = candidates.nth(1);
      const value = /^\d+/u.exec(await other.innerText())?.[0] ?? '';
      await other.getByRole('button', { name: text.adopt, exact: true }).click();
      await expect(rank).toHaveText(new RegExp(`^${value}`, 'u'));
      await expect(candidates.first()).toContainText(text.adopted(value));
      await expect(panel.getByRole('region', { name: text.history })).toContainText(
        `14 → ${value}`,
      );

      const adopted = candidates.first();
      await adopted.getByRole('button', { name: text.ask }).click();
      await adopted.getByRole('button', { name: text.reject, exact: true }).click();
      await expect(adopted).toContainText(text.needed);
      await adopted.getByLabel(text.reason).fill('不是同一个型号');
      await adopted.getByRole('button', { name: text.reject, exact: true }).click();
      await expect(rank).toHaveAccessibleName(text.missing);
      await expect(panel).toContainText(text.noValue);
      const rejected = candidates.filter({ hasText: '不是同一个型号' });
      await expect(rejected).toContainText(text.rejected);
      await rejected.getByRole('button', { name: text.restore }).click();
      await expect(rejected).toHaveCount(0);
    });

    await test.step('takes in a new observation with its source', async () => {
      const score = grid.cell('iflytek', 'internationalScore');
      await select(page, score, grid.words.iflytek);
      await expect(panel).toContainText(text.unused);
      await panel.getByRole('button', { name: text.add, exact: true }).click();
      const form = panel.getByRole('form', { name: text.add });
      const save = form.getByRole('button', { name: text.save, exact: true });
      await form.getByLabel(text.value, { exact: true }).fill('八十');
      await form.getByText(text.newSource).click();
      await form.getByLabel(text.link).fill('javascript:alert(1)');
      await save.click();
      for (const problem of text.problems) await expect(form).toContainText(problem);

      await form.getByLabel(text.value, { exact: true }).fill('80.5');
      await form.getByLabel(text.asOf).fill('2025-05');
      await form.getByLabel(text.title, { exact: true }).fill('星火技术报告');
      await form.getByLabel(text.link).fill('https://example.com/report?page=1');
      await save.click();
      await expect(score).toHaveText(/^80\.5/u);
      await expect(candidates.first()).toContainText('星火技术报告');

      await candidates
        .first()
        .getByRole('button', { name: text.open('星火技术报告') })
        .click();
      const question = page.getByRole('dialog');
      await expect(question).toContainText('https://example.com/report?page=1');
      await question.getByRole('button', { name: text.cancel }).click();
      await expect(question).toHaveCount(0);
    });

    await test.step('shows the override of a scenario beside the baseline and takes it back', async () => {
      await page.keyboard.press('Control+Shift+N');
      const dialog = page.getByRole('dialog', { name: text.newScenario });
      await dialog.getByRole('button', { name: text.create }).click();
      // A dialogue that closes gives the focus back; typing before that would go there.
      await expect(dialog).toHaveCount(0);
      await expect(new WorkbenchPage(page, language).scenarioMenu).not.toContainText(
        new RegExp(language === 'zh' ? '基准' : 'Baseline', 'u'),
      );

      const score = grid.cell('alibaba', 'internationalScore');
      await select(page, score, grid.words.alibaba);
      // Right after the first digit: the note is there as soon as the edit is.
      await page.keyboard.type('9');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.type('假设新版');
      await page.keyboard.press('Enter');
      await expect(score).toHaveAccessibleName(text.overridden);
      await score.click();
      const override = panel.getByRole('region', { name: text.override });
      await expect(override.getByText(text.baseline)).toBeVisible();
      await expect(override).toContainText(text.note);
      await override.getByRole('button', { name: text.reset }).click();
      await expect(score).toHaveText(/^86\.4/u);
    });
    expect(problems).toEqual([]);
  });
}
