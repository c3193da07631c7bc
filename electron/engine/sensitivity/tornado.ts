import type { TornadoResult } from '../../../shared/model/one-at-a-time.ts';
import { createScorer, type ScoringRequest } from '../score.ts';

/**
 * Moves one weight at a time: w · (1 − factor) and w · (1 + factor), its siblings keeping their proportions. Nodes without
 * siblings and nodes that weigh nothing cannot move and are left out.
 *
 * @param factor 0..1
 * @throws AppError see `createScorer`.
 */
export function tornado(request: ScoringRequest, factor: number): TornadoResult {
  const scorer = createScorer({ ...request, plausible: null });
  const { result } = scorer;
  const weightOf = new Map(request.framework.nodes.map(({ code, weight }) => [code, weight]));
  // A share of 1 is that of a node without siblings, or whose siblings weigh nothing.
  const nodes = result.nodes.filter(
    (_, node) => result.localShare[node] > 0 && result.localShare[node] < 1,
  );
  const unitCount = result.units.length;
  const at = (direction: number) => {
    const score = new Float64Array(nodes.length * unitCount);
    const rank = new Int32Array(nodes.length * unitCount);
    nodes.forEach((node, row) => {
      const weight = (weightOf.get(node) as number) * (1 + direction * factor);
      const moved = scorer.reweigh(new Map([[node, weight]]), { plausible: false });
      score.set(moved.score, row * unitCount);
      rank.set(moved.rank, row * unitCount);
    });
    return { score, rank };
  };
  const down = at(-1);
  const up = at(1);
  return {
    units: result.units,
    nominalRank: result.rank,
    nominalScore: result.score,
    nodes,
    scoreDown: down.score,
    scoreUp: up.score,
    rankDown: down.rank,
    rankUp: up.rank,
  };
}
