import { z } from 'zod';
import { NodeCode, ScenarioId, UnitCode } from './ids.ts';
import { Method } from './method.ts';

/**
 * Replaces the relative weight of one node. Siblings are overridden together, all or none: an override may say what is
 * inherited anyway, so that their sum stays when the parent's weights change.
 */
export const WeightOverride = z.strictObject({
  kind: z.literal('weight'),
  node: NodeCode,
  weight: z.number().nonnegative(),
});

/** Replaces the value of one cell; null empties it. Booleans are 1 and 0. */
export const ValueOverride = z.strictObject({
  kind: z.literal('value'),
  unit: UnitCode,
  indicator: NodeCode,
  value: z.number().nullable(),
  note: z.string().max(10_000),
});

/** Replaces one part of the method; the other parts are inherited. */
export const MethodOverride = z.strictObject({
  kind: z.literal('method'),
  part: Method.partial(),
});

export const UnitInclusionOverride = z.strictObject({
  kind: z.literal('unit-inclusion'),
  unit: UnitCode,
  included: z.boolean(),
});

/** Excluding a node excludes everything below it; its siblings share its weight. */
export const NodeInclusionOverride = z.strictObject({
  kind: z.literal('node-inclusion'),
  node: NodeCode,
  included: z.boolean(),
});

export const Override = z.discriminatedUnion('kind', [
  WeightOverride,
  ValueOverride,
  MethodOverride,
  UnitInclusionOverride,
  NodeInclusionOverride,
]);
export type Override = z.infer<typeof Override>;

/** Names what an override replaces, so that a scenario has at most one override of each thing. */
export function overrideKey(override: Override): string {
  switch (override.kind) {
    case 'weight':
      return `weight/${override.node}`;
    case 'value':
      return `value/${override.unit}/${override.indicator}`;
    case 'method':
      return 'method';
    case 'unit-inclusion':
      return `unit-inclusion/${override.unit}`;
    case 'node-inclusion':
      return `node-inclusion/${override.node}`;
  }
}

/** A named set of overrides on a parent scenario; `baseline` is the root and has parent null. */
export const Scenario = z.strictObject({
  id: ScenarioId,
  parent: ScenarioId.nullable(),
  name: z.string().min(1).max(200),
  description: z.string().max(10_000),
  overrides: z.array(Override),
});
export type Scenario = z.infer<typeof Scenario>;
