import { expect, test } from 'vitest';
import { NO_METHOD_CHOICES, type UncertaintySources } from '../../../shared/model/uncertainty.ts';
import { createNames } from '../../../shared/text/names.ts';
import { sourcesInWords } from '../../../shared/text/uncertainty-in-words.ts';
import { node } from '../../support/small-content.ts';

const nothing: UncertaintySources = {
  weights: null,
  locked: [],
  values: null,
  gaps: false,
  methods: NO_METHOD_CHOICES,
};
const everything: UncertaintySources = {
  weights: { rule: 'noise', factor: 0.25 },
  locked: [node('a')],
  values: { byConfidence: { high: 0.05, medium: 0.1, low: 0.25 }, cells: [] },
  gaps: true,
  methods: {
    ...NO_METHOD_CHOICES,
    aggregation: [[{ rule: 'arithmetic' }], [{ rule: 'geometric' }]],
  },
};

test('every source that is on has its clause, and only those', () => {
  const zh = createNames('zh', [], []);
  const en = createNames('en', [], []);
  expect(sourcesInWords(nothing, en)).toEqual([]);
  expect(sourcesInWords(everything, en)).toEqual([
    'weights within ±25%',
    'kept by their locks: a',
    'values within the range of their confidence (high ±5%, medium ±10%, low ±25%)',
    'gaps uniform over their normalised scale',
    'aggregation: weighted arithmetic mean / weighted geometric mean',
  ]);
  expect(sourcesInWords(everything, zh)).toEqual([
    '权重在 ±25% 内浮动',
    '锁定不变：a',
    '数值在可信度对应的范围内浮动（高 ±5%，中 ±10%，低 ±25%）',
    '缺失单元格在其标准化标度内均匀抽取',
    '合成：加权算术平均、加权几何平均',
  ]);
});

test('locks mean nothing where the weights stay', () => {
  const en = createNames('en', [], []);
  expect(sourcesInWords({ ...everything, weights: null }, en)[0]).toMatch(/^values/u);
});
