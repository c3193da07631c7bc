import { expect, test } from 'vitest';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { StabilityAnswer } from '../../../shared/model/weight-analysis.ts';
import { createNames } from '../../../shared/text/names.ts';
import { stabilityInWords } from '../../../shared/text/stability-in-words.ts';
import { sharePastEnd } from '../../../renderer/features/weights/past-end.ts';
import { node, smallContent } from '../../support/small-content.ts';

const { framework, units } = smallContent();
const [zh, en] = (['zh', 'en'] as const).map((language) =>
  createNames(language, framework.nodes, units),
);
const [a, b] = ['a', 'b'] as [UnitCode, UnitCode];

const answer: StabilityAnswer = {
  node: node('users'),
  share: 0.5,
  most: 1,
  parentWeight: 0.6,
  fixed: null,
  low: { share: 0.25, event: 'swap', units: [b, a] },
  high: { share: 1, event: null, units: [] },
};

test('a band is said in points of the index, with who passes whom', () => {
  expect(stabilityInWords(answer, { kind: 'order' }, en!)).toEqual({
    span: 'From 15 to 60 points, no rank changes.',
    low: 'Below 15 points: Unit B passes Unit A.',
    high: 'Up to the most nothing changes.',
  });
  expect(stabilityInWords(answer, { kind: 'top', count: 2 }, zh!)).toEqual({
    span: '15 至 60 分之间，前 2 名不变。',
    low: '低于 15 分：Unit B超过Unit A。',
    high: '升到最大也不变。',
  });
});

test('other ends and reasons have words of their own', () => {
  const low = (event: 'coverage' | 'no-weight-left') =>
    stabilityInWords(
      { ...answer, low: { share: 0, event, units: [a] } },
      { kind: 'pair', units: [a, b] },
      en!,
    )?.low;
  expect(low('coverage')).toContain('coverage of Unit A crosses');
  expect(low('no-weight-left')).toContain('At 0 points: all that Unit A has data for');
  const fixed = (reason: StabilityAnswer['fixed']) =>
    stabilityInWords({ ...answer, fixed: reason }, { kind: 'order' }, en!);
  expect(fixed('locked')).toBeNull();
  expect(fixed('aggregation')?.span).toContain('no exact interval');
});

test('a jump goes a thousandth of a point past the end, never beyond the slider', () => {
  expect(sharePastEnd(answer, 'low')).toBeCloseTo(0.25 - 0.001 / 60, 12);
  expect(sharePastEnd(answer, 'high')).toBeNull();
  const atZero = { ...answer, low: { ...answer.low, share: 0 } };
  expect(sharePastEnd(atZero, 'low')).toBe(0);
});
