import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { formatSharePercent } from '../../shared/text/numbers.ts';
import { exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { copiedTable } from './pages/copied-table.ts';
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
    flipSentence: (moved: string) => `要使阿里巴巴高于科大讯飞，至少移动 ${moved} 的权重。`,
    proved: '已证明为最小。',
    together: '多项一起的最小改进',
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
    flipSentence: (moved: string) =>
      `For Alibaba to stand above iFLYTEK, at least ${moved} of the weight must move.`,
    proved: 'Proved to be the least.',
    together: 'Least improvement of several together',
  },
} as const;

interface PrintedGoal {
  readonly steps: readonly {
    readonly indicator: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly worst: number;
    readonly best: number;
    readonly rankAtBest: number;
  }[];
  readonly together: {
    readonly moves: readonly { readonly indicator: string }[];
    readonly effort: number;
  };
}

interface PrintedFlip {
  readonly distance: number;
}

interface PrintedInfluence {
  readonly node: string;
  readonly effective: number;
}

async function firstInRank(workbench: WorkbenchPage): Promise<string | undefined> {
  return (await workbench.rankedUnits())[0];
}

for (const language of ['zh', 'en'] as const) {
  test(`@web what a rank takes is what the command line prints and becomes a scenario that has it, and so do swapped weights (${language})`, async ({
    shell,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'hengmo-takes-'));
    try {
      const workbook = join(folder, 'book.hengmo');
      await runCommand('sample', workbook, '--lang', language);
      const text = words[language];
      const { node: nameOf } = (await exportedNames(workbook))[language];
      const printed = async <T>(command: string, ...options: string[]) =>
        JSON.parse(await runCommand(command, workbook, ...options, '--format', 'json')) as T;
      const goal = await printed<PrintedGoal>('explain', '--a', 'iflytek', '--rank', '1');
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
      await lines.waitFor(SEARCH);
      const panel = page.locator('.what-it-takes');
      const [, ...alone] = await copiedTable(panel);
      expect(alone.toSorted()).toEqual(
        goal.steps
          .map(({ indicator, from, to, worst, best, rankAtBest }) =>
            [nameOf(indicator), from, to, worst, best, rankAtBest].map((cell) =>
              String(cell ?? ''),
            ),
          )
          .toSorted(),
      );
      const together = page.getByRole('region', { name: text.together });
      const moves = together.getByRole('listitem');
      await expect(moves).toContainText(
        goal.together.moves.map(({ indicator }) => nameOf(indicator)),
      );
      await expect(together).toContainText(formatSharePercent(goal.together.effort));

      await lines.getByRole('button', { name: text.keep }).first().click(SEARCH);
      await expect(workbench.scenarioMenu).toContainText(text.reached);
      await expect.poll(() => firstInRank(workbench)).toBe(text.unit);
      await page.getByText(text.flip, { exact: true }).click();
      await expect(page.getByText(text.proved)).toBeVisible(SEARCH);
      const sentence = await panel.locator('.takes-sentence').textContent();
      const [, ...moved] = await copiedTable(panel);
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
        const scores = await printed<{ uCode: string; rank: number | null }[]>(
          'score',
          '--scenario',
          scenario,
        );
        return scores.find(({ rank }) => rank === 1)?.uCode;
      };
      expect(await firstIn(text.reached)).toBe('iflytek');
      expect(await firstIn(text.flipped)).toBe('alibaba');

      // The weights of the flip are those of the scenario that was kept of it.
      const of = ['--scenario', text.reached];
      const flip = await printed<PrintedFlip>('stability', '--flip', 'alibaba', 'iflytek', ...of);
      expect(sentence).toBe(text.flipSentence(formatSharePercent(flip.distance / 2)));
      const weightsOf = async (scenario: string) => {
        const show = ['--show', 'influence', '--scenario', scenario];
        const nodes = await printed<PrintedInfluence[]>('diagnose', ...show);
        return new Map(nodes.map(({ node, effective }) => [nameOf(node), effective]));
      };
      const [before, after] = [await weightsOf(text.reached), await weightsOf(text.flipped)];
      expect(moved.length).toBeGreaterThan(1);
      for (const [node = '', was, is] of moved) {
        expect(Number(was)).toBeCloseTo(before.get(node) ?? Number.NaN, 9);
        expect(Number(is)).toBeCloseTo(after.get(node) ?? Number.NaN, 9);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
