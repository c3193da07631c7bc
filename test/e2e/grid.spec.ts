import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { axe } from './axe.ts';
import { test } from './fixtures.ts';
import { GridPage } from './pages/grid-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const words = {
  zh: {
    technology: '技术研发能力',
    patents: /专利/u,
    score: /国际综合基准/u,
    proxy: /10 名 · 替代口径 · 8 条候选/u,
    unused: '缺失，1 条候选未采用',
    missing: /缺失/u,
    refusals: [
      ['abc', '“abc”不是数字'],
      ['0', '名次不能小于 1：0'],
      ['1e999', 'Infinity 太大，无法表示'],
      ['NaN', '“NaN”不是数字'],
    ],
    composed: '“九十”不是数字',
    block: ['没有写入：有 2 格不合要求', '“many”不是数字', '数量不能为负：−3'],
    ragged: '第 2 行有 1 格',
    outside: '从这里起只有 1 行 1 列',
    first: (unit: string) => new RegExp(`^${unit}，注册开发者数量`, 'u'),
    last: (unit: string) => new RegExp(`^${unit}，获得的专利数量`, 'u'),
    descending: '从高到低排列',
    publishedOrder: '恢复原有次序',
    hideEmpty: '隐藏空列',
  },
  en: {
    technology: 'Technology R&D',
    patents: /Patents/u,
    score: /international benchmarks/u,
    proxy: /10.* · proxy · 8 candidates/u,
    unused: 'missing, 1 candidate not adopted',
    missing: /missing/u,
    refusals: [
      ['abc', '“abc” is not a number'],
      ['0', 'A rank cannot be below 1: 0'],
      ['1e999', 'Infinity is too large to be represented'],
      ['NaN', '“NaN” is not a number'],
    ],
    composed: '“九十” is not a number',
    block: [
      'Nothing was written: 2 cells were refused',
      '“many” is not a number',
      'A count cannot be negative: −3',
    ],
    ragged: 'row 2 has 1 cells',
    outside: 'from here on there are 1 × 1',
    first: (unit: string) => new RegExp(`^${unit}, Registered developers`, 'u'),
    last: (unit: string) => new RegExp(`^${unit}, Patents obtained`, 'u'),
    descending: 'Sort high to low',
    publishedOrder: 'Restore the original order',
    hideEmpty: 'Hide empty columns',
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  const text = words[language];

  test(`cells are typed, refused and composed, one act at a time: ${language}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const grid = new GridPage(page, language);
    await grid.open();
    const target = grid.cell('alibaba', 'internationalScore');

    await test.step('an accessible grid with units, grouped indicators and states in words', async () => {
      await expect(grid.grid).toHaveAttribute('aria-rowcount', '16');
      await expect(grid.grid).toHaveAttribute('aria-colcount', '26');
      await expect(page.getByRole('columnheader', { name: text.technology })).toHaveAttribute(
        'aria-colspan',
        '9',
      );
      await expect(grid.cell('alibaba', 'domesticRank')).toHaveAccessibleName(text.proxy);
      await expect(grid.cell('iflytek', 'internationalScore')).toHaveAccessibleName(text.unused);
      const { violations } = await axe(page).include('.grid-panel').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });

    await test.step('typing moves on, Escape and undo take back', async () => {
      await target.click();
      await page.keyboard.type('91.25');
      await expect(target).toHaveText(/86\.4/u);
      await page.keyboard.press('Enter');
      await expect(target).toHaveText(/91\.25/u);
      await expect(grid.field).toHaveAccessibleName(new RegExp(`^${grid.words.bytedance}`, 'u'));

      await target.click();
      await page.keyboard.press('F2');
      await expect(grid.field).toHaveValue('91.25');
      await page.keyboard.press('End');
      await page.keyboard.type('9');
      await page.keyboard.press('Escape');
      await expect(target).toHaveText(/91\.25/u);

      await page.keyboard.press('Delete');
      await expect(target).toHaveAccessibleName(text.missing);
      await page.keyboard.press('Control+z');
      await expect(target).toHaveText(/91\.25/u);
      await page.keyboard.press('Control+z');
      await expect(target).toHaveText(/86\.4/u);
    });

    await test.step('what the indicator cannot take is refused at the cell and changes nothing', async () => {
      const rank = grid.cell('alibaba', 'domesticRank');
      await rank.click();
      for (const [typed, message] of text.refusals) {
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
        await expect(grid.refusal).toHaveText(message);
        await expect(grid.field).toHaveValue(typed);
        await page.keyboard.press('Escape');
        await expect(rank).toHaveText(/^10/u);
      }
    });

    await test.step('half-typed Chinese is never written', async () => {
      await target.click();
      const input = await page.context().newCDPSession(page);
      const press = (key: string, code: string) =>
        input.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key,
          code,
          windowsVirtualKeyCode: 229,
        });
      const compose = (composed: string) =>
        input.send('Input.imeSetComposition', {
          text: composed,
          selectionStart: composed.length,
          selectionEnd: composed.length,
        });

      // Composed from the first letter on, though nothing was being edited.
      await press('Process', 'KeyJ');
      await compose('j');
      await press('Process', 'KeyI');
      await compose('jiu');
      await expect(grid.field).toHaveValue('jiu');
      // Keys that belong to the input method: choosing, moving, going back.
      for (const code of ['Enter', 'ArrowDown', 'Tab', 'Escape']) await press('Process', code);
      await expect(grid.field).toHaveValue('jiu');
      await expect(target).toHaveText(/86\.4/u);
      await input.send('Input.insertText', { text: '九十' });
      await expect(grid.field).toHaveValue('九十');
      await expect(target).toHaveText(/86\.4/u);
      await page.keyboard.press('Enter');
      await expect(grid.refusal).toHaveText(text.composed);
      await page.keyboard.press('Escape');

      // Full-width digits of an input method are numbers.
      await press('Process', 'Digit9');
      await compose('９２');
      await input.send('Input.insertText', { text: '９２．５' });
      await page.keyboard.press('Enter');
      await expect(target).toHaveText(/92\.5/u);
    });

    await test.step('in a small window head and units stay in view', async () => {
      await page.setViewportSize({ width: 1100, height: 460 });
      const sheet = page.locator('.sheet');
      await sheet.evaluate((element) => element.scrollTo({ left: 900, top: 10_000 }));
      await expect.poll(() => sheet.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
      const corner = await sheet.boundingBox();
      const name = await page.getByRole('columnheader', { name: text.patents }).boundingBox();
      const unit = await page.getByRole('rowheader', { name: grid.words.last }).boundingBox();
      expect(name?.y).toBeCloseTo((corner?.y ?? 0) + 22, 0);
      expect(unit?.x).toBeCloseTo(corner?.x ?? -1, 0);
    });
    expect(problems).toEqual([]);
  });

  test(`blocks are copied and pasted as one act, keys walk, rows are sorted and filtered: ${language}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const grid = new GridPage(page, language);
    await grid.open();
    const first = grid.cell('iflytek', 'customers');

    await test.step('a block is copied in full precision and pasted as one act', async () => {
      await first.click();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowDown');
      expect(await grid.copied()).toBe('91\t1274.95\n20\t15000');

      const below = grid.cell('alibaba', 'customers');
      await first.click();
      await grid.paste('"92"\t1,300.5\r\n21\t\r\n');
      await expect(first).toHaveText(/92/u);
      await expect(below).toHaveText(/21/u);
      await expect(grid.field).toHaveAccessibleName(new RegExp(`^${grid.words.iflytek}`, 'u'));
      await page.keyboard.press('Control+z');
      await expect(first).toHaveText(/91/u);
      await expect(below).toHaveText(/20/u);
    });

    await test.step('a wrong block is refused as a whole, with its cells', async () => {
      await first.click();
      await grid.paste('92\tmany\n-3\t4');
      for (const said of text.block) await expect(grid.refusal).toContainText(said);
      await expect(first).toHaveText(/91/u);
      await grid.paste('1\t2\n3');
      await expect(grid.refusal).toContainText(text.ragged);
      await page.keyboard.press('Control+End');
      await grid.paste('1\t2');
      await expect(grid.refusal).toContainText(text.outside);
      await expect(first).toHaveText(/91/u);
    });

    await test.step('fills down, cuts, and walks with the keyboard', async () => {
      const [baidu, tencent, huawei] = [
        grid.cell('baidu', 'domesticRank'),
        grid.cell('tencent', 'domesticRank'),
        grid.cell('huawei', 'domesticRank'),
      ];
      await baidu.click();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Control+d');
      await expect(tencent).toHaveText(/^1/u);
      await expect(huawei).toHaveText(/^1/u);
      await page.keyboard.press('Control+z');
      await expect(tencent).toHaveText(/^2/u);
      await expect(huawei).toHaveAccessibleName(text.missing);

      await baidu.click();
      await page.keyboard.press('Control+x');
      await expect(baidu).toHaveAccessibleName(text.missing);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1');

      const { iflytek, alibaba, last } = grid.words;
      for (const [key, name] of [
        ['Control+Home', text.first(iflytek)],
        ['End', text.last(iflytek)],
        ['Tab', text.first(alibaba)],
        ['Shift+Tab', text.last(iflytek)],
        ['PageDown', text.last(last)],
      ] as const) {
        await page.keyboard.press(key);
        await expect(grid.field).toHaveAccessibleName(name);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await expect(grid.field).not.toBeFocused();
    });

    await test.step('sorts without moving rows on an edit, filters, and hides empty columns', async () => {
      await grid.cell('alibaba', 'internationalScore').click();
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('menuitem', { name: text.descending }).click();
      const { deepseek, bytedance, iflytek } = grid.words;
      await expect
        .poll(async () => (await grid.units()).slice(0, 3))
        .toEqual([deepseek, bytedance, 'MiniMax']);
      await expect(page.getByRole('columnheader', { name: text.score })).toHaveAttribute(
        'aria-sort',
        'descending',
      );
      const target = grid.cell('deepseek', 'internationalScore');
      await target.click();
      await page.keyboard.type('10');
      await page.keyboard.press('Enter');
      await expect(target).toHaveText(/10/u);
      await expect.poll(async () => (await grid.units())[0]).toBe(deepseek);

      await page.keyboard.press('Control+f');
      await page.keyboard.type(iflytek.slice(0, 2));
      await expect.poll(() => grid.units()).toEqual([iflytek]);
      await page.keyboard.press('Escape');
      await expect.poll(() => grid.units()).toHaveLength(14);

      await page.getByRole('button', { name: text.hideEmpty }).click();
      await expect(grid.grid).toHaveAttribute('aria-colcount', '17');
    });
    expect(problems).toEqual([]);
  });
}

/** What the command line writes of one workbook, as far as it is compared. */
interface Exported {
  readonly units: readonly { readonly code: string; readonly name: Record<'zh' | 'en', string> }[];
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly observations: readonly {
    readonly id: string;
    readonly unit: string;
    readonly indicator: string;
    readonly value: number;
    readonly source: string | null;
  }[];
}

test('@web the grid and the evidence of its cells are what the command line writes, in both languages', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const at = (name: string) => join(info.outputDir, name);
  await runCommand('sample', at('book.hengmo'));
  await runCommand('export', at('book.hengmo'), '--to', 'csv', '--out', at('data.csv'));
  await runCommand('export', at('book.hengmo'), '--to', 'json', '--out', at('all.json'));
  const [head = [], ...rows] = readFileSync(at('data.csv'), 'utf8')
    .replace(/^\uFEFF/u, '')
    .trimEnd()
    .split(/\r?\n/u)
    .map((line) => line.split(','));
  const indicators = head.flatMap((name, column) => (/^I\d\d$/u.test(name) ? [column] : []));
  expect(indicators).toHaveLength(25);
  const all = JSON.parse(readFileSync(at('all.json'), 'utf8')) as Exported;
  const { page, problems } = await shell.open({ workbook: at('book.hengmo') });
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const grid = new GridPage(page, language);
    await grid.open();
    await grid.cell('iflytek', 'developers').click();
    await page.keyboard.press('Control+a');
    const copied = (await grid.copied()).split('\n').map((line) => line.split('\t'));
    expect(copied).toEqual(rows.map((row) => indicators.map((column) => row[column] ?? '')));
    expect(await grid.units()).toEqual(all.units.map(({ name }) => name[language]));

    await grid.cell('alibaba', 'domesticRank').click();
    const candidates = page.locator('.evidence-candidate');
    const written = all.observations.filter(
      ({ unit, indicator }) => unit === 'alibaba' && indicator === 'I07',
    );
    await expect(candidates).toHaveCount(written.length);
    const values = await candidates.locator('.evidence-candidate-value strong').allTextContents();
    expect(values.map(Number).toSorted()).toEqual(written.map(({ value }) => value).toSorted());
    const titles = new Map(all.sources.map(({ id, title }) => [id, title]));
    for (const { source } of written) {
      await expect(page.locator('.evidence')).toContainText(titles.get(source ?? '') ?? 'a source');
    }
  }
  expect(problems).toEqual([]);
});
