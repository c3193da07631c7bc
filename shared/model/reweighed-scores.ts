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
  /** Positions in `nodes` of the nodes whose contributions were asked for. */
  contributors: Integers,
  /** Their contributions: one row of U for each. */
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
 * @param contributors positions of the nodes whose contributions are taken
 */
export function changedByWeights(
  result: ScoringResult,
  aggregates: Int32Array,
  contributors: Int32Array,
): ReweighedScores {
  const unitCount = result.units.length;
  return {
    effectiveWeight: result.effectiveWeight,
    localShare: result.localShare,
    aggregates,
    aggregateValues: rowsOf(result.values, aggregates, unitCount),
    contributors,
    contributions: rowsOf(result.contributions, contributors, unitCount),
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
 * The whole result with the other weights, without plausible intervals. Contributions that were not asked for are missing.
 *
 * @param committed a result of the same units, nodes and values
 * @returns null when it is of another size: the workbook has changed in between
 */
export function withOtherWeights(
  committed: ScoringResult,
  reweighed: ReweighedScores,
): ScoringResult | null {
  const {
    aggregates,
    aggregateValues,
    contributors,
    contributions,
    availabilityNotes,
    ...changed
  } = reweighed;
  const unitCount = committed.units.length;
  const fits =
    changed.effectiveWeight.length === committed.nodes.length && changed.score.length === unitCount;
  if (!fits) return null;
  let values: Float64Array | null = null;
  let allContributions: Float64Array | null = null;
  const result: ScoringResult = {
    ...committed,
    ...changed,
    // Made when they are read: most frames of a drag pass without anyone who does.
    get values() {
      values ??= withRows(committed.values.slice(), aggregates, aggregateValues, unitCount);
      return values;
    },
    get contributions() {
      allContributions ??= withRows(
        new Float64Array(committed.contributions.length).fill(Number.NaN),
        contributors,
        contributions,
        unitCount,
      );
      return allContributions;
    },
    plausible: null,
    notes: [...committed.notes.filter((note) => !dependsOnWeights(note)), ...availabilityNotes],
  };
  changedRows.set(result, {
    committed,
    values: rowsByNode(aggregates, aggregateValues, unitCount),
    contributions: rowsByNode(contributors, contributions, unitCount),
  });
  return result;
}

/** What was changed in a result whose matrices are made only when they are read: rows of U by position of the node. */
interface ChangedRows {
  readonly committed: ScoringResult;
  readonly values: ReadonlyMap<number, Float64Array>;
  readonly contributions: ReadonlyMap<number, Float64Array>;
}

const changedRows = new WeakMap<ScoringResult, ChangedRows>();

/**
 * One row of `values`: of the steps of a drag no whole matrix is made for it.
 *
 * @param node position in `nodes`
 * @returns U numbers, not to be written to
 */
export function valuesOfNode(result: ScoringResult, node: number): Float64Array {
  const changed = changedRows.get(result);
  if (changed === undefined) return rowOf(result.values, node, result.units.length);
  return changed.values.get(node) ?? rowOf(changed.committed.values, node, result.units.length);
}

/** The same of `contributions`; null: those of the node were not asked for. */
export function contributionsOfNode(result: ScoringResult, node: number): Float64Array | null {
  const changed = changedRows.get(result);
  if (changed === undefined) return rowOf(result.contributions, node, result.units.length);
  return changed.contributions.get(node) ?? null;
}

function rowOf(matrix: Float64Array, node: number, unitCount: number): Float64Array {
  return matrix.subarray(node * unitCount, (node + 1) * unitCount);
}

function rowsByNode(
  nodes: Int32Array,
  rows: Float64Array,
  unitCount: number,
): ReadonlyMap<number, Float64Array> {
  return new Map([...nodes].map((node, row) => [node, rowOf(rows, row, unitCount)]));
}

function rowsOf(matrix: Float64Array, nodes: Int32Array, unitCount: number): Float64Array {
  const rows = new Float64Array(nodes.length * unitCount);
  nodes.forEach((node, row) => rows.set(rowOf(matrix, node, unitCount), row * unitCount));
  return rows;
}

function withRows(
  matrix: Float64Array,
  nodes: Int32Array,
  rows: Float64Array,
  unitCount: number,
): Float64Array {
  nodes.forEach((node, row) => matrix.set(rowOf(rows, row, unitCount), node * unitCount));
  return matrix;
}

function dependsOnWeights({ kind }: ScoringNote): boolean {
  return kind === 'below-availability';
}
