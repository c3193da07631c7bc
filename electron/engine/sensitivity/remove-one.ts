import type { RemoveOneResult } from '../../../shared/model/one-at-a-time.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { compileFramework } from '../compile-framework.ts';
import { score, type ScoringRequest } from '../score.ts';
import { meanRankChange } from './rank-change.ts';

/**
 * Ranks again without each node in turn, one node in each block (JRC 10-step guide, step 7). A node without which nothing is
 * left to score is not tried.
 *
 * @throws AppError see `createScorer`, also in a block.
 */
export function createRemoveOne(
  request: ScoringRequest,
): BlockAnalysis<Int32Array, RemoveOneResult> {
  const nodes = removableNodes(request);
  return {
    blockCount: nodes.length,
    runBlock: (block) =>
      score({
        ...request,
        plausible: null,
        excludedNodes: new Set([...request.excludedNodes, nodes[block]]),
      }).rank,
    gather: () => gatherList((ranks) => resultOf(request, nodes, ranks)),
  };
}

function resultOf(
  request: ScoringRequest,
  nodes: NodeCode[],
  ranks: readonly Int32Array[],
): RemoveOneResult {
  const nominal = score({ ...request, plausible: null });
  const unitCount = nominal.units.length;
  const rank = new Int32Array(nodes.length * unitCount);
  ranks.forEach((without, at) => rank.set(without, at * unitCount));
  return {
    units: nominal.units,
    nominalRank: nominal.rank,
    nodes,
    rank,
    meanRankChange: Float64Array.from(ranks, (without) => meanRankChange(nominal.rank, without)),
  };
}

/** All included nodes but those on the only path there is. */
function removableNodes({ framework, excludedNodes }: ScoringRequest): NodeCode[] {
  const childCount = new Map<NodeCode | null, number>();
  const isIncluded = new Set(compileFramework(framework, excludedNodes).codes);
  const nodes = framework.nodes.filter(({ code }) => isIncluded.has(code));
  for (const { parent } of nodes) childCount.set(parent, (childCount.get(parent) ?? 0) + 1);
  const isOnly = new Set<NodeCode>();
  for (const { code, parent } of nodes) {
    if (childCount.get(parent) === 1 && (parent === null || isOnly.has(parent))) isOnly.add(code);
  }
  return nodes.map(({ code }) => code).filter((code) => !isOnly.has(code));
}
