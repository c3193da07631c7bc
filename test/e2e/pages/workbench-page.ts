import { expect, type Locator, type Page } from '@playwright/test';

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
    loading: '正在载入',
    otherLanguage: '切换为英文界面（English）',
    search: '搜索或执行命令',
    results: '搜索结果',
    dimensions: {
      ecosystem: '生态构建能力',
      technology: '技术研发能力',
      industry: '行业赋能能力',
      monetisation: '商业变现能力',
      innovation: '创新拓展能力',
    },
    ranked: ['阿里巴巴', '科大讯飞', '字节跳动', '百度', '腾讯', '智谱'],
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
    loading: 'Loading',
    otherLanguage: 'Switch to Chinese (中文)',
    search: 'Search or run a command',
    results: 'Results',
    dimensions: {
      ecosystem: 'Ecosystem building',
      technology: 'Technology R&D',
      industry: 'Industry empowerment',
      monetisation: 'Monetisation',
      innovation: 'Innovation and expansion',
    },
    ranked: ['Alibaba', 'iFLYTEK', 'ByteDance', 'Baidu', 'Tencent', 'Zhipu AI (Z.ai)'],
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

  /** The same page in a language, switched at run time as a person would if it is in the other one. */
  async inLanguage(language: 'zh' | 'en'): Promise<WorkbenchPage> {
    if (language === this.language) return this;
    await this.page.getByRole('button', { name: this.words.otherLanguage }).click();
    const switched = new WorkbenchPage(this.page, language);
    await this.page.getByRole('navigation', { name: switched.words.views }).waitFor();
    return switched;
  }

  /** Runs the first result of the palette for these words, by keyboard. */
  async runFromPalette(query: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('textbox', { name: this.words.search }).fill(query);
    const results = this.page.getByRole('listbox', { name: this.words.results });
    await results.getByText(query).first().waitFor();
    await this.page.keyboard.press('Enter');
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
    const names = await rows.evaluateAll((options) => {
      // During a drag their order on screen is not that of the document; some may still be gliding to their place.
      const topOf = (option: Element) =>
        option instanceof HTMLElement ? new DOMMatrix(option.style.transform).f : 0;
      return options
        .toSorted((a, b) => topOf(a) - topOf(b))
        .map((option) => option.getAttribute('aria-label') ?? '');
    });
    const ranked = this.language === 'zh' ? /^(.+?)：(?:并列)?第 \d+ 名/u : /^(.+?): Rank \d+/u;
    return names.flatMap((name) => ranked.exec(name)?.[1] ?? []);
  }

  rankingRow(unit: string): Locator {
    return this.page
      .getByRole('listbox', { name: this.words.ranking })
      .getByRole('option', { name: new RegExp(`^${unit}`, 'u') });
  }

  /** Waits until nothing on the page has changed for a moment: what a panel asked for is there and drawn. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('status', { name: this.words.loading })).toHaveCount(0);
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const QUIET_MS = 120;
          const finish = () => {
            observer.disconnect();
            resolve();
          };
          let quiet = setTimeout(finish, QUIET_MS);
          const observer = new MutationObserver(() => {
            clearTimeout(quiet);
            quiet = setTimeout(finish, QUIET_MS);
          });
          const everything = {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          };
          observer.observe(document.body, everything);
        }),
    );
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
