import type { ContributionDifference, UnitComparison } from '../model/compare-units.ts';
import type { Language } from '../model/language.ts';
import { enumerate } from './lists.ts';
import type { Names } from './names.ts';
import { formatScore, formatScoreDifference } from './numbers.ts';

/** As many reasons for the order, and as many against it, as a sentence can carry. */
const MOST_REASONS_FOR = 3;
const MOST_REASONS_AGAINST = 1;

interface Parts {
  readonly higher: string;
  readonly scoreOfHigher: string;
  readonly lower: string;
  readonly scoreOfLower: string;
  readonly reasons: string;
}

type Template = (parts: Parts) => string;

interface Templates {
  readonly certain: Template;
  readonly plausible: Template;
  readonly none: Template;
}

const WITH_REASONS: Record<Language, Templates> = {
  zh: {
    certain: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}：${p.reasons}；两者得分区间不重叠，先后确定。`,
    plausible: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}：${p.reasons}；两者名次区间（5–95%）不重叠。`,
    none: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}：${p.reasons}；两者区间重叠，名次不可分。`,
  },
  en: {
    certain: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}: ${p.reasons}; their score intervals do not overlap, the order is certain.`,
    plausible: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}: ${p.reasons}; their rank intervals (5–95%) do not overlap.`,
    none: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}: ${p.reasons}; their intervals overlap, the ranks are not separable.`,
  },
};

/** For aggregations whose score is not a sum of contributions. */
const WITHOUT_REASONS: Record<Language, Templates> = {
  zh: {
    certain: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}；两者得分区间不重叠，先后确定。`,
    plausible: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}；两者名次区间（5–95%）不重叠。`,
    none: (p) =>
      `${p.higher} ${p.scoreOfHigher} 高于 ${p.lower} ${p.scoreOfLower}；两者区间重叠，名次不可分。`,
  },
  en: {
    certain: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}; their score intervals do not overlap, the order is certain.`,
    plausible: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}; their rank intervals (5–95%) do not overlap.`,
    none: (p) =>
      `${p.higher} ${p.scoreOfHigher} is above ${p.lower} ${p.scoreOfLower}; their intervals overlap, the ranks are not separable.`,
  },
};

const TIED: Record<Language, Template> = {
  zh: (p) => `${p.higher} 与 ${p.lower} 得分同为 ${p.scoreOfHigher}，名次并列。`,
  en: (p) => `${p.higher} and ${p.lower} both score ${p.scoreOfHigher} and share the rank.`,
};

const REASON = {
  zh: {
    both: (node: string, difference: string) => `${node} ${difference}`,
    oneMissing: (node: string, difference: string, unit: string) =>
      `${node} ${difference}（${unit}缺失）`,
  },
  en: {
    both: (node: string, difference: string) => `${node} ${difference}`,
    oneMissing: (node: string, difference: string, unit: string) =>
      `${node} ${difference} (missing for ${unit})`,
  },
};

/** Why one unit stands above another: `Alibaba 54.0 is above iFLYTEK 50.4: context window +3.9, …; their intervals overlap, …` */
export function comparisonInWords(comparison: UnitComparison, names: Names): string {
  const { language } = names;
  const reasons = mainReasons(comparison.differences);
  const parts: Parts = {
    higher: names.unit(comparison.higher),
    scoreOfHigher: formatScore(comparison.scoreOfHigher),
    lower: names.unit(comparison.lower),
    scoreOfLower: formatScore(comparison.scoreOfLower),
    reasons: enumerate(
      language,
      reasons.map((reason) => reasonInWords(reason, names)),
    ),
  };
  if (comparison.tied) return TIED[language](parts);
  const templates = reasons.length > 0 ? WITH_REASONS : WITHOUT_REASONS;
  return templates[language][comparison.separation](parts);
}

/** One reason: the indicator and its signed difference, and who lacks a value. */
export function reasonInWords(reason: ContributionDifference, names: Names): string {
  const words = REASON[names.language];
  const node = names.node(reason.indicator);
  const difference = formatScoreDifference(reason.printed);
  return reason.missingIn === null
    ? words.both(node, difference)
    : words.oneMissing(node, difference, names.unit(reason.missingIn));
}

function mainReasons(differences: readonly ContributionDifference[]): ContributionDifference[] {
  const visible = differences.filter((each) => each.printed !== 0);
  return [
    ...visible.filter((each) => each.difference > 0).slice(0, MOST_REASONS_FOR),
    ...visible.filter((each) => each.difference < 0).slice(0, MOST_REASONS_AGAINST),
  ];
}
