import type { NodeCode } from '../../../shared/model/ids.ts';
import { frameworkShares, relativeWeights } from '../compile-framework.ts';
import { rankScores } from '../rank.ts';
import { prepare, type ScoringRequest } from '../score.ts';
import { indexScorer } from './index-scorer.ts';
import { rankCounter } from './rank-tally.ts';
import { type RankSummary, summariseRanks } from './summarise-ranks.ts';

/** Index scores and ranks of all units in draws whose weights are given. D draws, U units. */
export interface ReplayedDraws {
  /** D × U: unit u in draw d at [d × U + u]. */
  readonly scores: Float64Array;
  readonly ranks: Int32Array;
  readonly summary: RankSummary;
}

/**
 * Scores draws that someone else made: each names relative weights of some nodes, the others keep the framework's.
 *
 * @throws AppError see `createScorer` and `frameworkShares`.
 */
export function replayWeights(
  request: ScoringRequest,
  draws: readonly ReadonlyMap<NodeCode, number>[],
): ReplayedDraws {
  const { tree, observations, columns, plan } = prepare(request);
  const { units } = observations;
  const scorer = indexScorer(tree, plan, units, request.method.missing);
  scorer.use(columns, columns.values);
  const counter = rankCounter(tree.nodeCount, new Int32Array(units.length));
  const scores = new Float64Array(draws.length * units.length);
  const ranks = new Int32Array(draws.length * units.length);
  const counted = new Float64Array(units.length);
  draws.forEach((weights, draw) => {
    const { local } = frameworkShares(tree, relativeWeights(tree, request.framework, weights));
    const own = scores.subarray(draw * units.length, (draw + 1) * units.length);
    scorer.score(local, own);
    ranks.set(rankScores(own), draw * units.length);
    counted.set(own);
    counter.count(counted, local);
  });
  return { scores, ranks, summary: summariseRanks(counter.finish()) };
}
