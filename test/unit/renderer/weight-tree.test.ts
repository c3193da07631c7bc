import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePoints } from '../../../renderer/features/weights/parse-points.ts';
import { weightTree } from '../../../renderer/features/weights/weight-tree.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { Framework } from '../../../shared/model/framework.ts';
import { node } from './results.ts';

/** index → a (x, y), b (z) */
const framework: Framework = {
  id: 'small',
  name: { zh: '小', en: 'small' },
  source: null,
  assumptions: [],
  nodes: [
    ['index', null],
    ['a', 'index'],
    ['b', 'index'],
    ['x', 'a'],
    ['y', 'a'],
    ['z', 'b'],
  ].map(([code, parent]) => ({
    code: node(code ?? ''),
    parent: parent === null ? null : node(parent ?? ''),
    name: { zh: code ?? '', en: code ?? '' },
    weight: 1,
    indicator: null,
  })),
};
const index = indexFramework(framework);
const weights = (entries: Record<string, number>) =>
  new Map(Object.entries(entries).map(([code, weight]) => [node(code), weight]));

describe('weightTree', () => {
  test('multiplies the shares down the path', () => {
    const tree = weightTree(index, weights({ a: 1, b: 3, x: 2, y: 6, z: 1 }), new Set());
    expect(tree.get(node('a'))).toMatchObject({ points: 25, share: 0.25, printedPoints: '25' });
    expect(tree.get(node('y'))).toMatchObject({ points: 18.75, share: 0.75, printedShare: '75%' });
    expect(tree.get(node('z'))).toMatchObject({ points: 75, printedPoints: '75' });
  });

  test('prints one decimal where a sibling is not whole, and the prints still sum', () => {
    const tree = weightTree(index, weights({ a: 1, b: 2, x: 1, y: 1, z: 1 }), new Set());
    expect(tree.get(node('a'))?.printedPoints).toBe('33.3');
    expect(tree.get(node('b'))?.printedPoints).toBe('66.7');
    expect([tree.get(node('x'))?.printedPoints, tree.get(node('y'))?.printedPoints]).toEqual([
      '16.7',
      '16.6',
    ]);
  });

  test('gives the weight of an excluded node to its siblings', () => {
    const tree = weightTree(index, weights({ a: 1, b: 3, x: 2, y: 6, z: 1 }), new Set([node('b')]));
    expect(tree.get(node('a'))?.points).toBe(100);
    expect(tree.has(node('b'))).toBe(false);
    expect(tree.has(node('z'))).toBe(false);
  });

  test('has no points where every sibling is at zero', () => {
    const tree = weightTree(index, weights({ a: 0, b: 0, x: 1, y: 1, z: 1 }), new Set());
    expect(tree.get(node('a'))).toMatchObject({ points: 0, share: 0, printedShare: '0%' });
    expect(tree.get(node('x'))?.points).toBe(0);
  });

  test('prints points that sum to 100 at every level, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (drawn) => {
          const [a = 1, b = 1, x = 1, y = 1, z = 1] = drawn;
          const tree = weightTree(index, weights({ a, b, x, y, z }), new Set());
          const tenths = (code: string) =>
            Math.round(Number(tree.get(node(code))?.printedPoints) * 10);
          expect(tenths('a') + tenths('b')).toBe(1000);
          expect(tenths('x') + tenths('y')).toBe(tenths('a'));
          expect(tenths('z')).toBe(tenths('b'));
        },
      ),
    );
  });
});

describe('parsePoints', () => {
  test('reads numbers as they are typed in both languages', () => {
    expect(parsePoints('12.5')).toBe(12.5);
    expect(parsePoints(' ４０ 分')).toBe(40);
    expect(parsePoints('.5')).toBe(0.5);
    expect(parsePoints('7 points')).toBe(7);
  });

  test('refuses everything else', () => {
    for (const text of ['', '四十', '-1', '1e3', '1,5', 'NaN', 'Infinity', '5%', '0x10'])
      expect(parsePoints(text)).toBeNull();
  });
});
