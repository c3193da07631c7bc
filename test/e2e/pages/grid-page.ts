import { expect, type Locator, type Page } from '@playwright/test';

const words = {
  zh: {
    view: '指标数据',
    iflytek: '科大讯飞',
    alibaba: '阿里巴巴',
    bytedance: '字节跳动',
    baidu: '百度',
    tencent: '腾讯',
    huawei: '华为',
    deepseek: '深度求索',
    zhipu: '智谱',
    last: '零一万物',
  },
  en: {
    view: 'Data',
    iflytek: 'iFLYTEK',
    alibaba: 'Alibaba',
    bytedance: 'ByteDance',
    baidu: 'Baidu',
    tencent: 'Tencent',
    huawei: 'Huawei',
    deepseek: 'DeepSeek',
    zhipu: 'Zhipu AI (Z.ai)',
    last: '01.AI',
  },
} as const;

export type UnitKey = Exclude<keyof (typeof words)['zh'], 'view'>;

/** Position of a column in the bundled framework; the first one holds the units. */
const columns = {
  developers: 2,
  calls: 3,
  customers: 4,
  domesticRank: 8,
  internationalScore: 9,
} as const;

/** The grid of the indicator data on the bundled workbook. */
export class GridPage {
  readonly page: Page;
  readonly words: (typeof words)['zh' | 'en'];

  constructor(page: Page, language: 'zh' | 'en') {
    this.page = page;
    this.words = words[language];
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.view, exact: true }).click();
    await expect(this.cell('alibaba', 'internationalScore')).toBeVisible();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  cell(unit: UnitKey, indicator: keyof typeof columns): Locator {
    const row = this.page.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: this.words[unit], exact: true }),
    });
    return row.locator(`[role=gridcell][aria-colindex="${columns[indicator]}"]`);
  }

  get field(): Locator {
    return this.page.locator('.sheet-field');
  }

  /** What the card at a cell says. */
  get refusal(): Locator {
    return this.page.locator('.cell-card').getByRole('alert');
  }

  /** Names of the units, from the top. */
  units(): Promise<string[]> {
    return this.grid.getByRole('rowheader').allTextContents();
  }

  async copied(): Promise<string> {
    await this.page.keyboard.press('Control+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((written) => navigator.clipboard.writeText(written), text);
    await this.page.keyboard.press('Control+v');
  }
}
