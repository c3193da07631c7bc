import type { RemoveOneResult } from '../../../shared/model/one-at-a-time.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { score, type ScoringRequest } from '../score.ts';
import { meanRankChange } from './rank-change.ts';

/**
 * Ranks again without each node in turn (JRC 10-step guide, step 7). A node without which nothing is left to score is not
 * tried.
 *
 * @throws AppError see `createScorer`.
 */
export function removeOne(request: ScoringRequest): RemoveOneResult {
  const nominal = score({ ...request, plausible: null });
  const nodes = removableNodes(request, nominal.nodes);
  const unitCount = nominal.units.length;
  const rank = new Int32Array(nodes.length * unitCount);
  const change = new Float64Array(nodes.length);
  nodes.forEach((node, at) => {
    const without = score({
      ...request,
      plausible: null,
      excludedNodes: new Set([...request.excludedNodes, node]),
    });
    rank.set(without.rank, at * unitCount);
    change[at] = meanRankChange(nominal.rank, without.rank);
  });
  return {
    units: nominal.units,
    nominalRank: nominal.rank,
    nodes,
    rank,
    meanRankChange: change,
  };
}

/** All included nodes but those on the only path there is. */
function removableNodes({ framework }: ScoringRequest, included: readonly NodeCode[]): NodeCode[] {
  const childCount = new Map<NodeCode | null, number>();
  const isIncluded = new Set(included);
  const nodes = framework.nodes.filter(({ code }) => isIncluded.has(code));
  for (const { parent } of nodes) childCount.set(parent, (childCount.get(parent) ?? 0) + 1);
  const isOnly = new Set<NodeCode>();
  for (const { code, parent } of nodes) {
    if (childCount.get(parent) === 1 && (parent === null || isOnly.has(parent))) isOnly.add(code);
  }
  return nodes.map(({ code }) => code).filter((code) => !isOnly.has(code));
}
