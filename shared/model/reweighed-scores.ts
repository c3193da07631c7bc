import { z } from 'zod';
import { Floats, Integers, ScoringNote, type ScoringResult } from './result.ts';

/**
 * What other weights change in a scoring result: asked for in every frame of a drag, so that the normalised matrix and
 * everything else that weights do not touch need not travel again. U, N and the layout of matrices as in `ScoringResult`.
 */
export const ReweighedScores = z.strictObject({
  /** N */
  effectiveWeight: Floats,
  localShare: Floats,
  /** Positions in `nodes` of the nodes that are no indicators. */
  aggregates: Integers,
  /** Their scores: one row of U for each. */
  aggregateValues: Floats,
  /** N × U */
  contributions: Floats,
  /** U each */
  score: Floats,
  scoreLow: Floats,
  scoreHigh: Floats,
  coverage: Floats,
  rank: Integers,
  rankBest: Integers,
  rankWorst: Integers,
  /** Those of kind `below-availability`, the only ones that depend on weights. */
  availabilityNotes: z.array(ScoringNote),
});
export type ReweighedScores = z.infer<typeof ReweighedScores>;

/**
 * Takes from a result with other weights what they change.
 *
 * @param aggregates positions of the nodes that are no indicators
 */
export function changedByWeights(result: ScoringResult, aggregates: Int32Array): ReweighedScores {
  const unitCount = result.units.length;
  const aggregateValues = new Float64Array(aggregates.length * unitCount);
  aggregates.forEach((node, row) =>
    aggregateValues.set(
      result.values.subarray(node * unitCount, (node + 1) * unitCount),
      row * unitCount,
    ),
  );
  return {
    effectiveWeight: result.effectiveWeight,
    localShare: result.localShare,
    aggregates,
    aggregateValues,
    contributions: result.contributions,
    score: result.score,
    scoreLow: result.scoreLow,
    scoreHigh: result.scoreHigh,
    coverage: result.coverage,
    rank: result.rank,
    rankBest: result.rankBest,
    rankWorst: result.rankWorst,
    availabilityNotes: result.notes.filter(dependsOnWeights),
  };
}

/**
 * The whole result with the other weights, without plausible intervals.
 *
 * @param committed a result of the same units, nodes and values
 * @returns null when it is of another size: the workbook has changed in between
 */
export function withOtherWeights(
  committed: ScoringResult,
  { aggregates, aggregateValues, availabilityNotes, ...changed }: ReweighedScores,
): ScoringResult | null {
  const unitCount = committed.units.length;
  const fits =
    changed.contributions.length === committed.contributions.length &&
    changed.score.length === unitCount;
  if (!fits) return null;
  let merged: Float64Array | null = null;
  const mergeValues = () => {
    const values = committed.values.slice();
    aggregates.forEach((node, row) =>
      values.set(
        aggregateValues.subarray(row * unitCount, (row + 1) * unitCount),
        node * unitCount,
      ),
    );
    return values;
  };
  return {
    ...committed,
    ...changed,
    // Made when it is read: most frames of a drag pass without anyone who does.
    get values() {
      return (merged ??= mergeValues());
    },
    plausible: null,
    notes: [...committed.notes.filter((note) => !dependsOnWeights(note)), ...availabilityNotes],
  };
}

function dependsOnWeights({ kind }: ScoringNote): boolean {
  return kind === 'below-availability';
}
