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

test('a jump goes past the next swap and no further, and is one undo step', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  const slider = workbench.slider('生态构建能力');
  await slider.focus();
  await expect(slider).toHaveAccessibleDescription(/低于 14\.76 分：腾讯超过百度。/u);
  await page.keyboard.press(',');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => workbench.rankedUnits())
    .toEqual(['阿里巴巴', '科大讯飞', '字节跳动', '腾讯', '百度', '智谱']);
  await expect(workbench.points('生态构建能力')).toHaveValue('14.8');
  await workbench.undo.click();
  await expect(workbench.points('生态构建能力')).toHaveValue('25');

  // The tick does the same by mouse.
  await page.getByRole('button', { name: /移到恰好越过此处：低于 14\.76 分/u }).click();
  await expect.poll(async () => (await workbench.rankedUnits())[3]).toBe('腾讯');
  expect(problems).toEqual([]);
});

test('bands follow a drag, and what they keep can be chosen', async ({ shell }) => {
  const { page, problems } = await shell.open({ language: 'en' });
  const workbench = new WorkbenchPage(page, 'en');
  await workbench.ready();
  const band = page.locator('.weight-row[data-node="ecosystem"] .weight-band');
  const before = await band.getAttribute('data-low');
  const rows = page.getByRole('slider');
  const name = (await rows.nth(3).getAttribute('aria-label'))?.replace('Weight of ', '') ?? '';
  await workbench.grab(name, 60);
  await expect(band).not.toHaveAttribute('data-low', before ?? '');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(band).toHaveAttribute('data-low', before ?? '');

  await page.getByRole('combobox', { name: /pale band/u }).selectOption('The first few stay');
  await page.getByRole('spinbutton', { name: 'How many of the first' }).fill('1');
  await expect(rows.first()).toHaveAccessibleDescription(/the first 1 stay the same/u);
  expect(problems).toEqual([]);
});

test('a marked sibling alone gives and takes', async ({ shell }) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await workbench.slider('创新拓展能力').focus();
  await page.keyboard.press('t');
  await workbench.points('技术研发能力').fill('30');
  await page.keyboard.press('Enter');
  await expect(workbench.points('技术研发能力')).toHaveValue('30');
  await expect(workbench.points('创新拓展能力')).toHaveValue('5');
  await expect(workbench.points('生态构建能力')).toHaveValue('25');
  expect(problems).toEqual([]);
});
