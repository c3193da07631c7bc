import { z } from 'zod';
import { UnitComparison } from '../model/compare-units.ts';
import { CorrelationKind, Diagnosis } from '../model/diagnosis.ts';
import { JobId, NodeCode, ScenarioId, UnitCode } from '../model/ids.ts';
import {
  FlipAnswer,
  GoalAnswer,
  InfluenceAnswer,
  GoalMoves,
  NodeShare,
  ResearchAnswer,
  StabilityAnswer,
  StabilityAsked,
  WeightRegionAsked,
  WeightsAsked,
  WeightsProposal,
} from '../model/weight-analysis.ts';
import { SiblingWeights } from './scenario-operations.ts';
import { command, MOST_ITEMS, query } from './operation.ts';

export const PairAnswer = UnitComparison.extend({
  sentence: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type PairAnswer = z.infer<typeof PairAnswer>;

/** Exact answers about the scores and weights of a scenario. Nothing is written. */
export const analysisOperations = {
  /** Distributions, availability, correlations and consistency of the indicators in a scenario. */
  'diagnose.get': query(
    z.strictObject({ scenario: ScenarioId, correlation: CorrelationKind }),
    Diagnosis,
  ),
  /**
   * Why one of two ranked units stands above the other; the better ranked one comes first. A caller that has the scores,
   * as the interface does, gets the same from `compareUnits`.
   */
  'explain.pair': query(
    z.strictObject({ scenario: ScenarioId, units: z.tuple([UnitCode, UnitCode]) }),
    PairAnswer,
  ),
  /**
   * Interval of every node but the index, or only of the children of `parents`; `siblings` replace the weights in force,
   * as in `scores.preview`. Grouped by parent, in the framework's order.
   */
  'stability.get': query(
    z.strictObject({
      scenario: ScenarioId,
      question: StabilityAsked,
      locked: z.array(NodeCode).max(MOST_ITEMS),
      /** Weights that siblings at zero had before (see `rememberZeros`). */
      remembered: z.array(NodeShare).max(MOST_ITEMS),
      /** Siblings that alone give and take when another one of their group moves. */
      givers: z.array(NodeCode).max(MOST_ITEMS).optional(),
      siblings: z.array(SiblingWeights).max(MOST_ITEMS).optional(),
      parents: z.array(NodeCode).max(MOST_ITEMS).optional(),
    }),
    z.array(StabilityAnswer),
  ),
  'weights.propose': query(
    z.strictObject({ scenario: ScenarioId, parent: NodeCode, asked: WeightsAsked }),
    WeightsProposal,
  ),
  /** Declared and effective weight of every node but the index, and its influence on the index. */
  'weights.influence': query(z.strictObject({ scenario: ScenarioId }), z.array(InfluenceAnswer)),
  /** null: no weights of the region flip the two. */
  'flips.least': query(
    z.strictObject({
      scenario: ScenarioId,
      region: WeightRegionAsked,
      units: z.tuple([UnitCode, UnitCode]),
      norm: z.enum(['l1', 'l2']),
    }),
    FlipAnswer.nullable(),
  ),
  /** Starts the search for the least improvements by which a unit reaches a rank. */
  'goal.seek': command(
    z.strictObject({
      scenario: ScenarioId,
      unit: UnitCode,
      rank: z.int().min(1).max(MOST_ITEMS),
      moves: GoalMoves,
    }),
    z.strictObject({ job: JobId }),
  ),
  'goal.result': query(z.strictObject({ job: JobId }), GoalAnswer),
  /** Every gap, the one whose value would narrow the ranking most first. */
  'research.next': query(z.strictObject({ scenario: ScenarioId }), z.array(ResearchAnswer)),
};
