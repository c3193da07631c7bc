import type { Locator, Page } from '@playwright/test';

/** Words of the interface that the specs look for, in both languages. */
const words = {
  zh: {
    undo: '撤销',
    redo: '重做',
    views: '视图',
    ranking: '排名列表',
    scenarioMenu: /^情景：/u,
    slider: (node: string) => `${node}的权重`,
    points: (node: string) => `${node}的分值`,
    lock: (node: string) => new RegExp(`^锁定${node}`, 'u'),
    status: '状态栏',
  },
  en: {
    undo: 'Undo',
    redo: 'Redo',
    views: 'Views',
    ranking: 'Ranking list',
    scenarioMenu: /^Scenario: /u,
    slider: (node: string) => `Weight of ${node}`,
    points: (node: string) => `Points of ${node}`,
    lock: (node: string) => new RegExp(`^Lock ${node}`, 'u'),
    status: 'Status bar',
  },
} as const;

/** The parts of the workbench that several journeys use; found by role and name, as a person would. */
export class WorkbenchPage {
  readonly page: Page;
  readonly language: 'zh' | 'en';

  constructor(page: Page, language: 'zh' | 'en' = 'zh') {
    this.page = page;
    this.language = language;
  }

  get words() {
    return words[this.language];
  }

  get undo(): Locator {
    return this.page
      .getByRole('banner')
      .getByRole('button', { name: this.words.undo, exact: true });
  }

  get redo(): Locator {
    return this.page
      .getByRole('banner')
      .getByRole('button', { name: this.words.redo, exact: true });
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo', { name: this.words.status });
  }

  get scenarioMenu(): Locator {
    return this.page.getByRole('button', { name: this.words.scenarioMenu });
  }

  slider(node: string): Locator {
    return this.page.getByRole('slider', { name: this.words.slider(node) });
  }

  points(node: string): Locator {
    return this.page.getByRole('textbox', { name: this.words.points(node), exact: true });
  }

  lock(node: string): Locator {
    return this.page.getByRole('button', { name: this.words.lock(node) });
  }

  /** Names of the ranked units as the ranking shows them, the first rank first. */
  async rankedUnits(): Promise<string[]> {
    const rows = this.page.getByRole('listbox', { name: this.words.ranking }).getByRole('option');
    const names = await rows.evaluateAll((options) =>
      options.map((option) => option.getAttribute('aria-label') ?? ''),
    );
    const ranked = this.language === 'zh' ? /^(.+?)：(?:并列)?第 \d+ 名/u : /^(.+?): Rank \d+/u;
    return names.flatMap((name) => ranked.exec(name)?.[1] ?? []);
  }

  rankingRow(unit: string): Locator {
    return this.page
      .getByRole('listbox', { name: this.words.ranking })
      .getByRole('option', { name: new RegExp(`^${unit}`, 'u') });
  }

  async ready(): Promise<void> {
    await this.page.getByRole('listbox', { name: this.words.ranking }).waitFor();
    await this.rankingRow(this.language === 'zh' ? '阿里巴巴' : 'Alibaba').waitFor();
  }

  /** Takes a slider's handle and drags it by pixels, in steps as a hand would; the button stays down. */
  async grab(node: string, byPixels: number): Promise<void> {
    const box = await this.slider(node).boundingBox();
    if (box === null) throw new Error(`no slider for ${node} on screen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    for (let step = 1; step <= 8; step++) {
      await this.page.mouse.move(x + (byPixels * step) / 8, y);
    }
  }
}
