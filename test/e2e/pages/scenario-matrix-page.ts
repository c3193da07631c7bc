import type { Locator, Page } from '@playwright/test';

const words = {
  zh: {
    grid: '各情景下的名次与得分',
    says: (scenario: string, unit: string) => `${scenario}：${unit}`,
  },
  en: {
    grid: 'Ranks and scores in all scenarios',
    says: (scenario: string, unit: string) => `${scenario}: ${unit}`,
  },
} as const;

/** The matrix of scenarios and units; a cell is found by what it says. */
export class ScenarioMatrixPage {
  readonly page: Page;
  readonly words: (typeof words)['zh' | 'en'];

  constructor(page: Page, language: 'zh' | 'en' = 'zh') {
    this.page = page;
    this.words = words[language];
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words.grid });
  }

  cell(scenario: string, unit: string): Locator {
    return this.grid.getByRole('gridcell', { name: this.words.says(scenario, unit) });
  }

  /** What every cell says, row by row. */
  names(): Promise<string[]> {
    return this.grid
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  }
}
