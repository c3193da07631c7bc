import { expect, it } from 'vitest';
import { meanTransform } from '../../../../electron/engine/exact/mean-transform.ts';
import type { Aggregation } from '../../../../shared/model/method.ts';

/** f⁻¹(Σ w f(x)) with the weights ¼ and ¾. */
function mean(aggregation: Aggregation, one: number, other: number): number {
  const { apply, invert } = meanTransform(aggregation)!;
  return invert(0.25 * apply(one) + 0.75 * apply(other));
}

it.each([
  [{ rule: 'arithmetic' } as const, 0.25 * 2 + 0.75 * 8],
  [{ rule: 'geometric' } as const, (2 * 8 ** 3) ** 0.25],
  [{ rule: 'harmonic' } as const, 1 / (0.25 / 2 + 0.75 / 8)],
  [{ rule: 'power', exponent: 2 } as const, Math.sqrt(0.25 * 4 + 0.75 * 64)],
  [{ rule: 'power', exponent: -2 } as const, 1 / Math.sqrt(0.25 / 4 + 0.75 / 64)],
])('%j is a mean in another space, where the order is the same', (aggregation, expected) => {
  expect(mean(aggregation, 2, 8)).toBeCloseTo(expected, 12);
  const { apply, invert } = meanTransform(aggregation)!;
  expect(apply(2)).toBeLessThan(apply(3));
  expect(invert(apply(5))).toBeCloseTo(5, 12);
});

it('has one name for one mean', () => {
  const nameOf = (aggregation: Aggregation) => meanTransform(aggregation)!.name;
  const all: Aggregation[] = [
    { rule: 'arithmetic' },
    { rule: 'geometric' },
    { rule: 'harmonic' },
    { rule: 'power', exponent: 2 },
    { rule: 'power', exponent: 3 },
  ];
  expect(new Set(all.map(nameOf)).size).toBe(5);
  expect(all.map(nameOf).every((name) => name.length > 0)).toBe(true);
  expect(nameOf({ rule: 'power', exponent: 2 })).toBe(nameOf({ rule: 'power', exponent: 2 }));
});

it.each(['min', 'max', 'median', 'copeland', 'topsis'] as const)('there is none for %s', (rule) => {
  expect(meanTransform({ rule })).toBeNull();
});
