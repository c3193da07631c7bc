import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

interface Printed {
  readonly node: string;
  readonly low: { readonly share: number };
  readonly high: { readonly share: number };
}

test('the bands on the tracks are what the command line prints', async ({ shell }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-bands-'));
  try {
    const workbook = join(folder, 'sample.hengmo');
    await runCommand('sample', workbook);
    const printed = JSON.parse(
      await runCommand('stability', workbook, '--format', 'json'),
    ) as Printed[];
    const { page, problems } = await shell.open({ workbook });
    await new WorkbenchPage(page).ready();
    for (const code of ['ecosystem', 'technology', 'industry', 'monetisation', 'innovation']) {
      const expected = printed.find(({ node }) => node === code);
      const band = page.locator(`.weight-row[data-node="${code}"] .weight-band`);
      await expect(band).toHaveAttribute('data-low', String(expected?.low.share));
      await expect(band).toHaveAttribute('data-high', String(expected?.high.share));
    }
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const words = {
  zh: {
    below: /低于 14\.76 分：腾讯超过百度。/u,
    jump: /移到恰好越过此处：低于 14\.76 分/u,
    kind: /滑轨上的浅色区间/u,
    top: '前几名不变',
    count: '前几名',
    topStays: /前 1 名不变/u,
    allRanks: '全部名次不变',
  },
  en: {
    below: /Below 14\.76 points: Tencent passes Baidu\./u,
    jump: /Move just past here\. Below 14\.76 points/u,
    kind: /pale band/u,
    top: 'The first few stay',
    count: 'How many of the first',
    topStays: /the first 1 stay the same/u,
    allRanks: 'All ranks stay',
  },
} as const;

test('a jump goes past the next swap and no further, in one undo step, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const { ranked, dimensions } = workbench.words;
    const [first, second, third, fourth, fifth, sixth] = ranked;
    const slider = workbench.slider(dimensions.ecosystem);
    await slider.focus();
    await expect(slider).toHaveAccessibleDescription(words[language].below);
    await page.keyboard.press(',');
    await page.keyboard.press('Enter');
    const swapped = [first, second, third, fifth, fourth, sixth];
    await expect.poll(() => workbench.rankedUnits()).toEqual(swapped);
    await expect(workbench.points(dimensions.ecosystem)).toHaveValue('14.8');
    await workbench.undo.click();
    await expect(workbench.points(dimensions.ecosystem)).toHaveValue('25');

    // The tick does the same by mouse.
    await page.getByRole('button', { name: words[language].jump }).click();
    await expect.poll(() => workbench.rankedUnits()).toEqual(swapped);
    await workbench.undo.click();
    await expect.poll(() => workbench.rankedUnits()).toEqual(ranked);
    await expect(workbench.undo).toBeDisabled();
  }
  expect(problems).toEqual([]);
});

test('bands follow a drag, what they keep can be chosen, and a marked sibling alone gives, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open({ language: 'en' });
  let workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  const band = page.locator('.weight-row[data-node="ecosystem"] .weight-band');
  for (const language of ['en', 'zh'] as const) {
    workbench = await workbench.inLanguage(language);
    const text = words[language];
    const { ecosystem, technology, monetisation, innovation } = workbench.words.dimensions;
    const before = (await band.getAttribute('data-low')) ?? '';
    await workbench.grab(monetisation, 60);
    await expect(band).not.toHaveAttribute('data-low', before);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(band).toHaveAttribute('data-low', before);

    const kind = page.getByRole('combobox', { name: text.kind });
    await kind.selectOption(text.top);
    await page.getByRole('spinbutton', { name: text.count }).fill('1');
    await expect(workbench.slider(ecosystem)).toHaveAccessibleDescription(text.topStays);
    await kind.selectOption(text.allRanks);

    const giver = workbench.slider(innovation);
    await giver.focus();
    await page.keyboard.press('t');
    await workbench.points(technology).fill('30');
    await page.keyboard.press('Enter');
    await expect(workbench.points(technology)).toHaveValue('30');
    await expect(workbench.points(innovation)).toHaveValue('5');
    await expect(workbench.points(ecosystem)).toHaveValue('25');
    await workbench.undo.click();
    await expect(workbench.points(innovation)).toHaveValue('10');
    await giver.focus();
    await page.keyboard.press('t');
  }
  expect(problems).toEqual([]);
});
