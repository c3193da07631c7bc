import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterIsNeverWorse } from '../../../../electron/engine/exact/better-is-never-worse.ts';
import { score } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Method } from '../../../../shared/model/method.ts';
import { randomRequest } from '../random-request.ts';

const of = (part: Partial<Method>) => betterIsNeverWorse({ ...DEFAULT_METHOD, ...part });

describe('a better value', () => {
  it('never worsens the rank where the rule says so', () => {
    let asked = 0;
    fc.assert(
      fc.property(
        randomRequest(),
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (request, pick, gain) => {
          const at = pick % request.values.length;
          const count = request.units.length;
          const unit = at % count;
          const leaves = request.framework.nodes.filter((node) => node.indicator !== null);
          const start = at - unit;
          const others = request.values
            .slice(start, start + count)
            .filter((value, other) => other !== unit && !Number.isNaN(value));
          const now = request.values[at]!;
          if (!betterIsNeverWorse(request.method) || Number.isNaN(now)) return;
          if (new Set(others).size < 2) return;
          asked++;
          const values = request.values.slice();
          values[at] = now + gain * leaves[start / count]!.indicator!.direction;
          const before = score(request).rank[unit]!;
          const after = score({ ...request, values }).rank[unit]!;
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 1200, seed: 3 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  it.each([
    ['z-scores', { normalisation: { rule: 'z-score', mean: 0, standardDeviation: 1 } }],
    [
      'z-scores of one indicator',
      {
        normalisationByIndicator: {
          ['a' as NodeCode]: { rule: 'z-score', mean: 0, standardDeviation: 1 },
        },
      },
    ],
    ['treatment', { treatment: { ...DEFAULT_METHOD.treatment, rule: 'winsorise' } }],
    [
      'treatment of one indicator',
      {
        treatment: {
          ...DEFAULT_METHOD.treatment,
          byIndicator: { ['a' as NodeCode]: { rule: 'log' } },
        },
      },
    ],
    ['imputed means', { missing: 'mean' }],
    ['TOPSIS', { aggregation: [{ rule: 'arithmetic' }, { rule: 'topsis' }] }],
    [
      'ranks whose lowest fills the gaps',
      { missing: 'zero', normalisation: { rule: 'rank', ties: 'max' } },
    ],
  ] satisfies [string, Partial<Method>][])('can worsen it under %s', (_, part) => {
    expect(of(part)).toBe(false);
  });

  it('never worsens it under ranges, ranks and fixed bounds, gaps at the end of a scale, no treatment of one indicator', () => {
    expect(of({})).toBe(true);
    expect(of({ missing: 'zero' })).toBe(true);
    expect(of({ missing: 'bounds', aggregation: [{ rule: 'median' }] })).toBe(true);
    expect(of({ missing: 'available-leaf', normalisation: { rule: 'borda', ties: 'min' } })).toBe(
      true,
    );
    const untreated = {
      ...DEFAULT_METHOD.treatment,
      byIndicator: { ['a' as NodeCode]: { rule: 'none' as const } },
    };
    expect(of({ treatment: untreated })).toBe(true);
  });
});
