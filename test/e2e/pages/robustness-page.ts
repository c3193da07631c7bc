import type { Locator, Page } from '@playwright/test';

/** Words of the robustness view that its specs look for, in both languages. */
const words = {
  zh: {
    view: '稳健性',
    weights: /^权重/u,
    gaps: /^缺失值/u,
    methods: /^方法选择/u,
    draws: '抽样次数',
    samples: '样本数',
    seed: '种子',
    newSeed: '换一个种子',
    run: '运行模拟',
    cancel: '取消',
    acceptability: '名次可接受度',
    pairwise: '两两胜率',
    influence: '影响分解',
    runInfluence: '分解影响',
    ofRanking: '整个排名',
    unitRanks: '名次分布',
    distribution: /的名次分布$/u,
    multiverse: '方法组合',
    runMultiverse: /^计算全部/u,
    attainable: '可达名次',
    runAttainable: '求可达名次',
    tornado: '逐项变动',
    runTornado: '逐项计算',
    tornadoOf: /：逐项变动权重$/u,
    central: '中心权重',
    removals: '逐项去掉',
    multiverseRanks: '各种方法组合下的名次',
    stale: '输入已经改变，以下是改变之前的结果。',
    cancelled: '已取消；显示的仍是先前的结果。',
  },
  en: {
    view: 'Robustness',
    weights: /^Weights/u,
    gaps: /^Gaps/u,
    methods: /^Method choices/u,
    draws: 'Draws',
    samples: 'Samples',
    seed: 'Seed',
    newSeed: 'New seed',
    run: 'Run the simulation',
    cancel: 'Cancel',
    acceptability: 'Rank acceptability',
    pairwise: 'Pairwise winning',
    influence: 'Influence',
    runInfluence: 'Divide the influence',
    ofRanking: 'The ranking',
    unitRanks: 'Rank distribution',
    distribution: /^Ranks of /u,
    multiverse: 'Methods',
    runMultiverse: /^Score all/u,
    attainable: 'Attainable ranks',
    runAttainable: 'Find attainable ranks',
    tornado: 'Tornado',
    runTornado: 'Move one at a time',
    tornadoOf: /: one weight at a time$/u,
    central: 'Central weights',
    removals: 'Leaving out one at a time',
    multiverseRanks: 'Ranks under every method',
    stale: 'The inputs have changed since this result was made.',
    cancelled: 'Cancelled; what is shown is the result from before.',
  },
} as const;

/** The robustness view: what is ticked, the runs and the results. */
export class RobustnessPage {
  readonly page: Page;
  readonly words: (typeof words)['zh' | 'en'];

  constructor(page: Page, language: 'zh' | 'en' = 'zh') {
    this.page = page;
    this.words = words[language];
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.view, exact: true }).click();
    await this.button(this.words.run).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {
      name,
      ...(typeof name === 'string' ? { exact: true } : {}),
    });
  }

  /** A source of uncertainty, by its title. */
  source(name: RegExp): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  async type(label: string, value: number): Promise<void> {
    await this.field(label).fill(String(value));
    await this.page.keyboard.press('Enter');
  }

  async show(panel: string): Promise<void> {
    await this.page.getByRole('tab', { name: panel, exact: true }).click();
  }

  /** The results of the panel that contains a heading or a chart of this name. */
  panelOf(chart: RegExp | string): Locator {
    return this.page.locator('.robustness-result').filter({
      has: this.page.getByRole('heading', { name: chart }),
    });
  }

  chart(title: RegExp | string): Locator {
    return this.page
      .getByRole('figure')
      .filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}
