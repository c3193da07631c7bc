import type { Locator, Page } from '@playwright/test';

/** The matrix of scenarios and units; a cell is found by what it says. */
export class ScenarioMatrixPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: '各情景下的名次与得分' });
  }

  cell(scenario: string, unit: string): Locator {
    return this.grid.getByRole('gridcell', { name: `${scenario}：${unit}` });
  }

  /** What every cell says, row by row. */
  names(): Promise<string[]> {
    return this.grid
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  }
}
