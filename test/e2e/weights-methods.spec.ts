import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

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
