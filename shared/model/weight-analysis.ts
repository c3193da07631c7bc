import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';

/** Far beyond any framework; refused before anything is computed. */
const MOST_NODES = 100_000;
/** Children of one parent, and judges of a budget. */
const MOST_CHILDREN = 1000;
const perChild = z.array(z.number()).max(MOST_CHILDREN);

const share = z.number().min(0).max(1);

/** Share among its siblings of a node. */
export const NodeShare = z.strictObject({ node: NodeCode, share: z.number().nonnegative() });
export type NodeShare = z.infer<typeof NodeShare>;

/** What must stay true while a weight moves by the slider rule. */
export const StabilityAsked = z.discriminatedUnion('kind', [
  /** All ranks, ties included. */
  z.strictObject({ kind: z.literal('order') }),
  /** Which units have rank ≤ count. */
  z.strictObject({ kind: z.literal('top'), count: z.int().min(1) }),
  /** Who of two ranked units is ahead. */
  z.strictObject({ kind: z.literal('pair'), units: z.tuple([UnitCode, UnitCode]) }),
]);
export type StabilityAsked = z.infer<typeof StabilityAsked>;

export const StabilityEnd = z.strictObject({
  /** Share among the siblings. */
  share: z.number(),
  /** What happens there; null: the end of the slider. */
  event: z.enum(['swap', 'coverage', 'no-weight-left']).nullable(),
  /** The units concerned: of a swap first the one that comes to stand ahead. */
  units: z.array(UnitCode),
});
export type StabilityEnd = z.infer<typeof StabilityEnd>;

export const StabilityAnswer = z.strictObject({
  node: NodeCode,
  /** Where it stands, and the furthest it can go, as shares among the siblings. */
  share: z.number(),
  most: z.number(),
  /** Effective weight of the parent, by which shares become shares of the index. */
  parentWeight: z.number(),
  /** Why there is no interval: the handle cannot move, or the aggregation allows no exact answer; null: there is one. */
  fixed: z.enum(['locked', 'others-locked', 'only-child', 'aggregation']).nullable(),
  low: StabilityEnd,
  high: StabilityEnd,
});
export type StabilityAnswer = z.infer<typeof StabilityAnswer>;

/** Which weights may change, and how far. */
export const WeightRegionAsked = z.strictObject({
  /** The shares of one parent's children; null: the effective weights of all indicators. */
  parent: NodeCode.nullable(),
  /** 0.25: each weight within ± 25 % of itself; null: anywhere. */
  spread: z.number().positive().nullable(),
  locked: z.array(NodeCode).max(MOST_NODES),
});
export type WeightRegionAsked = z.infer<typeof WeightRegionAsked>;

/** The least change of weights after which the lower of two units stands above the other. */
export const FlipAnswer = z.strictObject({
  ahead: UnitCode,
  behind: UnitCode,
  norm: z.enum(['l1', 'l2']),
  distance: z.number(),
  /** No change with the same effect is smaller. Close to `distance`: proved to be the least. */
  bound: z.number(),
  /** After the change. */
  shares: z.array(NodeShare),
});
export type FlipAnswer = z.infer<typeof FlipAnswer>;

export const AttainableRequest = z.strictObject({ region: WeightRegionAsked });
export type AttainableRequest = z.infer<typeof AttainableRequest>;

export const AttainedEnd = z.strictObject({
  rank: z.int(),
  /** No weights of the region pass this rank; equal to `rank`: proved. */
  bound: z.int(),
  /** Weights that give the rank. */
  shares: z.array(NodeShare),
});
export type AttainedEnd = z.infer<typeof AttainedEnd>;

export const AttainableAnswer = z.strictObject({
  unit: UnitCode,
  best: AttainedEnd,
  worst: AttainedEnd,
});
export type AttainableAnswer = z.infer<typeof AttainableAnswer>;

/** The ranked units, best first. */
export const AttainableResult = z.array(AttainableAnswer);
export type AttainableResult = z.infer<typeof AttainableResult>;

/** How weights of one parent's children are found. Lists are in the order of the children. */
export const WeightsAsked = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('equal') }),
  /** 1 = most important; equal numbers are ties. */
  z.strictObject({ method: z.literal('rank-order-centroid'), ranks: perChild }),
  z.strictObject({ method: z.literal('entropy') }),
  z.strictObject({
    method: z.literal('critic'),
    correlation: z.enum(['pearson', 'spearman', 'kendall']),
  }),
  z.strictObject({ method: z.literal('principal-component') }),
  z.strictObject({
    method: z.literal('pairwise'),
    comparisons: z.array(perChild).max(MOST_CHILDREN),
  }),
  z.strictObject({ method: z.literal('swing'), ratings: perChild }),
  z.strictObject({
    method: z.literal('budget'),
    budget: z.number().positive(),
    allocations: z
      .array(z.strictObject({ judge: z.string().max(200), points: perChild }))
      .max(MOST_CHILDREN),
  }),
  /** The present shares are taken as declared importance. */
  z.strictObject({ method: z.literal('optimised') }),
]);
export type WeightsAsked = z.infer<typeof WeightsAsked>;

export const WeightsProposal = z.strictObject({
  children: z.array(NodeCode),
  /** null: the method gives no weights for these data (a principal component with a negative loading). */
  shares: z.array(share).nullable(),
  /** Share of influence, correlation² with the parent, of the proposed (or else the present) shares; null: undefined. */
  importance: z.array(z.number()).nullable(),
  /** Of the first principal component. */
  loadings: z.array(z.number()).nullable(),
  consistency: z
    .strictObject({
      ratio: z.number().nullable(),
      index: z.number(),
      /** The judgment that fits the others least, and the value that would. */
      revisit: z
        .strictObject({
          row: NodeCode,
          column: NodeCode,
          found: z.number(),
          consistent: z.number(),
          ratioThen: z.number().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** Of optimised weights: false where the correlations do not allow the declared importance. */
  reached: z.boolean().nullable(),
});
export type WeightsProposal = z.infer<typeof WeightsProposal>;

/** What a weight says, and what the node really does to the index. */
export const InfluenceAnswer = z.strictObject({
  node: NodeCode,
  /** Share among the siblings. */
  declared: z.number(),
  /** Product of the shares down the path. */
  effective: z.number(),
  /** With the index, over the ranked units; null: without spread or with fewer than three of them. */
  correlation: z.number().nullable(),
  /** correlation² as a share of its sum over the nodes of this depth; null: no correlation is defined there. */
  influence: z.number().nullable(),
});
export type InfluenceAnswer = z.infer<typeof InfluenceAnswer>;

/** A gap, and what it would bring to know it. */
export const ResearchAnswer = z.strictObject({
  unit: UnitCode,
  indicator: NodeCode,
  /** Expected shrinking of the widths of all certain rank intervals together. */
  rankWidth: z.number(),
  /** Shrinking of the unit's score interval. */
  scoreWidth: z.number(),
  coverageThen: z.number(),
  becomesRanked: z.boolean(),
});
export type ResearchAnswer = z.infer<typeof ResearchAnswer>;

/** The indicators that may move, each within what it may take; null: all of them, within what each allows. */
export const GoalMoves = z
  .array(
    z
      .strictObject({
        indicator: NodeCode,
        /** In the indicator's unit of measure; null: as far as the indicator allows. */
        low: z.number().nullable(),
        high: z.number().nullable(),
      })
      .refine(
        ({ low, high }) => low === null || high === null || low <= high,
        'low must not be above high',
      ),
  )
  .max(MOST_NODES)
  .nullable();
export type GoalMoves = z.infer<typeof GoalMoves>;

/** What one indicator alone would have to become for a unit to reach a rank, in its unit of measure. */
export const GoalStep = z.strictObject({
  indicator: NodeCode,
  /** null: no value now. */
  from: z.number().nullable(),
  /** The least improvement that is enough; null: none of the range is. */
  to: z.number().nullable(),
  worst: z.number(),
  best: z.number(),
  /** 0 = not ranked. */
  rankAtBest: z.int(),
  /** False: a better value can worsen the rank here, so a lesser one that is enough may have been missed. */
  proved: z.boolean(),
});
export type GoalStep = z.infer<typeof GoalStep>;

/** The least improvement of several indicators together, by the sum of what each gains on its normalised scale. */
export const JointImprovement = z.strictObject({
  /** Those that move. */
  moves: z.array(z.strictObject({ indicator: NodeCode, from: z.number(), to: z.number() })),
  /** Sum of the gains, each as a share of its indicator's scale. */
  effort: z.number(),
  /** No smaller sum is enough; false: the smallest that was found. */
  proved: z.boolean(),
});
export type JointImprovement = z.infer<typeof JointImprovement>;

export const GoalAnswer = z.strictObject({
  /** Rank now; 0 = not ranked. */
  rank: z.int(),
  steps: z.array(GoalStep),
  /** null: not even all the best values together are enough, or fewer than two indicators can move. */
  together: JointImprovement.nullable(),
  /** Rank with the best value of every indicator that has one now; 0 = not ranked. */
  rankAtAllBest: z.int(),
});
export type GoalAnswer = z.infer<typeof GoalAnswer>;
