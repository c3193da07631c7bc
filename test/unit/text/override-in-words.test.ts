import { expect, test } from 'vitest';
import type { Language } from '../../../shared/model/language.ts';
import { DEFAULT_METHOD } from '../../../shared/model/method.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import { createNames } from '../../../shared/text/names.ts';
import { overrideInWords } from '../../../shared/text/override-in-words.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';

function inWords(language: Language, override: Override): string[] {
  const content = smallContent();
  return overrideInWords(override, {
    names: createNames(language, content.framework.nodes, content.units),
    shareBefore: () => 0.6,
    shareAfter: (code) => (code === node('reach') ? 0.6 : 0.256),
    methodBefore: DEFAULT_METHOD,
    valueBefore: (of) => (of === unit('a') ? 1274.95 : NaN),
    indicatorType: () => 'count',
    unitOfMeasure: () => '万人',
  });
}
const value = (of: string, to: number | null, note = ''): Override => ({
  kind: 'value',
  unit: unit(of),
  indicator: node('users'),
  value: to,
  note,
});

test('weights as shares among siblings', () => {
  const override: Override = { kind: 'weight', node: node('worth'), weight: 20 };
  expect(inWords('zh', override)).toEqual(['Worth：占同级权重由 60% 改为 25.6%。']);
  expect(inWords('en', override)).toEqual(['Worth: share among its siblings from 60% to 25.6%.']);
});

test('an override that changes nothing has no sentence', () =>
  expect(inWords('zh', { kind: 'weight', node: node('reach'), weight: 60 })).toEqual([]));

test('values replaced, filled and emptied, with the reason', () => {
  expect(inWords('zh', value('a', 1500))).toEqual([
    'Unit A，Users：由 1,274.95 万人 改为 1,500 万人。',
  ]);
  expect(inWords('en', value('b', 900, 'what if'))).toEqual([
    'Unit B, Users: from missing to 900 × 10k people (what if).',
  ]);
  expect(inWords('zh', value('a', null))).toEqual(['Unit A，Users：由 1,274.95 万人 改为缺失。']);
});

test('each changed part of the method', () => {
  const override: Override = {
    kind: 'method',
    part: { minCoverage: 0.25, missing: 'zero', aggregation: [{ rule: 'geometric' }] },
  };
  expect(inWords('en', override)).toEqual([
    'Aggregation: from “weighted arithmetic mean” to “weighted geometric mean”.',
    'Missing data: from “weights rescaled over the children present, level by level” to “gaps count as the lowest score”.',
    'Least coverage for a rank: from “0%” to “25%”.',
  ]);
  expect(inWords('zh', override)[2]).toBe('参与排名的最低覆盖率：由“0%”改为“25%”。');
});

test('what is left out and taken in again', () => {
  expect(inWords('zh', { kind: 'unit-inclusion', unit: unit('a'), included: false })).toEqual([
    'Unit A不参与计算。',
  ]);
  expect(inWords('en', { kind: 'node-inclusion', node: node('worth'), included: true })).toEqual([
    'Worth is included again.',
  ]);
});
