import { describe, expect, it } from 'vitest';
import { rankedUnits } from '../../../electron/engine/coverage.ts';
import { score } from '../../../electron/engine/score.ts';
import { AS_IS, makeFramework, makeRequest } from './make-request.ts';

describe('coverage', () => {
  it('is exactly 0 for a unit that has nothing, though its weights do not add up to exactly 1', () => {
    // 1 − 10 × 0.1 leaves 1.4e-16 in floating point.
    const ten = makeFramework(Array.from({ length: 10 }, (_, at) => ({ code: `i${at}` })));
    const rows = { all: Array(10).fill(1), none: Array(10).fill(null), one: [1] };
    const { coverage } = score(makeRequest(ten, rows, { normalisation: AS_IS }));
    expect(coverage[0]).toBe(1);
    expect(coverage[1]).toBe(0);
    expect(coverage[2]).toBeCloseTo(0.1, 12);
  });
});

describe('rankedUnits', () => {
  it('needs a score and the least coverage, which rounding may not miss', () => {
    const scores = Float64Array.of(1, NaN, 1, 1, 1);
    const covered = Float64Array.of(1, 1, 0.5, 0.5 - 1e-12, 0.4999);
    expect([...rankedUnits(scores, covered, 0.5)]).toEqual([1, 0, 1, 1, 0]);
    expect([...rankedUnits(scores, covered, 0)]).toEqual([1, 0, 1, 1, 1]);
  });
});
