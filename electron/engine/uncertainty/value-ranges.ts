import { AppError } from '../../../shared/contract/errors.ts';
import type { Confidence } from '../../../shared/model/observation.ts';
import type { ValueUncertainty } from '../../../shared/model/uncertainty.ts';
import type { ScoringRequest } from '../score.ts';

/** Where the truth of every cell may lie: same shape as the request's values; low = high: it is exact. */
export interface ValueRanges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Ranges by confidence grade, replaced where a cell has one of its own. A boolean is yes or no whatever its grade: only a
 * range of its own makes it uncertain. Gaps stay gaps.
 *
 * @param confidence grade of a cell of the request's values, null where it has none.
 * @throws AppError `E_INPUT` for a range of a cell that does not exist.
 */
export function valueRanges(
  { framework, units, values }: Pick<ScoringRequest, 'framework' | 'units' | 'values'>,
  { byConfidence, cells }: ValueUncertainty,
  confidence: (at: number) => Confidence | null,
): ValueRanges {
  const leaves = framework.nodes.filter((node) => node.indicator !== null);
  const low = values.slice();
  const high = values.slice();
  for (let at = 0; at < values.length; at++) {
    const grade = confidence(at);
    const isBoolean = leaves[Math.floor(at / units.length)].indicator?.type === 'boolean';
    if (grade === null || isBoolean) continue;
    const half = Math.abs(values[at]) * byConfidence[grade];
    low[at] = values[at] - half;
    high[at] = values[at] + half;
  }
  const columnOf = new Map(units.map((unit, column) => [unit.code, column]));
  const rowOf = new Map(leaves.map((leaf, row) => [leaf.code, row]));
  for (const cell of cells) {
    const row = rowOf.get(cell.indicator);
    const column = columnOf.get(cell.unit);
    if (row === undefined || column === undefined) {
      throw new AppError(
        'E_INPUT',
        `There is no cell ${cell.indicator} of ${cell.unit} that could have a range.`,
        { reason: 'unknown-cell', unit: cell.unit, node: cell.indicator },
      );
    }
    const at = row * units.length + column;
    if (Number.isNaN(values[at])) continue;
    low[at] = cell.low;
    high[at] = cell.high;
  }
  return { low, high };
}
