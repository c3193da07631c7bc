import type { NodeCode, UnitCode } from './ids.ts';
import type { ScoringResult } from './result.ts';

/** A scoring result, ready for reading by code. */
export interface ResultView {
  readonly result: ScoringResult;
  /** Position in `result.units`; −1: the unit is not in the result. */
  unitPosition(unit: UnitCode): number;
  /** Position in `result.nodes`; −1: the node is not in the result. */
  nodePosition(node: NodeCode): number;
  /** Normalised value of an indicator, score of an aggregate; NaN = missing or not in the result. */
  value(node: NodeCode, unit: UnitCode): number;
  /** What the node adds to the unit's score; NaN where contributions do not exist. */
  contribution(node: NodeCode, unit: UnitCode): number;
  /** In order of rank; tied units in the order of the result. */
  readonly ranked: readonly UnitCode[];
  /** Scored or not, but without a rank; by coverage, the highest first. */
  readonly notRanked: readonly UnitCode[];
}

export function viewResult(result: ScoringResult): ResultView {
  const unitPositions = positionsIn(result.units);
  const nodePositions = positionsIn(result.nodes);
  const unitPosition = (unit: UnitCode) => unitPositions.get(unit) ?? -1;
  const nodePosition = (node: NodeCode) => nodePositions.get(node) ?? -1;

  const read = (matrix: Float64Array, node: NodeCode, unit: UnitCode): number => {
    const [row, column] = [nodePosition(node), unitPosition(unit)];
    return row < 0 || column < 0 ? NaN : (matrix[row * result.units.length + column] ?? NaN);
  };
  const positions = result.units.map((_, at) => at);
  const inOrder = (ranked: boolean, compare: (a: number, b: number) => number) =>
    positions
      .filter((at) => (result.rank[at] ?? 0) > 0 === ranked)
      .sort(compare)
      .flatMap((at) => result.units[at] ?? []);

  return {
    result,
    unitPosition,
    nodePosition,
    value: (node, unit) => read(result.values, node, unit),
    contribution: (node, unit) => read(result.contributions, node, unit),
    ranked: inOrder(true, (a, b) => (result.rank[a] ?? 0) - (result.rank[b] ?? 0)),
    notRanked: inOrder(false, (a, b) => (result.coverage[b] ?? 0) - (result.coverage[a] ?? 0)),
  };
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The previews of a drag share their lists of codes: one map serves them all. */
function positionsIn(codes: readonly string[]): ReadonlyMap<string, number> {
  let positions = known.get(codes);
  if (positions === undefined) {
    positions = new Map(codes.map((code, position) => [code, position]));
    known.set(codes, positions);
  }
  return positions;
}
