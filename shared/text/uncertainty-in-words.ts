import type { Language } from '../model/language.ts';
import type { MethodChoices, UncertaintySources } from '../model/uncertainty.ts';
import { enumerateNames } from './lists.ts';
import {
  aggregationsInWords,
  missingRuleInWords,
  normalisationInWords,
  treatmentRuleInWords,
} from './method-in-words.ts';
import type { Names } from './names.ts';
import { formatSharePercent } from './numbers.ts';

type WeightSource = NonNullable<UncertaintySources['weights']>;
type ValueSource = NonNullable<UncertaintySources['values']>;

const WORDS = {
  zh: {
    noise: (share: string) => `权重在 ±${share} 内浮动`,
    dirichlet: (concentration: string) =>
      `权重围绕设定值按 Dirichlet 分布抽取（集中度 ${concentration}）`,
    simplex: '权重完全未知，在所有可能的权重中均匀抽取（SMAA）',
    locked: (nodes: string) => `锁定不变：${nodes}`,
    values: (high: string, medium: string, low: string) =>
      `数值在可信度对应的范围内浮动（高 ±${high}，中 ±${medium}，低 ±${low}）`,
    gaps: '缺失单元格在其标准化标度内均匀抽取',
    normalisation: (choices: string) => `标准化：${choices}`,
    aggregation: (choices: string) => `合成：${choices}`,
    missing: (choices: string) => `缺失规则：${choices}`,
    treatment: (choices: string) => `离群值处理：${choices}`,
    or: '、',
  },
  en: {
    noise: (share: string) => `weights within ±${share}`,
    dirichlet: (concentration: string) =>
      `weights from a Dirichlet distribution around the declared ones (concentration ${concentration})`,
    simplex: 'weights unknown, uniform over all that are possible (SMAA)',
    locked: (nodes: string) => `kept by their locks: ${nodes}`,
    values: (high: string, medium: string, low: string) =>
      `values within the range of their confidence (high ±${high}, medium ±${medium}, low ±${low})`,
    gaps: 'gaps uniform over their normalised scale',
    normalisation: (choices: string) => `normalisation: ${choices}`,
    aggregation: (choices: string) => `aggregation: ${choices}`,
    missing: (choices: string) => `missing-data rule: ${choices}`,
    treatment: (choices: string) => `treatment of outliers: ${choices}`,
    or: ' / ',
  },
} as const;

/** What a simulation varies: one clause for each source that is switched on. */
export function sourcesInWords(sources: UncertaintySources, names: Names): string[] {
  const words = WORDS[names.language];
  return [
    ...(sources.weights === null ? [] : [weightSourceInWords(names.language, sources.weights)]),
    ...(sources.weights === null || sources.locked.length === 0
      ? []
      : [words.locked(enumerateNames(names.language, sources.locked.map(names.node)))]),
    ...(sources.values === null ? [] : [valueSourceInWords(names.language, sources.values)]),
    ...(sources.gaps ? [words.gaps] : []),
    ...methodChoicesInWords(sources.methods, names),
  ];
}

export function weightSourceInWords(language: Language, weights: WeightSource): string {
  const words = WORDS[language];
  switch (weights.rule) {
    case 'noise':
      return words.noise(formatSharePercent(weights.factor));
    case 'dirichlet':
      return words.dirichlet(String(weights.concentration));
    case 'simplex':
      return words.simplex;
  }
}

function valueSourceInWords(language: Language, { byConfidence }: ValueSource): string {
  const { high, medium, low } = byConfidence;
  return WORDS[language].values(
    formatSharePercent(high),
    formatSharePercent(medium),
    formatSharePercent(low),
  );
}

/** One clause for each part of the method that has choices. */
export function methodChoicesInWords(choices: MethodChoices, names: Names): string[] {
  const words = WORDS[names.language];
  return METHOD_CHOICE_PARTS.flatMap((part) => {
    const list = choiceNames(choices, part, names);
    return list.length === 0 ? [] : [words[part](list.join(words.or))];
  });
}

export const METHOD_CHOICE_PARTS = [
  'normalisation',
  'aggregation',
  'missing',
  'treatment',
] as const satisfies readonly (keyof MethodChoices)[];

/** The choices of one part of the method by name, in their order. */
export function choiceNames(
  choices: MethodChoices,
  part: keyof MethodChoices,
  names: Names,
): string[] {
  const { language } = names;
  switch (part) {
    case 'normalisation':
      return choices.normalisation.map((each) => normalisationInWords(each, names));
    case 'aggregation':
      return choices.aggregation.map((each) => aggregationsInWords(language, each));
    case 'missing':
      return choices.missing.map((each) => missingRuleInWords(language, each));
    case 'treatment':
      return choices.treatment.map((each) => treatmentRuleInWords(language, each));
  }
}
