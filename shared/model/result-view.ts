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
  const unitPositions = new Map(result.units.map((unit, position) => [unit, position]));
  const nodePositions = new Map(result.nodes.map((node, position) => [node, position]));
  const unitPosition = (unit: UnitCode) => unitPositions.get(unit) ?? -1;
  const nodePosition = (node: NodeCode) => nodePositions.get(node) ?? -1;

  const read = (matrix: Float64Array, node: NodeCode, unit: UnitCode): number => {
    const [row, column] = [nodePosition(node), unitPosition(unit)];
    return row < 0 || column < 0 ? NaN : (matrix[row * result.units.length + column] ?? NaN);
  };
  const rankOf = (unit: UnitCode) => result.rank[unitPosition(unit)] ?? 0;
  const coverageOf = (unit: UnitCode) => result.coverage[unitPosition(unit)] ?? 0;

  return {
    result,
    unitPosition,
    nodePosition,
    value: (node, unit) => read(result.values, node, unit),
    contribution: (node, unit) => read(result.contributions, node, unit),
    ranked: result.units
      .filter((unit) => rankOf(unit) > 0)
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
    notRanked: result.units
      .filter((unit) => rankOf(unit) === 0)
      .toSorted((a, b) => coverageOf(b) - coverageOf(a)),
  };
}
