import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { axe, seriousFaults } from './axe.ts';
import { exportedNames } from './exported-names.ts';
import { test } from './fixtures.ts';
import { copiedTable } from './pages/copied-table.ts';
import { MethodPage } from './pages/method-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { runCommand } from './run-command.ts';

/** The part of what `diagnose` prints that is compared. */
interface PrintedDiagnosis {
  readonly indicators: readonly {
    readonly node: string;
    readonly present: number;
    readonly skew: number | null;
    readonly kurtosis: number | null;
    readonly outliers: readonly string[];
  }[];
  readonly correlation: readonly (readonly (number | null)[])[];
  readonly pairs: readonly (readonly number[])[];
  readonly flags: readonly { readonly pairs: number; readonly correlation: number }[];
  readonly groups: readonly {
    readonly node: string;
    readonly children: readonly string[];
    readonly alpha: number | null;
    readonly explained: readonly number[] | null;
    readonly completeUnits: number;
  }[];
}

interface PrintedGap {
  readonly unit: string;
  readonly indicator: string;
  readonly rankWidth: number;
  readonly scoreWidth: number;
  readonly coverageThen: number;
  readonly becomesRanked: boolean;
}

const texts = (rows: Locator) =>
  rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );

const twoDecimals = (value: number | null) =>
  value === null ? '—' : value.toFixed(2).replace('-0.00', '0.00').replace('-', '−');

const words = {
  zh: {
    kind: 'Kendall',
    figure: '指标之间的相关（Kendall）',
    asTable: '以表格查看',
    flags: '值得查看',
    consistency: '内部一致性与主成分',
    distribution: '各指标的分布',
    undefined: '无定义',
    longTail: /最长上下文窗口又偏又厚尾：偏度 3\.24/u,
    grid: '指标数据',
    outlier: /^在指标数据中查看MiniMax的.*上下文窗口/u,
    few: /共同对象少于 5 个/u,
    research: '下一步查什么',
    yes: '是',
  },
  en: {
    kind: 'Spearman',
    figure: 'Correlation of the indicators (Spearman)',
    asTable: 'Show as a table',
    flags: 'Worth a look',
    consistency: 'Consistency and principal components',
    distribution: 'Distribution of each indicator',
    undefined: 'undefined',
    longTail: /context window is skewed and heavy in the tail: skew 3\.24/iu,
    grid: 'Data',
    outlier: /^Show .*context window.* of MiniMax in the data/iu,
    few: /over fewer than 5 common units/u,
    research: 'Research next',
    yes: 'yes',
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  test(`@web diagnostics show what the command line prints and lead to the cells: ${language}`, async ({
    shell,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'hengmo-diagnostics-'));
    try {
      const workbook = join(folder, 'diagnostics.hengmo');
      await runCommand('sample', workbook);
      const said = words[language];
      const printed = JSON.parse(
        await runCommand(
          'diagnose',
          workbook,
          '--correlation',
          said.kind.toLowerCase(),
          '--format',
          'json',
        ),
      ) as PrintedDiagnosis;

      const gaps = JSON.parse(
        await runCommand('diagnose', workbook, '--show', 'research', '--format', 'json'),
      ) as PrintedGap[];

      const names = (await exportedNames(workbook))[language];
      const { page, problems } = await shell.open({ workbook, language });
      const workbench = new WorkbenchPage(page, language);
      await workbench.ready();
      const method = new MethodPage(page, language);
      await method.openDiagnostics();
      await page.getByRole('radio', { name: said.kind }).click();

      const figure = page.getByRole('figure').filter({ hasText: said.figure });
      await figure.getByRole('button', { name: said.asTable }).click();
      const shown = await texts(figure.locator('tbody').getByRole('row'));
      const expected = printed.correlation.flatMap((row, one) =>
        row
          .slice(one + 1)
          .map((r, offset) => [
            r === null ? '—' : String(Number(r.toPrecision(6))),
            String(printed.pairs[one]?.[one + 1 + offset]),
          ]),
      );
      expect(shown.map((row) => row.slice(2))).toEqual(expected);

      const distributions = page.getByRole('region', { name: said.distribution });
      const rows = await texts(distributions.locator('tbody').getByRole('row'));
      expect(rows.map(([, present, , , skew, kurtosis]) => [present, skew, kurtosis])).toEqual(
        printed.indicators.map((each) => [
          String(each.present),
          twoDecimals(each.skew),
          twoDecimals(each.kurtosis),
        ]),
      );
      await expect(distributions.getByRole('button', { name: /MiniMax/u })).toHaveCount(
        printed.indicators.filter(({ outliers }) => outliers.includes('minimax')).length,
      );

      const consistency = page.getByRole('region', { name: said.consistency });
      const [, ...groups] = await copiedTable(consistency);
      expect(groups).toEqual(
        printed.groups.map(({ node, children, alpha, explained, completeUnits }) =>
          [names.node(node), children.length, alpha, explained?.[0], completeUnits].map((cell) =>
            String(cell ?? ''),
          ),
        ),
      );
      for (const { node, alpha } of printed.groups) {
        const row = consistency.getByRole('row').filter({
          has: page.getByRole('rowheader', { name: names.node(node), exact: true }),
        });
        await expect(row.getByRole('cell').nth(1)).toHaveText(
          alpha === null ? said.undefined : twoDecimals(alpha),
        );
      }

      const flags = page.getByRole('region', { name: said.flags });
      const few = printed.flags.filter(({ pairs }) => pairs < 5).length;
      await expect(flags.locator('summary')).toContainText(said.few);
      await expect(flags.locator('summary')).toContainText(String(few));

      expect(await seriousFaults(axe(page))).toEqual([]);

      await flags.getByRole('button', { name: said.longTail }).click();
      await expect(page.getByRole('grid').first()).toBeVisible();
      await method.openDiagnostics();
      await distributions.getByRole('button', { name: said.outlier }).click();
      await expect(page.getByRole('grid').first()).toBeVisible();

      // Beside the data: the gaps in the order of the command line; the first leads to its cell.
      const research = page.getByRole('table', { name: said.research });
      const [, ...copied] = await copiedTable(page.locator('.research'));
      expect(copied.map((row) => row.slice(0, 6))).toEqual(
        gaps.map(({ unit, indicator, rankWidth, scoreWidth, coverageThen, becomesRanked }) => [
          names.unit(unit),
          names.node(indicator),
          ...[rankWidth, scoreWidth, coverageThen].map(String),
          becomesRanked ? said.yes : '',
        ]),
      );
      expect(
        (await texts(research.locator('tbody').getByRole('row'))).map((row) => row[1]),
      ).toEqual(gaps.slice(0, 20).map(({ scoreWidth }) => `−${scoreWidth.toFixed(1)}`));
      await research.getByRole('button').first().click();
      await expect(research.getByRole('row').nth(1)).toHaveAttribute('data-selected');
      expect(problems).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
