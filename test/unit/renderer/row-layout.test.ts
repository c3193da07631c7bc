import { describe, expect, test } from 'vitest';
import { layOutRows } from '../../../renderer/features/ranking/row-layout.ts';

const heights = { ranked: 36, unranked: 28, heading: 34 };

describe('layOutRows', () => {
  test('stacks the ranked, the heading and the not ranked', () => {
    const layout = layOutRows(6, 8, heights);
    expect(layout.headingTop).toBe(216);
    expect(layout.topOfUnranked(0)).toBe(250);
    expect(layout.height).toBe(250 + 8 * 28);
  });

  test('has no heading when all are ranked', () => {
    expect(layOutRows(6, 0, heights).height).toBe(216);
  });

  test('draws only what is seen of a thousand rows', () => {
    const { ranked, unranked } = layOutRows(1000, 0, heights).seen(18_000, 720, 4);
    expect(ranked.from).toBeLessThanOrEqual(500);
    expect(ranked.to).toBeGreaterThanOrEqual(520);
    expect(ranked.to - ranked.from).toBeLessThan(40);
    expect(unranked).toEqual({ from: 0, to: 0 });
  });

  test('never leaves the list, even when it is scrolled beyond its end', () => {
    const { ranked, unranked } = layOutRows(3, 2, heights).seen(5000, 700, 4);
    expect([ranked.from, ranked.to, unranked.from, unranked.to]).toEqual([3, 3, 2, 2]);
  });
});
