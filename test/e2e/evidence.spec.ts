import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';

/** Selects a cell in the data view and waits for its evidence. */
async function openCell(page: Page, unit: string, column: number): Promise<void> {
  await page.getByRole('button', { name: '指标数据', exact: true }).click();
  await cell(page, unit, column).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(unit);
}

function cell(page: Page, unit: string, column: number) {
  const row = page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: unit, exact: true }),
  });
  return row.locator(`[role=gridcell][aria-colindex="${column}"]`);
}

function panel(page: Page) {
  return page.locator('.evidence');
}

function candidates(page: Page) {
  return panel(page).getByRole('region', { name: '观测值' }).getByRole('listitem');
}

const DOMESTIC_RANK = 8;
const MMLU = 9;

test.describe('the evidence of a cell', () => {
  test('says what is asked, how it is measured and what was found', async ({ shell }) => {
    const { page, problems } = await shell.open();
    await openCell(page, '智谱', DOMESTIC_RANK);
    const asked = panel(page).getByRole('region', { name: '指标要求' });
    await expect(asked).toContainText('名次 · 越小越好');
    await expect(asked).toContainText('2025-06本工作簿设定');
    await expect(asked).toContainText('3 分，满分 100');
    await expect(panel(page).getByRole('region', { name: '实际口径' })).toContainText(
      'ReLE中文大模型评测总分排名',
    );
    await expect(panel(page)).toContainText('唯一同时列出 14 家厂商中 13 家的榜单');
    const adopted = candidates(page).first();
    await expect(adopted).toContainText('14名采用');
    await expect(adopted).toContainText('可信度中');
    await expect(adopted).toContainText('发布于 2025-04-28');
    const { violations } = await new AxeBuilder({ page }).include('.evidence').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('adopts another observation, and rejects one only with a reason', async ({ shell }) => {
    const { page } = await shell.open();
    await openCell(page, '智谱', DOMESTIC_RANK);
    await expect(cell(page, '智谱', DOMESTIC_RANK)).toHaveText(/^14/);
    const other = candidates(page).nth(1);
    const value = /^\d+/.exec(await other.innerText())?.[0] ?? '';
    await other.getByRole('button', { name: '采用', exact: true }).click();
    await expect(cell(page, '智谱', DOMESTIC_RANK)).toHaveText(new RegExp(`^${value}`));
    await expect(candidates(page).first()).toContainText(`${value}名采用`);
    await expect(panel(page).getByRole('region', { name: '这一格的历史' })).toContainText(
      `14 → ${value}`,
    );

    const adopted = candidates(page).first();
    await adopted.getByRole('button', { name: '拒绝…' }).click();
    await adopted.getByRole('button', { name: '拒绝', exact: true }).click();
    await expect(adopted).toContainText('请写明理由');
    await adopted.getByLabel('拒绝理由').fill('不是同一个型号');
    await adopted.getByRole('button', { name: '拒绝', exact: true }).click();
    await expect(cell(page, '智谱', DOMESTIC_RANK)).toHaveAccessibleName(/缺失/);
    await expect(panel(page)).toContainText('没有采用值');
    const rejected = candidates(page).filter({ hasText: '不是同一个型号' });
    await expect(rejected).toContainText('已拒绝');
    await rejected.getByRole('button', { name: '恢复' }).click();
    await expect(rejected).toHaveCount(0);
  });

  test('takes in a new observation with its source', async ({ shell }) => {
    const { page } = await shell.open();
    await openCell(page, '科大讯飞', MMLU);
    await expect(panel(page)).toContainText('下面有 1 条候选尚未采用');
    await panel(page).getByRole('button', { name: '录入观测值' }).click();
    const form = panel(page).getByRole('form', { name: '录入观测值' });
    await form.getByLabel('数值').fill('八十');
    await form.getByText('新来源').click();
    await form.getByLabel('链接').fill('javascript:alert(1)');
    await form.getByRole('button', { name: '录入' }).click();
    await expect(form).toContainText('“八十”不是数字');
    await expect(form).toContainText('请填写来源标题');
    await expect(form).toContainText('链接须以 http:// 或 https:// 开头');

    await form.getByLabel('数值').fill('80.5');
    await form.getByLabel('日期（按来源原文）').fill('2025-05');
    await form.getByLabel('标题', { exact: true }).fill('星火技术报告');
    await form.getByLabel('链接').fill('https://example.com/report?page=1');
    await form.getByRole('button', { name: '录入' }).click();
    await expect(cell(page, '科大讯飞', MMLU)).toHaveText(/^80\.5/);
    await expect(candidates(page).first()).toContainText('星火技术报告');

    await candidates(page)
      .first()
      .getByRole('button', { name: /打开来源：星火技术报告/ })
      .click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText('https://example.com/report?page=1');
    await question.getByRole('button', { name: '取消' }).click();
    await expect(question).toHaveCount(0);
  });

  test('shows the override of a scenario beside the baseline and takes it back', async ({
    shell,
  }) => {
    const { page } = await shell.open();
    await page.getByRole('button', { name: '情景', exact: true }).click();
    await page.getByRole('button', { name: '新建情景' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
    await expect(page.locator('.command-bar-scenario')).not.toContainText('基准');
    // A dialogue that closes gives the focus back; typing before that would go there.
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await openCell(page, '阿里巴巴', MMLU);
    // Right after the first digit: the note is there as soon as the edit is.
    await page.keyboard.type('9');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.type('假设新版');
    await page.keyboard.press('Enter');
    await expect(cell(page, '阿里巴巴', MMLU)).toHaveAccessibleName(
      /^9 分.*本情景改写，基准为 86\.4/,
    );
    await cell(page, '阿里巴巴', MMLU).click();
    const override = panel(page).getByRole('region', { name: '情景改写' });
    await expect(override).toContainText('基准情景：86.4 分');
    await expect(override).toContainText('缘由：假设新版');
    await override.getByRole('button', { name: '还原' }).click();
    await expect(cell(page, '阿里巴巴', MMLU)).toHaveText(/^86\.4/);
  });
});
