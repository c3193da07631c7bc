import { describe, expect, test } from 'vitest';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { siblingShare } from '../../../shared/weights/sibling-share.ts';
import { PLAIN_INDICATOR } from '../../support/plain-indicator.ts';

const node = (code: string, parent: string | null) => ({
  code: code as NodeCode,
  parent: parent as NodeCode | null,
  name: { zh: code, en: code },
  weight: 1,
  indicator: parent === null ? null : PLAIN_INDICATOR,
});
const index = indexFramework({
  id: 'framework',
  name: { zh: '框架', en: 'Framework' },
  source: null,
  assumptions: [],
  nodes: [node('index', null), node('a', 'index'), node('b', 'index'), node('c', 'index')],
});
const weightsOf = (a: number, b: number, c: number) =>
  new Map<NodeCode, number>(
    Object.entries({ index: 1, a, b, c }).map(([code, weight]) => [code as NodeCode, weight]),
  );
const a = 'a' as NodeCode;

describe('the share of a node among its siblings', () => {
  test('is its weight in the whole of the weights under one parent', () => {
    expect(siblingShare(a, index, weightsOf(1, 3, 4))).toBe(0.125);
  });

  test('is one for the index', () => {
    expect(siblingShare('index' as NodeCode, index, weightsOf(1, 3, 4))).toBe(1);
  });

  test('is among those only that count', () => {
    expect(siblingShare(a, index, weightsOf(1, 3, 4), (sibling) => sibling !== 'c')).toBe(0.25);
  });

  test('does not exist where the siblings weigh nothing', () => {
    expect(siblingShare(a, index, weightsOf(0, 0, 0))).toBeNaN();
  });
});
