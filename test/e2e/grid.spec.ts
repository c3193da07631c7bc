import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';

const DATA_VIEW = '指标数据';

async function openData(page: Page): Promise<void> {
  await page.getByRole('button', { name: DATA_VIEW, exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(cell(page, '阿里巴巴', 'MMLU')).toBeVisible();
}

/** The cell of a unit in the column whose name contains a text. */
function cell(page: Page, unit: string, indicator: string) {
  const row = page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: unit, exact: true }),
  });
  return row.locator(`[role=gridcell][aria-colindex="${columns[indicator]}"]`);
}

/** Position of a column in the bundled framework; the first one holds the units. */
const columns: Record<string, number> = {
  开发者: 2,
  调用: 3,
  付费企业: 4,
  评测名次: 8,
  MMLU: 9,
  上下文: 11,
};

function field(page: Page) {
  return page.locator('.sheet-field');
}

/** What the card at a cell says. */
function refusal(page: Page) {
  return page.locator('.cell-card').getByRole('alert');
}

async function copied(page: Page): Promise<string> {
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await page.keyboard.press('Control+v');
}

test.describe('the grid', () => {
  test('is an accessible grid with units, grouped indicators and states in words', async ({
    shell,
  }) => {
    const { page, problems } = await shell.open();
    await openData(page);
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '16');
    await expect(grid).toHaveAttribute('aria-colcount', '26');
    await expect(page.getByRole('columnheader', { name: '技术研发能力' })).toHaveAttribute(
      'aria-colspan',
      '9',
    );
    await expect(cell(page, '阿里巴巴', '评测名次')).toHaveAccessibleName(
      /10 名 · 替代口径 · 8 条候选/,
    );
    await expect(cell(page, '科大讯飞', 'MMLU')).toHaveAccessibleName('缺失，1 条候选未采用');
    const { violations } = await new AxeBuilder({ page }).include('.grid-panel').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('keeps its head and its units in view', async ({ shell }) => {
    const { page } = await shell.open({ width: 1100, height: 460 });
    await openData(page);
    const sheet = page.locator('.sheet');
    await sheet.evaluate((element) => element.scrollTo({ left: 900, top: 10_000 }));
    await expect.poll(() => sheet.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
    const corner = await sheet.boundingBox();
    const name = await page.getByRole('columnheader', { name: /专利/ }).boundingBox();
    const unit = await page.getByRole('rowheader', { name: '零一万物' }).boundingBox();
    expect(name?.y).toBeCloseTo((corner?.y ?? 0) + 22, 0);
    expect(unit?.x).toBeCloseTo(corner?.x ?? -1, 0);
  });

  test('takes typing, moves on, and undoes one act at a time', async ({ shell }) => {
    const { page, problems } = await shell.open();
    await openData(page);
    const target = cell(page, '阿里巴巴', 'MMLU');
    await target.click();
    await page.keyboard.type('91.25');
    await expect(target).toHaveText(/86\.4/);
    await page.keyboard.press('Enter');
    await expect(target).toHaveText(/91\.25/);
    await expect(field(page)).toHaveAccessibleName(/字节跳动/);

    await target.click();
    await page.keyboard.press('F2');
    await expect(field(page)).toHaveValue('91.25');
    await page.keyboard.press('End');
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    await expect(target).toHaveText(/91\.25/);

    await page.keyboard.press('Delete');
    await expect(target).toHaveAccessibleName(/缺失/);
    await page.keyboard.press('Control+z');
    await expect(target).toHaveText(/91\.25/);
    await page.keyboard.press('Control+z');
    await expect(target).toHaveText(/86\.4/);
    expect(problems).toEqual([]);
  });

  test('refuses what the indicator cannot take, at the cell, and changes nothing', async ({
    shell,
  }) => {
    const { page } = await shell.open();
    await openData(page);
    const target = cell(page, '阿里巴巴', '评测名次');
    await target.click();
    for (const [text, message] of [
      ['abc', '“abc”不是数字'],
      ['0', '名次不能小于 1：0'],
      ['1e999', 'Infinity 太大，无法表示'],
      ['NaN', '“NaN”不是数字'],
    ] as const) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect(refusal(page)).toHaveText(message);
      await expect(field(page)).toHaveValue(text);
      await page.keyboard.press('Escape');
      await expect(target).toHaveText(/^10/);
    }
  });

  test('never writes half-typed Chinese', async ({ shell }) => {
    const { page, problems } = await shell.open();
    await openData(page);
    const target = cell(page, '阿里巴巴', 'MMLU');
    await target.click();
    const input = await page.context().newCDPSession(page);
    const press = (key: string, code: string) =>
      input.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code,
        windowsVirtualKeyCode: 229,
      });
    const compose = (text: string) =>
      input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });

    // Composed from the first letter on, though nothing was being edited.
    await press('Process', 'KeyJ');
    await compose('j');
    await press('Process', 'KeyI');
    await compose('jiu');
    await expect(field(page)).toHaveValue('jiu');
    // Keys that belong to the input method: choosing, moving, going back.
    for (const [key, code] of [
      ['Process', 'Enter'],
      ['Process', 'ArrowDown'],
      ['Process', 'Tab'],
      ['Process', 'Escape'],
    ] as const) {
      await press(key, code);
    }
    await expect(field(page)).toHaveValue('jiu');
    await expect(target).toHaveText(/86\.4/);
    await input.send('Input.insertText', { text: '九十' });
    await expect(field(page)).toHaveValue('九十');
    await expect(target).toHaveText(/86\.4/);
    await page.keyboard.press('Enter');
    await expect(refusal(page)).toHaveText('“九十”不是数字');
    await page.keyboard.press('Escape');

    // Full-width digits of an input method are numbers.
    await press('Process', 'Digit9');
    await compose('９２');
    await input.send('Input.insertText', { text: '９２．５' });
    await page.keyboard.press('Enter');
    await expect(target).toHaveText(/92\.5/);
    expect(problems).toEqual([]);
  });

  test('copies in full precision and pastes a block as one act', async ({ shell }) => {
    const { page } = await shell.open();
    await openData(page);
    await cell(page, '科大讯飞', '付费企业').click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await copied(page)).toBe('91\t1274.95\n20\t15000');

    const [first, last] = [cell(page, '科大讯飞', '付费企业'), cell(page, '阿里巴巴', '付费企业')];
    await first.click();
    await paste(page, '"92"\t1,300.5\r\n21\t\r\n');
    await expect(first).toHaveText(/92/);
    await expect(last).toHaveText(/21/);
    await expect(field(page)).toHaveAccessibleName(/科大讯飞/);
    await page.keyboard.press('Control+z');
    await expect(first).toHaveText(/91/);
    await expect(last).toHaveText(/20/);
  });

  test('refuses a block as a whole and lists the cells that are wrong', async ({ shell }) => {
    const { page } = await shell.open();
    await openData(page);
    const first = cell(page, '科大讯飞', '付费企业');
    await first.click();
    await paste(page, '92\tmany\n-3\t4');
    const alert = refusal(page);
    await expect(alert).toContainText('没有写入：有 2 格不合要求');
    await expect(alert).toContainText('“many”不是数字');
    await expect(alert).toContainText('数量不能为负：-3');
    await expect(first).toHaveText(/91/);

    await paste(page, '1\t2\n3');
    await expect(alert).toContainText('第 2 行有 1 格');
    await page.keyboard.press('Control+End');
    await paste(page, '1\t2');
    await expect(alert).toContainText('从这里起只有 1 行 1 列');
    await expect(first).toHaveText(/91/);
  });

  test('fills down, cuts, and walks with the keyboard', async ({ shell }) => {
    const { page } = await shell.open();
    await openData(page);
    await cell(page, '百度', '评测名次').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(cell(page, '腾讯', '评测名次')).toHaveText(/^1/);
    await expect(cell(page, '华为', '评测名次')).toHaveText(/^1/);
    await page.keyboard.press('Control+z');
    await expect(cell(page, '腾讯', '评测名次')).toHaveText(/^2/);
    await expect(cell(page, '华为', '评测名次')).toHaveAccessibleName(/缺失/);

    await cell(page, '百度', '评测名次').click();
    await page.keyboard.press('Control+x');
    await expect(cell(page, '百度', '评测名次')).toHaveAccessibleName(/缺失/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1');

    await page.keyboard.press('Control+Home');
    await expect(field(page)).toHaveAccessibleName(/^科大讯飞，注册开发者数量/);
    await page.keyboard.press('End');
    await expect(field(page)).toHaveAccessibleName(/^科大讯飞，获得的专利数量/);
    await page.keyboard.press('Tab');
    await expect(field(page)).toHaveAccessibleName(/^阿里巴巴，注册开发者数量/);
    await page.keyboard.press('Shift+Tab');
    await expect(field(page)).toHaveAccessibleName(/^科大讯飞，获得的专利数量/);
    await page.keyboard.press('PageDown');
    await expect(field(page)).toHaveAccessibleName(/^零一万物，获得的专利数量/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(field(page)).not.toBeFocused();
  });

  test('sorts without moving rows on an edit, filters, and hides empty columns', async ({
    shell,
  }) => {
    const { page } = await shell.open();
    await openData(page);
    const units = () => page.getByRole('rowheader').allTextContents();
    await cell(page, '阿里巴巴', 'MMLU').click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: '从高到低排列' }).click();
    expect((await units()).slice(0, 3)).toEqual(['深度求索', '字节跳动', 'MiniMax']);
    await expect(page.getByRole('columnheader', { name: /国际综合基准/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await cell(page, '深度求索', 'MMLU').click();
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await expect(cell(page, '深度求索', 'MMLU')).toHaveText(/10/);
    expect((await units())[0]).toBe('深度求索');

    await page.keyboard.press('Control+f');
    await page.keyboard.type('科大');
    expect(await units()).toEqual(['科大讯飞']);
    await page.keyboard.press('Escape');
    expect(await units()).toHaveLength(14);

    await page.getByRole('button', { name: '隐藏空列' }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '17');
  });
});
