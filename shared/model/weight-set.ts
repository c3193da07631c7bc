import { z } from 'zod';
import { NodeCode, WeightSetId } from './ids.ts';

/** Far beyond any framework. */
const MOST_NODES = 100_000;

/** Relative weight of one node. */
export const NodeWeight = z.strictObject({ node: NodeCode, weight: z.number().nonnegative() });
export type NodeWeight = z.infer<typeof NodeWeight>;

export const WeightSetName = z.string().min(1).max(200);

/**
 * The weights of all nodes under a name, to go back to. Nodes are named by code: a set outlives changes of the
 * framework, and what no longer fits is left alone when it is applied (`groupsOfSet`).
 */
export const WeightSet = z.strictObject({
  id: WeightSetId,
  name: WeightSetName,
  weights: z.array(NodeWeight).min(1).max(MOST_NODES),
});
export type WeightSet = z.infer<typeof WeightSet>;
