import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

const SEARCH = { timeout: 20_000 };

const words = {
  zh: {
    unit: '科大讯飞',
    other: '阿里巴巴',
    tab: '怎样才能',
    goal: '科大讯飞怎样达到更高的名次',
    flip: '两家换位',
    keep: /^把“.+”的结果存为新情景$/u,
    reached: '科大讯飞达到第 1 名',
    flipped: '阿里巴巴超过科大讯飞',
    lines: '单独一项的最小改进',
    flipSentence: /^要使阿里巴巴高于科大讯飞，至少移动 .+ 的权重。$/u,
    proved: '已证明为最小。',
  },
  en: {
    unit: 'iFLYTEK',
    other: 'Alibaba',
    tab: 'What would it take',
    goal: 'What it takes for iFLYTEK to reach a rank',
    flip: 'Swap two units',
    keep: /^Keep as a new scenario: .+$/u,
    reached: 'iFLYTEK at rank 1',
    flipped: 'Alibaba above iFLYTEK',
    lines: 'Least improvement of one alone',
    flipSentence: /^For Alibaba to stand above iFLYTEK, at least .+ of the weight must move\.$/u,
    proved: 'Proved to be the least.',
  },
} as const;

async function firstInRank(workbench: WorkbenchPage): Promise<string | undefined> {
  return (await workbench.rankedUnits())[0];
}

for (const language of ['zh', 'en'] as const) {
  test(`@web what a rank takes becomes a scenario that has it, and so do swapped weights (${language})`, async ({
    shell,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'hengmo-takes-'));
    try {
      const workbook = join(folder, 'book.hengmo');
      await runCommand('sample', workbook, '--lang', language);
      const text = words[language];
      const { page, problems, quit } = await shell.open({ workbook, language });
      const workbench = new WorkbenchPage(page, language);
      await workbench.ready();
      // The menu of a row asks, here by keyboard; the right button opens it too.
      await workbench.rankingRow(text.unit).click();
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menuitem', { name: text.goal })).toBeVisible();
      await page.keyboard.press('Escape');
      await workbench.rankingRow(text.unit).click({ button: 'right' });
      await page.getByRole('menuitem', { name: text.goal }).click();
      await expect(page.getByRole('tab', { name: text.tab })).toHaveAttribute(
        'aria-selected',
        'true',
      );

      const lines = page.getByRole('list', { name: text.lines });
      await lines.getByRole('button', { name: text.keep }).first().click(SEARCH);
      await expect(workbench.scenarioMenu).toContainText(text.reached);
      await expect.poll(() => firstInRank(workbench)).toBe(text.unit);
      await page.getByText(text.flip, { exact: true }).click();
      await expect(page.getByText(text.flipSentence)).toBeVisible(SEARCH);
      await expect(page.getByText(text.proved)).toBeVisible();
      await page.getByRole('button', { name: text.keep }).click();
      await expect(workbench.scenarioMenu).toContainText(text.flipped);
      await expect.poll(() => firstInRank(workbench)).toBe(text.other);

      // Each was one step.
      await workbench.undo.click();
      await expect(workbench.scenarioMenu).not.toContainText(text.flipped);
      await workbench.undo.click();
      await expect.poll(() => firstInRank(workbench)).toBe(text.other);
      await expect(workbench.undo).toBeDisabled();
      await workbench.redo.click();
      await workbench.redo.click();
      await expect(workbench.redo).toBeDisabled();
      expect(problems).toEqual([]);
      await quit();

      const firstIn = async (scenario: string) => {
        const printed = JSON.parse(
          await runCommand('score', workbook, '--scenario', scenario, '--format', 'json'),
        ) as { uCode: string; rank: number | null }[];
        return printed.find(({ rank }) => rank === 1)?.uCode;
      };
      expect(await firstIn(text.reached)).toBe('iflytek');
      expect(await firstIn(text.flipped)).toBe('alibaba');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
