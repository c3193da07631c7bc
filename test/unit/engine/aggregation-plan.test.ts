import { describe, expect, it } from 'vitest';
import { DEFAULT_METHOD, type Method } from '../../../shared/model/method.ts';
import { planAggregation, planForFilledGaps } from '../../../electron/engine/aggregation-plan.ts';
import { compileFramework } from '../../../electron/engine/compile-framework.ts';
import { makeFramework } from './make-request.ts';

/** Levels: a, b, c, d 0; G and K 1; H 2; index 3. */
const tree = compileFramework(
  makeFramework([
    { code: 'a' },
    { code: 'G', children: [{ code: 'b' }] },
    { code: 'H', children: [{ code: 'K', children: [{ code: 'c' }] }, { code: 'd' }] },
  ]),
);

function plan(method: Partial<Method>) {
  return planAggregation(tree, { ...DEFAULT_METHOD, ...method });
}

function byNode<Value>(array: ArrayLike<Value>): Record<string, Value> {
  return Object.fromEntries(tree.codes.map((code, node) => [code, array[node] as Value]));
}

describe('the plan of an aggregation', () => {
  it('gives every aggregate the entry of its level, from the bottom; the last one above', () => {
    const { rules, thresholds } = plan({
      aggregation: [{ rule: 'min' }, { rule: 'max' }],
      availability: [0.2, 0.4],
    });
    expect(rules).toHaveLength(tree.nodeCount);
    expect(byNode(rules)).toEqual({
      index: { rule: 'max' },
      H: { rule: 'max' },
      G: { rule: 'min' },
      K: { rule: 'min' },
      a: undefined,
      b: undefined,
      c: undefined,
      d: undefined,
    });
    // A leaf has no children of which a share could be missing.
    expect(byNode(thresholds)).toEqual({
      index: 0.4,
      H: 0.4,
      G: 0.2,
      K: 0.2,
      a: 0,
      b: 0,
      c: 0,
      d: 0,
    });
  });

  it('asks for nothing where no threshold is given', () => {
    expect([...plan({ availability: [] }).thresholds]).toEqual(Array(tree.nodeCount).fill(0));
  });

  it('is linear when every aggregate is a weighted sum', () => {
    expect(plan({ aggregation: [{ rule: 'arithmetic' }] }).isLinear).toBe(true);
    expect(plan({ aggregation: [{ rule: 'geometric' }] }).isLinear).toBe(false);
    const mixed = plan({ aggregation: [{ rule: 'arithmetic' }, { rule: 'geometric' }] });
    expect(mixed.isLinear).toBe(false);
  });

  it('lets units interact where one node counts wins', () => {
    expect(plan({ aggregation: [{ rule: 'arithmetic' }] }).unitsInteract).toBe(false);
    const wins = plan({ aggregation: [{ rule: 'arithmetic' }, { rule: 'copeland' }] });
    expect(wins.unitsInteract).toBe(true);
  });

  it('weighs present children by their leaves under one rule only', () => {
    expect(plan({ missing: 'available-leaf' }).presence).toBe('leaves');
    expect(plan({ missing: 'available' }).presence).toBe('children');
  });

  it('has no thresholds once gaps are filled, and takes zeros as limits', () => {
    const whole = plan({ availability: [0.5] });
    expect(whole.zeroIsLimit).toBe(false);
    const filled = planForFilledGaps(whole);
    expect(filled).toEqual({ ...whole, thresholds: new Float64Array(8), zeroIsLimit: true });
  });
});
