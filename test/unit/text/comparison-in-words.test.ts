import { expect, test } from 'vitest';
import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import type { Language } from '../../../shared/model/language.ts';
import { comparisonInWords } from '../../../shared/text/comparison-in-words.ts';
import type { Names } from '../../../shared/text/names.ts';
import { node, unit } from '../../support/small-content.ts';

const NAMES: Record<Language, Record<string, string>> = {
  zh: {
    ali: '阿里巴巴',
    ifly: '科大讯飞',
    I10: '上下文窗口',
    I04: '月活',
    I21: '中标金额',
    I08: 'MMLU',
    I09: 'HumanEval',
  },
  en: {
    ali: 'Alibaba',
    ifly: 'iFLYTEK',
    I10: 'context window',
    I04: 'MAU',
    I21: 'tenders',
    I08: 'MMLU',
    I09: 'HumanEval',
  },
};
const names = (language: Language): Names => ({
  language,
  unit: (code) => NAMES[language][code] ?? code,
  node: (code) => NAMES[language][code] ?? code,
});
const difference = (indicator: string, by: number, missingIn: string | null = null) => ({
  indicator: node(indicator),
  difference: by,
  printed: Number(by.toFixed(1)),
  missingIn: missingIn === null ? null : unit(missingIn),
});
const comparison: UnitComparison = {
  higher: unit('ali'),
  lower: unit('ifly'),
  scoreOfHigher: 54.02,
  scoreOfLower: 50.44,
  coverageOfHigher: 0.6,
  coverageOfLower: 0.5,
  dimensions: [],
  tied: false,
  separation: 'none',
  differences: [
    difference('I21', -22.9),
    difference('I10', 3.9),
    difference('I04', 3.1, 'ifly'),
    difference('I08', 2),
    difference('I09', 1),
  ],
};

test('names three reasons for the order and the largest against it, and says when ranks cannot be told apart', () => {
  expect(comparisonInWords(comparison, names('zh'))).toBe(
    '阿里巴巴 54.0 高于 科大讯飞 50.4：上下文窗口 +3.9，月活 +3.1（科大讯飞缺失），MMLU +2.0，中标金额 −22.9；两者区间重叠，名次不可分。',
  );
  expect(comparisonInWords(comparison, names('en'))).toBe(
    'Alibaba 54.0 is above iFLYTEK 50.4: context window +3.9, MAU +3.1 (missing for iFLYTEK), MMLU +2.0, tenders −22.9; their intervals overlap, the ranks are not separable.',
  );
});

test('says when the order is certain, and when the draws separate the ranks', () => {
  const english = (separation: UnitComparison['separation']) =>
    comparisonInWords({ ...comparison, separation }, names('en'));
  expect(english('certain')).toContain('the order is certain');
  expect(english('plausible')).toContain('their rank intervals (5–95%) do not overlap');
});

test('leaves out differences that print as 0.0', () => {
  const small = { ...comparison, differences: [difference('I10', 0.04), difference('I08', 2)] };
  expect(comparisonInWords(small, names('zh'))).not.toContain('上下文窗口');
});

test('has a sentence without reasons where scores do not divide', () =>
  expect(comparisonInWords({ ...comparison, differences: [] }, names('zh'))).toBe(
    '阿里巴巴 54.0 高于 科大讯飞 50.4；两者区间重叠，名次不可分。',
  ));

test('tells a tie', () => {
  const tied = { ...comparison, tied: true, scoreOfLower: 54.02 };
  expect(comparisonInWords(tied, names('zh'))).toBe(
    '阿里巴巴 与 科大讯飞 得分同为 54.0，名次并列。',
  );
  expect(comparisonInWords(tied, names('en'))).toBe(
    'Alibaba and iFLYTEK both score 54.0 and share the rank.',
  );
});
