import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';

/** What an indicator or a dimension adds to the one unit's score more than to the other's. */
export interface DifferenceRow {
  readonly node: NodeCode;
  readonly difference: number;
  /** Rounded so that all rows sum to the difference of the printed scores. */
  readonly printed: number;
  readonly missingIn: UnitCode | null;
}

/** The differences by indicator or by dimension, the largest first. */
export function differenceRows(
  { differences, dimensions }: UnitComparison,
  level: 'indicator' | 'dimension',
): readonly DifferenceRow[] {
  if (level === 'indicator')
    return differences.map(({ indicator, ...row }) => ({ node: indicator, ...row }));
  return dimensions
    .map(({ dimension, difference, printed }) => ({
      node: dimension,
      difference,
      printed,
      missingIn: null,
    }))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** Sum of what is printed, in tenths, so that no rounding creeps in. */
export function sumAsPrinted(rows: readonly DifferenceRow[]): number {
  return rows.reduce((tenths, { printed }) => tenths + Math.round(printed * 10), 0) / 10;
}
