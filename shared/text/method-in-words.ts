import type { IndicatorType } from '../model/framework.ts';
import type { NodeCode } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type {
  Aggregation,
  ColumnTreatment,
  Method,
  MissingRule,
  Normalisation,
  Treatment,
} from '../model/method.ts';
import { enumerate, listInWords } from './lists.ts';
import type { Names } from './names.ts';
import { formatSharePercent, formatValue } from './numbers.ts';

const MISSING: Record<Language, Record<MissingRule, string>> = {
  zh: {
    available: '逐级按已有下级重新分配权重',
    'available-leaf': '按已有指标的权重折算',
    zero: '缺失按最低分计',
    mean: '缺失用指标均值填补',
    median: '缺失用指标中位数填补',
    'group-mean': '缺失用同组均值填补',
    'group-median': '缺失用同组中位数填补',
    'unit-mean': '缺失用对象在同级指标上的均值填补',
    'unit-median': '缺失用对象在同级指标上的中位数填补',
    bounds: '缺失不填补，取得分区间的中点',
  },
  en: {
    available: 'weights rescaled over the children present, level by level',
    'available-leaf': 'score over the weight of the indicators present',
    zero: 'gaps count as the lowest score',
    mean: 'gaps filled with the mean of the indicator',
    median: 'gaps filled with the median of the indicator',
    'group-mean': 'gaps filled with the mean of the group',
    'group-median': 'gaps filled with the median of the group',
    'unit-mean': "gaps filled with the unit's mean over the sibling indicators",
    'unit-median': "gaps filled with the unit's median over the sibling indicators",
    bounds: 'gaps not filled, middle of the score interval',
  },
};

export function missingRuleInWords(language: Language, rule: MissingRule): string {
  return MISSING[language][rule];
}

/** `最小值—最大值换算到 0–100` */
export function normalisationInWords(normalisation: Normalisation, names: Names): string {
  const zh = names.language === 'zh';
  switch (normalisation.rule) {
    case 'min-max': {
      const range = `${formatValue(normalisation.low)}–${formatValue(normalisation.high)}`;
      return zh ? `最小值与最大值之间换算到 ${range}` : `min–max to ${range}`;
    }
    case 'z-score': {
      const mean = formatValue(normalisation.mean);
      const deviation = formatValue(normalisation.standardDeviation);
      return zh
        ? `z 分数（均值 ${mean}，标准差 ${deviation}）`
        : `z-score (mean ${mean}, standard deviation ${deviation})`;
    }
    case 'rank':
      return zh ? '名次' : 'rank';
    case 'borda':
      return zh ? 'Borda 计数' : 'Borda count';
    case 'percentile-rank':
      return zh ? '百分位名次' : 'percentile rank';
    case 'distance-to-max':
      return zh ? '与最大值的距离' : 'distance to the maximum';
    case 'distance-to-reference': {
      const unit = names.unit(normalisation.reference);
      if (zh) return normalisation.cap ? `与${unit}的距离，上限 1` : `与${unit}的距离`;
      return normalisation.cap ? `distance to ${unit}, at most 1` : `distance to ${unit}`;
    }
    case 'distance-to-target':
      if (zh) return normalisation.cap ? '与目标值的距离，上限 1' : '与目标值的距离';
      return normalisation.cap ? 'distance to the target, at most 1' : 'distance to the target';
    case 'goalposts': {
      const { bounds } = normalisation;
      if (bounds === null) return zh ? '按指标自身的上下限换算' : "the indicator's own goalposts";
      const range = `${formatValue(bounds.lower)}–${formatValue(bounds.upper)}`;
      return zh ? `按上下限 ${range} 换算` : `goalposts ${range}`;
    }
    case 'scaled':
      return zh ? '按上下限线性换算，不截断' : 'scaled between bounds, not truncated';
    case 'fraction-of-max':
      return zh ? '占最大值的比例' : 'fraction of the maximum';
    case 'threshold-table':
      return zh
        ? `按分档表计分（${normalisation.steps.length} 档）`
        : `points by thresholds (${normalisation.steps.length} steps)`;
  }
}

export function aggregationInWords(language: Language, aggregation: Aggregation): string {
  const zh = language === 'zh';
  switch (aggregation.rule) {
    case 'arithmetic':
      return zh ? '加权算术平均' : 'weighted arithmetic mean';
    case 'geometric':
      return zh ? '加权几何平均' : 'weighted geometric mean';
    case 'harmonic':
      return zh ? '加权调和平均' : 'weighted harmonic mean';
    case 'power':
      return zh
        ? `加权幂平均（p = ${formatValue(aggregation.exponent)}）`
        : `weighted power mean (p = ${formatValue(aggregation.exponent)})`;
    case 'min':
      return zh ? '取最小值' : 'minimum';
    case 'max':
      return zh ? '取最大值' : 'maximum';
    case 'median':
      return zh ? '取中位数' : 'median';
    case 'copeland':
      return zh ? 'Copeland 两两比较' : 'Copeland pairwise comparison';
    case 'topsis':
      return 'TOPSIS';
  }
}

/** Every level in one phrase, the lowest level first. */
export function aggregationsInWords(
  language: Language,
  aggregations: readonly Aggregation[],
): string {
  const names = aggregations.map((each) => aggregationInWords(language, each));
  const [only] = names;
  if (names.every((name) => name === only)) return only ?? '';
  const levels = names.join(' → ');
  return language === 'zh' ? `自下而上：${levels}` : `from the bottom up: ${levels}`;
}

const TREATMENT: Record<Language, Record<Treatment['rule'], string>> = {
  zh: { none: '不处理', winsorise: '缩尾', 'winsorise+log': '缩尾，不足时取对数' },
  en: { none: 'none', winsorise: 'winsorise', 'winsorise+log': 'winsorise, then logarithm' },
};

/** The rule alone, without its limits. */
export function treatmentRuleInWords(language: Language, rule: Treatment['rule']): string {
  return TREATMENT[language][rule];
}

export function treatmentInWords(language: Language, treatment: Treatment): string {
  const zh = language === 'zh';
  const skew = formatValue(treatment.skewLimit);
  const kurtosis = formatValue(treatment.kurtosisLimit);
  const most = treatment.winsoriseMost;
  switch (treatment.rule) {
    case 'none':
      return zh ? '离群值不作处理' : 'outliers are left as they are';
    case 'winsorise':
      return zh
        ? `偏度绝对值不低于 ${skew} 且峰度不低于 ${kurtosis} 的指标作缩尾处理，每个指标最多 ${most} 个点`
        : `indicators with |skew| ≥ ${skew} and kurtosis ≥ ${kurtosis} are winsorised, at most ${most} points each`;
    case 'winsorise+log':
      return zh
        ? `偏度绝对值不低于 ${skew} 且峰度不低于 ${kurtosis} 的指标作缩尾处理，每个指标最多 ${most} 个点，仍不满足则取对数`
        : `indicators with |skew| ≥ ${skew} and kurtosis ≥ ${kurtosis} are winsorised, at most ${most} points each, then log-transformed if that is not enough`;
  }
}

export function columnTreatmentInWords(language: Language, treatment: ColumnTreatment): string {
  const zh = language === 'zh';
  switch (treatment.rule) {
    case 'none':
      return zh ? '不作处理' : 'left as they are';
    case 'winsorise':
      return zh ? `缩尾 ${treatment.points} 个点` : `${treatment.points} points winsorised`;
    case 'log':
      return zh ? '取对数' : 'logarithm';
    case 'box-cox':
      return zh
        ? `Box-Cox 变换（λ = ${formatValue(treatment.exponent)}）`
        : `Box-Cox (λ = ${formatValue(treatment.exponent)})`;
  }
}

/** The method in one line, for the status bar and the head of the brief. */
export function methodLine(method: Method, names: Names): string {
  const { language } = names;
  const parts = [
    normalisationInWords(method.normalisation, names),
    aggregationsInWords(language, method.aggregation),
    missingRuleInWords(language, method.missing),
  ];
  if (method.minCoverage > 0) {
    const share = formatSharePercent(method.minCoverage);
    parts.push(language === 'zh' ? `覆盖率 ${share} 起排名` : `ranked from ${share} coverage`);
  }
  return parts.join(' · ');
}

/**
 * The method in whole sentences, in the order in which the engine works.
 *
 * @param types of the indicators in the framework
 */
export function methodSentences(
  method: Method,
  types: ReadonlySet<IndicatorType>,
  names: Names,
): string[] {
  const { language } = names;
  const words = METHOD_SENTENCES[language];
  return [
    words.treatment(treatmentInWords(language, method.treatment)),
    ...sentencesByRule(method.treatment.byIndicator, names, (rule) =>
      columnTreatmentInWords(language, rule),
    ),
    words.normalisation(normalisationInWords(method.normalisation, names)),
    ...(method.normalisation.rule === 'min-max' && types.has('boolean') ? [words.booleans] : []),
    ...(method.normalisation.rule === 'min-max' && types.has('rating') ? [words.ratings] : []),
    ...sentencesByRule(method.normalisationByIndicator, names, (rule) =>
      normalisationInWords(rule, names),
    ),
    words.aggregation(aggregationsInWords(language, method.aggregation)),
    words.missing(missingRuleInWords(language, method.missing)),
    ...(method.availability.length > 0
      ? [words.availability(enumerate(language, method.availability.map(formatSharePercent)))]
      : []),
    method.minCoverage > 0
      ? words.minCoverage(formatSharePercent(method.minCoverage))
      : words.noMinCoverage,
  ];
}

/** Rules of single indicators: one sentence for each rule, with all indicators that have it. */
function sentencesByRule<Rule>(
  rules: Readonly<Record<NodeCode, Rule>>,
  names: Names,
  inWords: (rule: Rule) => string,
): string[] {
  const indicatorsByRule = new Map<string, string[]>();
  for (const [code, rule] of Object.entries(rules) as [NodeCode, Rule][]) {
    const words = inWords(rule);
    indicatorsByRule.set(words, [...(indicatorsByRule.get(words) ?? []), names.node(code)]);
  }
  const { language } = names;
  return [...indicatorsByRule].map(([rule, indicators]) =>
    METHOD_SENTENCES[language].exception(listInWords(language, indicators), rule),
  );
}

const METHOD_SENTENCES = {
  zh: {
    treatment: (rule: string) => `处理：${rule}。`,
    normalisation: (rule: string) => `标准化：各指标先统一方向，再${rule}。`,
    booleans: '是否类指标：否为最低分，是为最高分。',
    ratings: '评分类指标按自身的上下限换算，不随样本变化。',
    exception: (indicators: string, rule: string) => `其中${indicators}：${rule}。`,
    aggregation: (rule: string) => `合成：${rule}；权重为同级之间的相对权重。`,
    missing: (rule: string) => `缺失：${rule}。`,
    availability: (shares: string) =>
      `下级指标的可得比例低于 ${shares}（自下而上）时，该级视为缺失。`,
    minCoverage: (share: string) => `覆盖率低于 ${share} 的对象计算得分，但不参与排名。`,
    noMinCoverage: '不设覆盖率门槛，有得分的对象都参与排名。',
  },
  en: {
    treatment: (rule: string) => `Treatment: ${rule}.`,
    normalisation: (rule: string) =>
      `Normalisation: directions are aligned first, then each indicator is scaled: ${rule}.`,
    booleans: 'Yes/no indicators: no is the lowest score, yes the highest.',
    ratings: 'Ratings are scaled between their own bounds, whatever the sample.',
    exception: (indicators: string, rule: string) => `For ${indicators}: ${rule}.`,
    aggregation: (rule: string) =>
      `Aggregation: ${rule}; weights are relative among the children of one node.`,
    missing: (rule: string) => `Missing data: ${rule}.`,
    availability: (shares: string) =>
      `A node counts as missing when less than ${shares} (from the bottom up) of its children are present.`,
    minCoverage: (share: string) =>
      `Units with a coverage below ${share} are scored but not ranked.`,
    noMinCoverage: 'There is no coverage threshold: every unit with a score is ranked.',
  },
} as const;
