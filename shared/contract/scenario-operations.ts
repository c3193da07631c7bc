import { z } from 'zod';
import { JobId, NodeCode, Revision, ScenarioId, UnitCode } from '../model/ids.ts';
import { Method } from '../model/method.ts';
import { Override, Scenario } from '../model/scenario.ts';
import { PairedRequest, PairedResult, Promotion } from '../model/scenario-comparison.ts';
import { command, MOST_ITEMS, query } from './operation.ts';

const Changed = z.strictObject({ revision: Revision });

/** New relative weights of all children of one parent; their sum must be the sum they have now, to 1e-9. */
export const SiblingWeights = z.strictObject({
  parent: NodeCode,
  weights: z
    .array(z.strictObject({ node: NodeCode, weight: z.number().nonnegative() }))
    .min(1)
    .max(MOST_ITEMS),
});
export type SiblingWeights = z.infer<typeof SiblingWeights>;

/** What is in force in a scenario after its chain of parents: the method, the weights and what is left out. */
export const ResolvedScenario = z.strictObject({
  scenario: ScenarioId,
  method: Method,
  /** Relative weight of every node of the framework. */
  weights: z.array(z.strictObject({ node: NodeCode, weight: z.number() })),
  /** The same in `baseline`. */
  baselineWeights: z.array(z.strictObject({ node: NodeCode, weight: z.number() })),
  excludedUnits: z.array(UnitCode),
  excludedNodes: z.array(NodeCode),
});
export type ResolvedScenario = z.infer<typeof ResolvedScenario>;

export const scenarioOperations = {
  'scenarios.list': query(z.strictObject({}), z.array(Scenario)),
  'scenarios.resolved': query(z.strictObject({ scenario: ScenarioId }), ResolvedScenario),
  /** An empty list of overrides starts equal to the parent; `overrides` keeps what is on screen. */
  'scenarios.create': command(
    z.strictObject({
      parent: ScenarioId,
      name: z.string().min(1).max(200),
      description: z.string().max(10_000),
      overrides: z.array(Override).max(MOST_ITEMS),
      baseRevision: Revision,
    }),
    z.strictObject({ revision: Revision, id: ScenarioId }),
  ),
  'scenarios.duplicate': command(
    z.strictObject({
      scenario: ScenarioId,
      name: z.string().min(1).max(200),
      baseRevision: Revision,
    }),
    z.strictObject({ revision: Revision, id: ScenarioId }),
  ),
  'scenarios.update': command(
    z.strictObject({
      scenario: ScenarioId,
      name: z.string().min(1).max(200),
      description: z.string().max(10_000),
      baseRevision: Revision,
    }),
    Changed,
  ),
  /** Refused for `baseline` and for a scenario that others stand on. */
  'scenarios.delete': command(
    z.strictObject({ scenario: ScenarioId, baseRevision: Revision }),
    Changed,
  ),
  /** In `baseline` this changes the framework's own weights. One drag is one call is one undo step. */
  'scenarios.setWeights': command(
    z.strictObject({
      scenario: ScenarioId,
      siblings: z.array(SiblingWeights).min(1).max(MOST_ITEMS),
      baseRevision: Revision,
    }),
    Changed,
  ),
  /** In `baseline` this changes the workbook's own method. */
  'scenarios.setMethod': command(
    z.strictObject({ scenario: ScenarioId, part: Method.partial(), baseRevision: Revision }),
    Changed,
  ),
  'scenarios.setInclusion': command(
    z.strictObject({
      scenario: ScenarioId,
      units: z.array(z.strictObject({ unit: UnitCode, included: z.boolean() })).max(MOST_ITEMS),
      nodes: z.array(z.strictObject({ node: NodeCode, included: z.boolean() })).max(MOST_ITEMS),
      baseRevision: Revision,
    }),
    Changed,
  ),
  /** Drops overrides by key (`overrideKey`); null drops all. For `baseline`, resets weights and method to as shipped. */
  'scenarios.reset': command(
    z.strictObject({
      scenario: ScenarioId,
      overrideKeys: z.array(z.string().max(1000)).max(MOST_ITEMS).nullable(),
      baseRevision: Revision,
    }),
    Changed,
  ),
  /** What `scenarios.promote` would change; nothing is written. */
  'scenarios.promotion': query(z.strictObject({ scenario: ScenarioId }), Promotion),
  /**
   * Makes what is in force in a scenario the baseline's own: weights and method become the workbook's, values become
   * observations of the analyst, what is left out is left out in the baseline. Every other scenario keeps its own overrides
   * and follows the new baseline in all else. One undo step. Refused for the baseline.
   */
  'scenarios.promote': command(
    z.strictObject({
      scenario: ScenarioId,
      /** Keeps the baseline of before as a scenario of this name; null: does not. */
      keepFormerAs: z.string().min(1).max(200).nullable(),
      baseRevision: Revision,
    }),
    Changed,
  ),
  /** Starts the comparison of two scenarios under uncertainty, with the same draws in both. */
  'scenarios.paired': command(
    z.strictObject({ first: ScenarioId, second: ScenarioId, request: PairedRequest }),
    z.strictObject({ job: JobId }),
  ),
  'scenarios.pairedResult': query(z.strictObject({ job: JobId }), PairedResult),
  /** What is kept of the comparison of two scenarios, as `latest` of the robustness operations. */
  'scenarios.pairedLatest': query(
    z.strictObject({ first: ScenarioId, second: ScenarioId }),
    z
      .strictObject({
        request: PairedRequest,
        result: PairedResult,
        engine: z.int().nonnegative(),
        current: z.boolean(),
      })
      .nullable(),
  ),
};
