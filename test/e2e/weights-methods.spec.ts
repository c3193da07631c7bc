import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { formatSharePercent } from '../../shared/text/numbers.ts';
import { printedShares } from '../../shared/weights/printed-shares.ts';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const words = {
  zh: {
    methods: '按方法建议权重',
    importance: (row: string, column: string) => `${row}相对于${column}的重要性`,
    contradict: /超过 0\.10，判断相互矛盾/u,
    judged: /判断自洽|判断相互矛盾/u,
    take: /^改为 /u,
    tooFew: /各项都有值的评价对象太少/u,
    acceptEqual: '采纳等权的权重',
    sets: '权重方案',
    setName: '方案名称',
    published: '按公布',
    save: '保存现有权重',
    same: '与现有权重相同。',
    differs: /现占同级 30%，方案中 25%/u,
    apply: '采用方案按公布',
    influence: '声明的权重与实际影响',
    influenceOf: /声明 30%，有效 30%，影响 \d/u,
  },
  en: {
    methods: 'Propose weights by method',
    importance: (row: string, column: string) => `Importance of ${row} over ${column}`,
    contradict: /above 0\.10: the judgments contradict each other/u,
    judged: /the judgments (?:agree|contradict)/u,
    take: /^Change to /u,
    tooFew: /Too few units have values everywhere/u,
    acceptEqual: 'Accept the weights of Equal',
    sets: 'Weight sets',
    setName: 'Name of the set',
    published: 'As published',
    save: 'Save weights',
    same: 'Same as the weights of now.',
    differs: /30% of its siblings now, 25% in the set/u,
    apply: 'Apply the set As published',
    influence: 'Declared weight and real influence',
    influenceOf: /declared 30%, effective 30%, influence \d/u,
  },
} as const;

test('AHP names the judgment to revisit, and an accepted proposal is one undo step, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const text = words[language];
    const { ecosystem, technology, industry, innovation } = workbench.words.dimensions;
    await page.getByRole('button', { name: text.methods, exact: true }).click();
    const dialog = page.getByRole('dialog');
    const judge = (row: string, column: string, value: string) =>
      dialog
        .getByRole('combobox', { name: text.importance(row, column) })
        .selectOption({ label: value });
    await judge(ecosystem, technology, '3');
    await judge(technology, industry, '5');
    await judge(ecosystem, industry, '1/4');
    await expect(dialog.getByText(text.contradict)).toBeVisible();
    await expect(dialog.locator('td[data-revisit]')).toHaveCount(1);
    await dialog.getByRole('button', { name: text.take }).click();
    await expect(dialog.getByText(text.judged)).toBeVisible();
    // A method that the data do not allow says why, in its column.
    await expect(dialog.getByText(text.tooFew)).toBeVisible();

    await dialog.getByRole('button', { name: text.acceptEqual }).click();
    await expect(dialog).toBeHidden();
    await expect(workbench.points(innovation)).toHaveValue('20');
    await workbench.undo.click();
    await expect(workbench.points(innovation)).toHaveValue('10');
    await expect(workbench.undo).toBeDisabled();
  }
  expect(problems).toEqual([]);
});

test('weights are saved under a name, differ in words, and are applied again in one step, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open({ language: 'en' });
  let workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  const first = page.getByRole('slider').first();
  const dialog = page.getByRole('dialog');
  for (const language of ['en', 'zh'] as const) {
    workbench = await workbench.inLanguage(language);
    const text = words[language];
    const set = dialog
      .getByRole('listitem')
      .filter({ has: page.getByText(text.published, { exact: true }) });
    await page.getByRole('button', { name: text.sets, exact: true }).click();
    await dialog.getByRole('textbox', { name: text.setName }).fill(text.published);
    await dialog.getByRole('button', { name: text.save }).click();
    await expect(set.getByText(text.same)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await first.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect(first).toHaveAttribute('aria-valuenow', '30');
    await page.getByRole('button', { name: text.influence }).click();
    await expect(page.getByRole('img', { name: text.influenceOf })).toBeVisible();
    await page.getByRole('button', { name: text.influence }).click();

    await page.getByRole('button', { name: text.sets, exact: true }).click();
    await expect(set.getByText(text.differs)).toBeVisible();
    await dialog.getByRole('button', { name: text.apply }).click();
    await expect(set.getByText(text.same)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(first).toHaveAttribute('aria-valuenow', '25');
    await workbench.undo.click();
    await expect(first).toHaveAttribute('aria-valuenow', '30');
    await workbench.undo.click();
    await expect(first).toHaveAttribute('aria-valuenow', '25');
  }
  expect(problems).toEqual([]);
});

interface PrintedInfluence {
  readonly node: string;
  readonly declared: number;
  readonly effective: number;
  readonly influence: number | null;
}

/** Two children with all that the methods need; by their columns in the dialog, with what the command line is asked. */
const PARENT = 'monetisation';
const compared = [
  { titles: { zh: '等权', en: 'Equal' }, asked: ['equal'] },
  { titles: { zh: '排序质心', en: 'Rank order' }, asked: ['rank-order-centroid', '1,2'] },
  { titles: { zh: '层次分析', en: 'AHP' }, asked: ['pairwise', '1,3', '1/3,1'] },
  { titles: { zh: '摆幅', en: 'Swing' }, asked: ['swing', '60,100'] },
  { titles: { zh: '熵权', en: 'Entropy' }, asked: ['entropy'] },
  { titles: { zh: 'CRITIC', en: 'CRITIC' }, asked: ['critic'] },
  { titles: { zh: '主成分', en: 'Principal component' }, asked: ['principal-component'] },
  { titles: { zh: '优化', en: 'Optimised' }, asked: ['optimised'] },
] as const;

const dialogWords = {
  zh: {
    of: /^下级的权重/u,
    copy: '复制为表格（可粘贴到 Excel）',
  },
  en: {
    of: /^Weights below/u,
    copy: 'Copy as a table (pastes into Excel)',
  },
} as const;

test('@web proposals and influence are what the command line prints, in both languages', async ({
  shell,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const workbook = join(info.outputDir, 'book.hengmo');
  await runCommand('sample', workbook);
  const printed = async <T>(...args: string[]) =>
    JSON.parse(await runCommand(...args, '--format', 'json')) as T;
  const shares = new Map<string, readonly string[] | null>();
  for (const { titles, asked } of compared) {
    const [method, ...judgments] = asked;
    const given = judgments.length === 0 ? [] : ['--judgments', ...judgments];
    const proposal = await printed<{ shares: readonly number[] | null }>(
      'weights',
      workbook,
      '--parent',
      PARENT,
      '--by',
      method,
      ...given,
    );
    shares.set(titles.en, proposal.shares && printedShares(proposal.shares, 100, 1).map(String));
  }
  expect(shares.get('Principal component')).toBeNull();
  const influence = await printed<PrintedInfluence[]>('diagnose', workbook, '--show', 'influence');

  const { page, problems } = await shell.open({ workbook });
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  const dialog = page.getByRole('dialog');
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const text = words[language];
    const said = dialogWords[language];
    await page.getByRole('button', { name: text.methods, exact: true }).click();
    await dialog.getByRole('combobox', { name: said.of }).selectOption(PARENT);
    if (language === 'zh') {
      // Judgments are kept with the workbook: given once, they count in either language.
      const [market = '', revenue = ''] = await dialog
        .locator('.proposals tbody th')
        .allTextContents();
      await dialog
        .getByRole('combobox', { name: text.importance(market, revenue) })
        .selectOption({ label: '3' });
      await dialog.getByRole('tab', { name: '排序质心' }).click();
      await dialog.getByRole('button', { name: `${market}上移` }).click();
      await dialog.getByRole('tab', { name: '摆幅' }).click();
      await dialog.getByRole('spinbutton', { name: `${market}的摆幅评分` }).fill('60');
      await dialog.getByRole('spinbutton', { name: `${revenue}的摆幅评分` }).fill('100');
    }
    const columns = async () => {
      await dialog.getByRole('button', { name: said.copy }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const [head = [], ...rows] = copied.split('\n').map((line) => line.split('\t'));
      return Object.fromEntries(
        head.slice(2).map((title, at) => [title, rows.map((row) => row[at + 2] ?? '')]),
      );
    };
    const expected = Object.fromEntries(
      compared.flatMap(({ titles }) => {
        const found = shares.get(titles.en) ?? null;
        return found === null ? [] : [[titles[language], found]];
      }),
    );
    await expect.poll(columns).toEqual(expected);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await page.getByRole('button', { name: text.influence }).click();
    for (const { node, declared, effective, influence: found } of influence) {
      const bars = page.locator(`.weight-row[data-node="${node}"] .influence-line .number`);
      if ((await bars.count()) === 0) continue;
      await expect(bars).toHaveText(
        [declared, effective, found ?? Number.NaN].map(formatSharePercent),
      );
    }
    await expect(page.locator('.influence-line')).toHaveCount(3 * 6);
    await page.getByRole('button', { name: text.influence }).click();
  }
  expect(problems).toEqual([]);
});
