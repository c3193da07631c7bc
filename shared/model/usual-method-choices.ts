import type { Method } from './method.ts';
import type { MethodChoices } from './uncertainty.ts';

/**
 * The questions about a method that are usually open: how values become comparable, how they are added up, and what a gap
 * does (OECD and JRC, Handbook on Constructing Composite Indicators, step 7). The scales are those on which every mean
 * exists.
 *
 * @param hasGaps without missing cells all missing rules are one
 */
export function usualMethodChoices(method: Method, hasGaps: boolean): MethodChoices {
  return {
    normalisation: [
      { rule: 'min-max', low: 1, high: 100 },
      { rule: 'rank', ties: 'min' },
    ],
    aggregation: [[{ rule: 'arithmetic' }], [{ rule: 'geometric' }]],
    missing: hasGaps
      ? [...new Set([method.missing, 'available', 'available-leaf', 'median'] as const)]
      : [],
    treatment: [],
  };
}
