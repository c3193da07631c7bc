import { z } from 'zod';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightsAsked } from '../../../shared/model/weight-analysis.ts';

/** What an analyst has judged about the children of one parent; by code, so that it outlives changes of the framework. */
export const Judgments = z.object({
  /** 1 = most important. */
  ranks: z.record(z.string(), z.number()),
  /** Importance of the first of two over the second, by `pairKey`; a pair that was not judged counts 1. */
  comparisons: z.record(z.string(), z.number()),
  /** 100 = the swing that matters most. */
  ratings: z.record(z.string(), z.number()),
  judges: z.array(z.object({ judge: z.string(), points: z.record(z.string(), z.number()) })),
});
export type Judgments = z.infer<typeof Judgments>;

export const JudgmentsByParent = z.record(z.string(), Judgments);
export type JudgmentsByParent = z.infer<typeof JudgmentsByParent>;

export const NO_JUDGMENTS: Judgments = { ranks: {}, comparisons: {}, ratings: {}, judges: [] };

/** Points that each judge has to give. */
export const BUDGET = 100;

export const METHODS = [
  'equal',
  'rank-order-centroid',
  'pairwise',
  'swing',
  'budget',
  'entropy',
  'critic',
  'principal-component',
  'optimised',
] as const satisfies readonly WeightsAsked['method'][];
export type MethodId = (typeof METHODS)[number];

/** The methods that ask the analyst; the others look at the data. */
export const JUDGED = [
  'rank-order-centroid',
  'pairwise',
  'swing',
  'budget',
] as const satisfies readonly MethodId[];
export type JudgedMethod = (typeof JUDGED)[number];

const separator = '\n';

export function pairKey(row: NodeCode, column: NodeCode): string {
  return `${row}${separator}${column}`;
}

/** How much more important `row` is than `column`; a pair is kept in the order in which it was judged. */
export function comparisonOf(judgments: Judgments, row: NodeCode, column: NodeCode): number {
  if (row === column) return 1;
  const straight = judgments.comparisons[pairKey(row, column)];
  if (straight !== undefined) return straight;
  const turned = judgments.comparisons[pairKey(column, row)];
  return turned === undefined ? 1 : 1 / turned;
}

/** With one comparison put in place of what was said of the pair. */
export function withComparison(
  judgments: Judgments,
  row: NodeCode,
  column: NodeCode,
  value: number,
): Judgments {
  const comparisons = { ...judgments.comparisons, [pairKey(row, column)]: value };
  delete comparisons[pairKey(column, row)];
  return { ...judgments, comparisons };
}

/** Places by weight, largest first; equal weights tie. */
export function ranksByWeight(weights: readonly number[]): number[] {
  return weights.map((weight) => 1 + weights.filter((other) => other > weight).length);
}

/** What to ask the host; null: the method needs judgments that are not there yet. */
export function askedBy(
  method: MethodId,
  judgments: Judgments,
  children: readonly NodeCode[],
): WeightsAsked | null {
  const of = (values: Readonly<Record<string, number>>) =>
    children.map((node) => values[node] ?? 0);
  const knowsAny = (values: Readonly<Record<string, number>>) =>
    children.some((node) => values[node] !== undefined);
  switch (method) {
    case 'rank-order-centroid':
      return children.every((node) => judgments.ranks[node] !== undefined)
        ? { method, ranks: of(judgments.ranks) }
        : null;
    case 'pairwise': {
      const isJudged = children.some((row) =>
        children.some((column) => judgments.comparisons[pairKey(row, column)] !== undefined),
      );
      if (!isJudged) return null;
      return {
        method,
        comparisons: children.map((row) =>
          children.map((column) => comparisonOf(judgments, row, column)),
        ),
      };
    }
    case 'swing':
      return knowsAny(judgments.ratings) ? { method, ratings: of(judgments.ratings) } : null;
    case 'budget':
      return judgments.judges.length > 0
        ? {
            method,
            budget: BUDGET,
            allocations: judgments.judges.map(({ judge, points }) => ({
              judge,
              points: of(points),
            })),
          }
        : null;
    case 'critic':
      return { method, correlation: 'pearson' };
    case 'equal':
    case 'entropy':
    case 'principal-component':
    case 'optimised':
      return { method };
  }
}
