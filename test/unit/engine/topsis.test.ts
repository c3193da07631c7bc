import { describe, expect, it } from 'vitest';
import { leafFrame, topsis } from '../../../electron/engine/topsis.ts';

const of = (...values: number[]) => Float64Array.of(...values);

function closeness(columns: Float64Array[], weights: number[], isWhole = false): number[] {
  const out = new Float64Array(columns[0]?.length ?? 0);
  topsis(columns, columns.map(leafFrame), weights, isWhole, out);
  return [...out];
}

describe('leafFrame', () => {
  it('is the norm and the ends of what was observed', () => {
    expect(leafFrame(of(3, NaN, -4, 0))).toEqual({ norm: 5, worst: -4, best: 3 });
    expect(leafFrame(of(7))).toEqual({ norm: 7, worst: 7, best: 7 });
    expect(leafFrame(of(NaN)).norm).toBe(0);
  });
});

describe('topsis', () => {
  it('is the distance to the worst, as a share of both distances', () => {
    // One leaf: a place between its ends, whatever its norm and weight.
    expect(closeness([of(0, 10, 4)], [0.3])).toEqual([0, 1, expect.closeTo(0.4, 14)]);
    // Two leaves with norms 5 and 13: 4/5 from the worst on one, all the way from the best on the other.
    const [u] = closeness([of(4, 0, 3), of(0, 12, 5)], [1, 2]) as [number];
    const toWorst = 4 / 5;
    const toBest = (2 * 12) / 13;
    expect(u).toBeCloseTo(toWorst / (toWorst + toBest), 14);
  });

  it('leaves a missing leaf out of both distances', () => {
    const [u, v] = closeness([of(2, 0, 8), of(NaN, 5, 9)], [1, 1]);
    expect(u).toBeCloseTo(0.25, 14);
    expect(v).toBe(0);
  });

  it('learns nothing from a leaf that is 0 for everyone or unknown to everyone', () => {
    expect(closeness([of(1, 3), of(0, 0), of(NaN, NaN)], [1, 9, 9])).toEqual([0, 1]);
    expect(closeness([of(0, 0)], [1])).toEqual([NaN, NaN]);
  });

  it('counts a value beyond the frame as the frame’s end', () => {
    const frames = [leafFrame(of(2, 6)), leafFrame(of(1, 3))];
    const out = new Float64Array(2);
    topsis([of(-50, 70), of(2, 2)], frames, [1, 1], false, out);
    const within = new Float64Array(2);
    topsis([of(2, 6), of(2, 2)], frames, [1, 1], false, within);
    expect([...out]).toEqual([...within]);
  });
});
