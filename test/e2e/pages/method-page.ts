import type { Locator, Page } from '@playwright/test';

const words = {
  zh: {
    view: '方法',
    diagnostics: '诊断',
    line: '当前方法',
    normalisation: '标准化规则',
    bottomAggregation: '第 1 级的合成方法',
    missing: '缺失数据规则',
    effect: '对名次的影响',
    changed: '被改动的数值',
    apply: '应用',
    discard: '放弃',
    ownNormalisation: '标准化（本指标）',
    edit: (indicator: string) => `为${indicator}单独定规则`,
  },
  en: {
    view: 'Method',
    diagnostics: 'Diagnostics',
    line: 'Method in force',
    normalisation: 'Normalisation rule',
    bottomAggregation: 'Aggregation at level 1',
    missing: 'Missing-data rule',
    effect: 'Effect on the ranks',
    changed: 'Changed values',
    apply: 'Apply',
    discard: 'Discard',
    ownNormalisation: 'Normalisation (this indicator)',
    edit: (indicator: string) => `Rules of its own for ${indicator}`,
  },
} as const;

export interface RankMove {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** The view with the method and its diagnostics. */
export class MethodPage {
  readonly page: Page;
  readonly words: (typeof words)['zh' | 'en'];

  constructor(page: Page, language: 'zh' | 'en') {
    this.page = page;
    this.words = words[language];
  }

  async open(): Promise<void> {
    await this.showTab(this.words.view);
    await this.choice('normalisation').waitFor();
  }

  async openDiagnostics(): Promise<void> {
    await this.showTab(this.words.diagnostics);
  }

  /** The view remembers which of its tabs was in front. */
  private async showTab(name: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: this.words.view, exact: true })
      .click();
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  get line(): Locator {
    return this.page.getByRole('status', { name: this.words.line });
  }

  choice(name: 'normalisation' | 'bottomAggregation' | 'missing' | 'ownNormalisation'): Locator {
    return this.page.getByLabel(this.words[name], { exact: true });
  }

  get effect(): Locator {
    return this.page.getByRole('region', { name: this.words.effect });
  }

  get changed(): Locator {
    return this.page.getByRole('region', { name: this.words.changed });
  }

  button(name: 'apply' | 'discard'): Locator {
    return this.page.getByRole('button', { name: this.words[name], exact: true });
  }

  /** What the panel says will move. */
  async moves(): Promise<RankMove[]> {
    const rows = this.effect.getByRole('row').filter({ hasText: '→' });
    const texts = await rows.evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    return texts.map(([unit = '', ranks = '']) => {
      const [before, after] = ranks.split('→').map((rank) => Number(rank.trim().replace('—', '0')));
      return { unit, before: before ?? 0, after: after ?? 0 };
    });
  }
}
