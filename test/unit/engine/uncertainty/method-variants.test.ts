import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Method } from '../../../../shared/model/method.ts';
import { NO_METHOD_CHOICES } from '../../../../shared/model/uncertainty.ts';
import { methodVariants } from '../../../../electron/engine/uncertainty/method-variants.ts';
import { expectAppError } from '../expect-app-error.ts';

const RANKS: Method['normalisation'] = { rule: 'rank', ties: 'min' };
const BORDA: Method['normalisation'] = { rule: 'borda', ties: 'min' };
const method: Method = {
  ...DEFAULT_METHOD,
  normalisationByIndicator: { ['a' as NodeCode]: RANKS },
  treatment: { ...DEFAULT_METHOD.treatment, byIndicator: { ['a' as NodeCode]: { rule: 'none' } } },
};

describe('the methods that choices make', () => {
  it('are the method itself without any', () => {
    expect(methodVariants(method, NO_METHOD_CHOICES)).toEqual({
      methods: [method],
      counts: [1, 1, 1, 1],
    });
  });

  it('are all combinations, the last part fastest', () => {
    const { methods, counts } = methodVariants(method, {
      normalisation: [RANKS, BORDA],
      aggregation: [[{ rule: 'geometric' }]],
      missing: ['available', 'zero'],
      treatment: ['none', 'winsorise'],
    });
    expect(counts).toEqual([2, 1, 2, 2]);
    expect(
      methods.map((each) => [each.normalisation.rule, each.missing, each.treatment.rule]),
    ).toEqual(
      ['rank', 'borda'].flatMap((normalisation) =>
        ['available', 'zero'].flatMap((missing) =>
          ['none', 'winsorise'].map((treatment) => [normalisation, missing, treatment]),
        ),
      ),
    );
    // What is chosen is for every indicator.
    for (const each of methods) {
      expect(each.aggregation).toEqual([{ rule: 'geometric' }]);
      expect(each.normalisationByIndicator).toEqual({});
      expect(each.treatment).toEqual({
        ...method.treatment,
        rule: each.treatment.rule,
        byIndicator: {},
      });
    }
  });

  it('are two thousand at most', () => {
    const choices = (normalisations: number) => ({
      ...NO_METHOD_CHOICES,
      normalisation: Array.from({ length: normalisations }, () => RANKS),
      missing: Array<Method['missing']>(40).fill('zero'),
    });
    expect(methodVariants(method, choices(50)).methods).toHaveLength(2000);
    expectAppError(() => methodVariants(method, choices(51)), 'E_INPUT', {
      reason: 'too-many-methods',
      expected: 'at most 2000',
      found: '2040',
    });
  });
});
