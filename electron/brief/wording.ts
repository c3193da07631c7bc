import type { Language } from '../../shared/model/language.ts';

const zh = {
  madeWith: '衡模 Hengmo 生成',
  comma: '，',
  facts: {
    scenario: '情景',
    date: '日期',
    author: '编制',
    method: '方法',
  },
  date: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  section: {
    findings: '要点',
    ranking: '排名',
    contributions: '得分构成',
    scenario: '情景变动',
    units: '评价对象',
    method: '方法与假设',
    unknowns: '未知之处',
    data: '指标数据',
    sources: '来源',
  },
  ranking: {
    rank: '名次',
    unit: '评价对象',
    score: '得分',
    interval: '得分区间',
    plausible: '名次区间\n（5–95%）',
    certain: '名次\n上下界',
    coverage: '覆盖率',
    movement: '较基准',
    up: (places: number) => `▲ ${places}`,
    down: (places: number) => `▼ ${places}`,
    same: '—',
    entered: '新进',
    notRankedTitle: '不参与排名的对象',
    lacking: '缺少的指标（按权重）',
    lackingSome: (items: string, rest: number, share: string) =>
      `${items}等 ${rest} 项，共占权重 ${share}`,
    lackingAll: (items: string, share: string) => `${items}，共占权重 ${share}`,
    lackingNothing: '没有可算的得分',
    weighted: (name: string, share: string) => `${name}（${share}）`,
    noteInterval:
      '得分区间：缺口全部取最低与全部取最高时的得分。名次上下界：在任何填补之下都成立的最好与最差名次。二者都以现有数值确定的量程为前提。',
    notePlausible: (draws: string, seed: string) =>
      `名次区间：把每个缺口在其量程内均匀抽取 ${draws} 次（随机种子 ${seed}），取名次的 5–95% 分位。`,
    noPlausible:
      '未抽样计算名次区间：对象与缺失单元格太多，只列确定的名次上下界；“稳健性”视图可对缺失值抽样。',
    noteCoverage: '覆盖率：有采用值的指标所占的权重。',
    noteImputed: '本情景的方法填补了缺失值，得分包含填补的部分；覆盖率与区间仍按缺失计。',
  },
  contributions: {
    interval: '得分区间',
    chart: (units: number) => `${units} 个对象的得分按维度的构成，以及各自的得分区间。`,
    chartPlain: (units: number) => `${units} 个对象的得分与得分区间。`,
    score: '得分',
    tableTitle: '各维度对得分的贡献',
    unit: '评价对象',
    total: '得分',
    noteSum: '各维度之和等于得分；印出的数字各自四舍五入。',
    noteNotAdditive: '本情景的合成方法不是加权和，得分不能拆成各维度之和。',
    none: '没有参与排名的对象。',
  },
  scenario: {
    baseline: '本简报为基准情景，没有改动。',
    introduction: (name: string) => `情景“${name}”在基准情景之上作了以下改动。`,
    noChange: (name: string) => `情景“${name}”与基准情景相同，没有改动。`,
    changesTitle: '改动',
    ranksTitle: '名次与得分的变化',
    before: '基准',
    after: (name: string) => name,
    chart: (units: number) => `${units} 个对象在基准情景与本情景中的名次。`,
    head: ['评价对象', '基准名次', '本情景名次', '基准得分', '本情景得分', '得分变化'],
  },
  units: {
    introduction: (printed: number) => `以下按名次列出参与排名的 ${printed} 个对象。`,
    introductionSome: (printed: number, ranked: number) =>
      `以下按名次列出参与排名的 ${ranked} 个对象中的前 ${printed} 个；其余见排名与指标数据。`,
    none: '没有参与排名的对象。',
    profile: '各维度得分',
    median: '其他对象的中位数',
    dimensionScore: '得分',
    coverage: '覆盖率',
    strengths: '优势：高于其他对象的中位数',
    weaknesses: '劣势：低于其他对象的中位数',
    against: (label: string, value: string, median: string) =>
      `${label}：${value}，中位数 ${median}`,
    values: '采用值',
    missing: '缺失',
    missingNone: '没有缺失的指标。',
    figures: {
      score: '得分',
      rank: '名次',
      plausible: '名次区间',
      certain: '名次上下界',
      coverage: '覆盖率',
    },
    scoreWithInterval: (score: string, interval: string) => `${score}（${interval}）`,
    valueHead: ['指标', '采用值', '', '时间', '标准化', '贡献', '来源'],
    chart: (unit: string) => `${unit}在各维度的得分，竖线为其他对象的中位数。`,
    noValue: '无数据',
  },
  /** What the marks behind a value mean. */
  marks: {
    proxy: (mark: string) => `${mark} 替代口径`,
    outside: (mark: string) => `${mark} 超出时间要求`,
    conflict: (mark: string) => `${mark} 另有不一致的候选值`,
    overridden: (mark: string) => `${mark} 本情景改值，没有来源`,
  },
  method: {
    notesTitle: '计算中的处理',
    intervalsTitle: '区间的含义',
    frameworkTitle: '指标与权重',
    frameworkSource: (title: string, date: string) => `指标体系来源：${title}，${date}。`,
    frameworkHead: ['指标', '权重', '实际口径', '单位', '方向', '时间要求'],
    higher: '越大越好',
    lower: '越小越好',
    log10: '取对数',
    same: '同指标',
    basis: { stated: '原文', wording: '字面', decided: '假设' },
    timeRule: (rule: string, basis: string) => `${rule}（${basis}）`,
    noTimeRule: '—',
    frameworkNote:
      '权重为占总分的百分比。时间要求的依据：原文 = 原体系写明；字面 = 由指标名称得出；假设 = 本工作簿的假设。',
    assumptionsTitle: '假设',
    indicatorAssumptionsTitle: '对单项指标的假设',
    rankRule: '得分相同者并列，取较小的名次。',
  },
  unknowns: {
    noEvidence: '没有任何采用值。',
    overridden: (count: number) => `${count} 格由本情景改值，没有证据。`,
    mapTitle: '哪些格有采用值',
    noMap: (mostUnits: number, mostIndicators: number, units: number, indicators: number) =>
      `未印“哪些格有采用值”的总览图：它只容 ${mostUnits} 个对象、${mostIndicators} 项指标，本工作簿有 ${units} 个对象、${indicators} 项指标；全部数据可另行导出。`,
    exact: '精确口径',
    proxy: '替代口径',
    overriddenMark: '情景改值',
    missing: '缺失',
    outsideMark: '圆圈：超出时间要求',
    map: (units: number, indicators: number) =>
      `${units} 个对象与 ${indicators} 项指标的数据情况：深色为精确口径，斜分为替代口径，空白为缺失。`,
    coverage: '覆盖率',
    proxiesTitle: '替代口径',
    proxiesNote: '这些指标没有按定义公布的可比数据，以相近的口径代替。',
    proxiesHead: ['指标', '实际口径', '采用值', '其中替代'],
    outsideTitle: '超出时间要求的采用值',
    outsideNote: '时间要求见“方法与假设”。',
    outsideHead: ['评价对象', '指标', '数据时间', '时间要求', '来源'],
    timeUnknownTitle: '时间无法判定的采用值',
    emptyTitle: '没有可用数值的指标',
    emptyHead: ['指标', '维度', '权重'],
    more: (count: number) => `另有 ${count} 条未印出。`,
  },
  data: {
    unit: '评价对象',
    missing: '— 缺失，其后数字为未采用的候选值个数',
    citation: '[1] 来源编号',
    note: (printed: number, units: number) =>
      `印出 ${units} 个对象中的前 ${printed} 个；全部数据可另行导出。`,
    candidates: (count: number) => `·${count}`,
  },
  sources: {
    introduction: (count: number) =>
      `以上印出的数值出自以下 ${count} 个来源，编号按首次出现的顺序。`,
    none: '本简报没有印出带来源的数值。',
    analyst: (author: string, day: string) => `分析者录入：${author}，${day}`,
    unnamed: '随数据导入，未注明来源',
    noLink: '无链接',
  },
} as const;

type Shape<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Shape<Texts[Key]>;
};

const en: Shape<typeof zh> = {
  madeWith: 'Made with Hengmo 衡模',
  comma: ', ',
  facts: {
    scenario: 'Scenario',
    date: 'Date',
    author: 'Prepared by',
    method: 'Method',
  },
  date: (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
  section: {
    findings: 'Key findings',
    ranking: 'Ranking',
    contributions: 'What the scores are made of',
    scenario: 'What the scenario changes',
    units: 'Units',
    method: 'Method and assumptions',
    unknowns: 'What is not known',
    data: 'Data',
    sources: 'Sources',
  },
  ranking: {
    rank: 'Rank',
    unit: 'Unit',
    score: 'Score',
    interval: 'Score interval',
    plausible: 'Rank interval\n(5–95%)',
    certain: 'Rank\nbounds',
    coverage: 'Coverage',
    movement: 'Move',
    up: (places) => `▲ ${places}`,
    down: (places) => `▼ ${places}`,
    same: '—',
    entered: 'new',
    notRankedTitle: 'Units without a rank',
    lacking: 'Missing indicators, by weight',
    lackingSome: (items, rest, share) =>
      `${items} and more, ${rest} in all; ${share} of the weight`,
    lackingAll: (items, share) => `${items}; ${share} of the weight`,
    lackingNothing: 'no score can be computed',
    weighted: (name, share) => `${name} (${share})`,
    noteInterval:
      'Score interval: the score when every gap takes its lowest and its highest value. Rank bounds: the best and the worst rank that hold whatever the gaps are. Both take the scales as fixed by the values present.',
    notePlausible: (draws, seed) =>
      `Rank interval: every gap is drawn uniformly over its scale ${draws} times (seed ${seed}); shown are the 5th to 95th percentile of the ranks.`,
    noPlausible:
      'Rank intervals were not drawn: there are too many units and gaps for that; the certain bounds are printed. The view “Robustness” draws the gaps.',
    noteCoverage: 'Coverage: share of the weight with an adopted value.',
    noteImputed:
      'The method of this scenario fills gaps, and the scores include what was filled in; coverage and intervals still count it as missing.',
  },
  contributions: {
    interval: 'Score interval',
    chart: (units) => `Scores of ${units} units by dimension, with their score intervals.`,
    chartPlain: (units) => `Scores of ${units} units with their score intervals.`,
    score: 'Score',
    tableTitle: 'Contribution of each dimension to the score',
    unit: 'Unit',
    total: 'Score',
    noteSum: 'The dimensions sum to the score; printed figures are rounded one by one.',
    noteNotAdditive:
      'The aggregation of this scenario is not a weighted sum: scores do not divide into dimensions.',
    none: 'No unit is ranked.',
  },
  scenario: {
    baseline: 'This brief is about the baseline scenario; nothing is changed.',
    introduction: (name) => `The scenario “${name}” makes these changes to the baseline scenario.`,
    noChange: (name) => `The scenario “${name}” changes nothing in the baseline scenario.`,
    changesTitle: 'Changes',
    ranksTitle: 'Ranks and scores before and after',
    before: 'Baseline',
    after: (name) => name,
    chart: (units) => `Ranks of ${units} units in the baseline scenario and in this one.`,
    head: ['Unit', 'Baseline rank', 'Rank', 'Baseline score', 'Score', 'Difference'],
  },
  units: {
    introduction: (printed) => `Ranked units in the order of their rank: ${printed}.`,
    introductionSome: (printed, ranked) =>
      `The first ${printed} of ${ranked} ranked units; for the others see the ranking and the data.`,
    none: 'No unit is ranked.',
    profile: 'Score by dimension',
    median: 'Median of the other units',
    dimensionScore: 'Score',
    coverage: 'Coverage',
    strengths: 'Strengths: above the median of the others',
    weaknesses: 'Weaknesses: below the median of the others',
    against: (label, value, median) => `${label}: ${value}, median ${median}`,
    values: 'Adopted values',
    missing: 'Missing',
    missingNone: 'No indicator is missing.',
    figures: {
      score: 'Score',
      rank: 'Rank',
      plausible: 'Rank interval',
      certain: 'Rank bounds',
      coverage: 'Coverage',
    },
    scoreWithInterval: (score, interval) => `${score} (${interval})`,
    valueHead: ['Indicator', 'Adopted value', '', 'Date', 'Scaled', 'Adds', 'Source'],
    chart: (unit) => `Scores of ${unit} by dimension; the tick is the median of the other units.`,
    noValue: 'no data',
  },
  marks: {
    proxy: (mark) => `${mark} proxy`,
    outside: (mark) => `${mark} outside the time rule`,
    conflict: (mark) => `${mark} candidates that differ`,
    overridden: (mark) => `${mark} set by the scenario, no source`,
  },
  method: {
    notesTitle: 'What the computation did',
    intervalsTitle: 'What the intervals mean',
    frameworkTitle: 'Indicators and weights',
    frameworkSource: (title, date) => `Source of the framework: ${title}, ${date}.`,
    frameworkHead: ['Indicator', 'Weight', 'Measured as', 'Unit', 'Direction', 'Time rule'],
    higher: 'more is better',
    lower: 'less is better',
    log10: 'log10',
    same: 'as named',
    basis: { stated: 'stated', wording: 'wording', decided: 'assumed' },
    timeRule: (rule, basis) => `${rule} (${basis})`,
    noTimeRule: '—',
    frameworkNote:
      'Weights are per cent of the total. Time rules: stated = by the published framework; wording = follows from the name of the indicator; assumed = by this workbook.',
    assumptionsTitle: 'Assumptions',
    indicatorAssumptionsTitle: 'Assumptions about single indicators',
    rankRule: 'Units with equal scores share the smaller rank.',
  },
  unknowns: {
    noEvidence: 'There is no adopted value.',
    overridden: (count) =>
      count === 1
        ? 'One cell is set by this scenario and rests on no evidence.'
        : `${count} cells are set by this scenario and rest on no evidence.`,
    mapTitle: 'Which cells hold a value',
    noMap: (mostUnits, mostIndicators, units, indicators) =>
      `The map of the cells that hold a value is not printed: there is room for ${mostUnits} units and ${mostIndicators} indicators, and this workbook has ${units} and ${indicators}; all data can be exported.`,
    exact: 'Exact',
    proxy: 'Proxy',
    overriddenMark: 'Set by the scenario',
    missing: 'Missing',
    outsideMark: 'Ring: outside the time rule',
    map: (units, indicators) =>
      `What is known of ${units} units and ${indicators} indicators: dark for exact values, split for proxies, empty for missing.`,
    coverage: 'Coverage',
    proxiesTitle: 'Proxies',
    proxiesNote:
      'No comparable data are published for these indicators as they are defined; a nearby measure stands in.',
    proxiesHead: ['Indicator', 'Measured as', 'Values', 'Proxies'],
    outsideTitle: 'Adopted values outside the time rule',
    outsideNote: 'The time rules are listed under “Method and assumptions”.',
    outsideHead: ['Unit', 'Indicator', 'Date', 'Time rule', 'Source'],
    timeUnknownTitle: 'Adopted values of a date that cannot be judged',
    emptyTitle: 'Indicators without a usable value',
    emptyHead: ['Indicator', 'Dimension', 'Weight'],
    more: (count) => `Not printed: ${count} more.`,
  },
  data: {
    unit: 'Unit',
    missing: '— missing, then the number of candidates not used',
    citation: '[1] number of the source',
    note: (printed, units) =>
      `The first ${printed} of ${units} units are printed; all data can be exported.`,
    candidates: (count) => `·${count}`,
  },
  sources: {
    introduction: (count) =>
      `Sources of the printed values, numbered in the order of their first mention: ${count}.`,
    none: 'This brief prints no value with a source.',
    analyst: (author, day) => `Entered by the analyst: ${author}, ${day}`,
    unnamed: 'Imported with the data, source not named',
    noLink: 'no link',
  },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Heads, labels and notes of the brief. Sentences about results come from shared/text. */
export type BriefWording = Shape<typeof zh>;

export const wordings: Readonly<Record<Language, BriefWording>> = { zh, en };
