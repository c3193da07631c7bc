import type { TornadoResult } from '../../../shared/model/one-at-a-time.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { createScorer, type ScoringRequest } from '../score.ts';

/** Scores and ranks of all units with one weight moved. */
type Ranking = Pick<ScoringResult, 'score' | 'rank'>;

interface MovedWeight {
  readonly down: Ranking;
  readonly up: Ranking;
}

/**
 * Moves one weight in each block: w · (1 − factor) and w · (1 + factor), its siblings keeping their proportions. Nodes
 * without siblings and nodes that weigh nothing cannot move and are left out.
 *
 * @param factor 0..1
 * @throws AppError see `createScorer`.
 */
export function createTornado(
  request: ScoringRequest,
  factor: number,
): BlockAnalysis<MovedWeight, TornadoResult> {
  const scorer = createScorer({ ...request, plausible: null });
  const { result } = scorer;
  const weightOf = new Map(request.framework.nodes.map(({ code, weight }) => [code, weight]));
  // A share of 1 is that of a node without siblings, or whose siblings weigh nothing.
  const nodes = result.nodes.filter(
    (_, node) => result.localShare[node] > 0 && result.localShare[node] < 1,
  );
  const ranking = (block: number, times: number): Ranking => {
    const node = nodes[block];
    const weight = (weightOf.get(node) as number) * times;
    const { score, rank } = scorer.reweigh(new Map([[node, weight]]), { plausible: false });
    return { score, rank };
  };
  return {
    blockCount: nodes.length,
    runBlock: (block) => ({ down: ranking(block, 1 - factor), up: ranking(block, 1 + factor) }),
    gather: () =>
      gatherList((moved) => ({
        units: result.units,
        nominalRank: result.rank,
        nominalScore: result.score,
        nodes,
        scoreDown: Float64Array.from(moved.flatMap(({ down }) => [...down.score])),
        scoreUp: Float64Array.from(moved.flatMap(({ up }) => [...up.score])),
        rankDown: Int32Array.from(moved.flatMap(({ down }) => [...down.rank])),
        rankUp: Int32Array.from(moved.flatMap(({ up }) => [...up.rank])),
      })),
  };
}
