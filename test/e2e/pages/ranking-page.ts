import type { Locator, Page } from '@playwright/test';

const words = {
  zh: {
    aligned: '对齐',
    stacked: '堆叠',
    opened: '得分按什么分解',
    intervals: '名次区间',
    order: '行的次序何时更新',
    pinned: '固定次序，由我决定何时排列',
    resort: '现在按名次排列',
    filter: '只比较其中几个…',
    search: '查找评价对象',
    showAll: '全部显示',
    toolbar: '排名的显示方式',
    slope: '名次对照',
    asTable: '以表格查看',
    differences: '各指标造成的差距',
    unit: '评价对象',
    rival: '与之比较',
  },
  en: {
    aligned: 'Aligned',
    stacked: 'Stacked',
    opened: 'What the scores are divided into',
    intervals: 'Rank ranges',
    order: 'When the rows are put in order',
    pinned: 'Keep the order until I say so',
    resort: 'Sort by rank now',
    filter: 'Compare only a few…',
    search: 'Find a unit',
    showAll: 'Show all',
    toolbar: 'How the ranking is shown',
    slope: 'Slope graph',
    asTable: 'Show as a table',
    differences: 'Difference by indicator',
    unit: 'Unit',
    rival: 'Compared with',
  },
} as const;

/** What a row of the ranking shows. */
export interface ShownRow {
  readonly unit: string;
  readonly rank: string;
  readonly interval: string;
  readonly score: string;
  readonly scoreInterval: string;
  readonly coverage: string;
}

/** The ranking with its toolbar, the slope graph and the comparison of two units. */
export class RankingPage {
  readonly page: Page;
  readonly words: (typeof words)['zh' | 'en'];

  constructor(page: Page, language: 'zh' | 'en') {
    this.page = page;
    this.words = words[language];
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: this.words.toolbar });
  }

  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  get opened(): Locator {
    return this.toolbar.getByLabel(this.words.opened);
  }

  /** Heads of the columns of the aligned bars. */
  get partHeads(): Locator {
    return this.page.locator('.ranking-part-column');
  }

  get differences(): Locator {
    return this.page.getByRole('list', { name: this.words.differences }).getByRole('listitem');
  }

  /** Units that the comparison is about. */
  async compared(): Promise<readonly string[]> {
    return Promise.all(
      [this.words.unit, this.words.rival].map((label) =>
        this.page
          .locator('.comparison')
          .getByLabel(label, { exact: true })
          .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? ''),
      ),
    );
  }

  /** Takes a row and moves it onto another one; the button stays down. */
  async dragRow(unit: string, onto: string): Promise<void> {
    const middleOf = async (name: string) => {
      const row = this.page
        .locator('.ranking-list')
        .getByRole('option', { name: new RegExp(`^${name}`, 'u') });
      const box = await row.boundingBox();
      if (box === null) throw new Error(`no row of ${name} on screen`);
      return { x: box.x + 60, y: box.y + box.height / 2 };
    };
    const [from, to] = [await middleOf(unit), await middleOf(onto)];
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
  }

  /** Ranked rows from the top, as printed. */
  async rows(): Promise<readonly ShownRow[]> {
    const rows = this.page.locator('.ranking-row:not(.ranking-row-unranked)');
    const shown = await rows.evaluateAll((elements) =>
      elements.map((element) => {
        const text = (selector: string) => element.querySelector(selector)?.textContent ?? '';
        const row = {
          unit: element.getAttribute('data-unit') ?? '',
          rank: text('.ranking-rank'),
          interval: text('.ranking-interval'),
          score: text('.ranking-score strong'),
          scoreInterval: text('.ranking-score > span'),
          coverage: text('.ranking-coverage'),
        };
        return { top: element.getBoundingClientRect().top, row };
      }),
    );
    return shown.toSorted((a, b) => a.top - b.top).map(({ row }) => row);
  }
}
