import { useMemo } from 'react';
import { compareUnits, type UnitComparison } from '../../../shared/model/compare-units.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { type ResultView, viewResult } from '../../../shared/model/result-view.ts';
import { useCalmScores } from '../../stores/calm-scores.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** The scores on screen, ready for reading by code. null: not read yet. */
export function useResultView(): ResultView | null {
  const result = useCalmScores();
  return useMemo(() => (result === null ? null : viewResult(result)), [result]);
}

/** The unit to explain: the selected one, or the first in rank. */
export function unitToExplain(view: ResultView, selected: UnitCode | null): UnitCode | null {
  if (selected !== null && view.unitPosition(selected) >= 0) return selected;
  return view.ranked[0] ?? null;
}

/** With whom a unit is compared when nobody was chosen: the one above it, for the first the one below. */
export function neighbourInRank(view: ResultView, unit: UnitCode): UnitCode | null {
  const at = view.ranked.indexOf(unit);
  if (at < 0) return null;
  return view.ranked[at === 0 ? 1 : at - 1] ?? null;
}

/** Why the better ranked of the two stands above the other. */
export function useComparison(
  view: ResultView,
  unit: UnitCode,
  other: UnitCode,
): UnitComparison | null {
  const index = useWorkbook((state) => state.index);
  return useMemo(() => {
    if (index === null) return null;
    const [first, second] = [view.ranked.indexOf(unit), view.ranked.indexOf(other)];
    if (first < 0 || second < 0 || first === second) return null;
    return first < second
      ? compareUnits(index, view, unit, other)
      : compareUnits(index, view, other, unit);
  }, [index, view, unit, other]);
}
