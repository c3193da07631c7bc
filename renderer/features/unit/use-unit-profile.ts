import { useMemo } from 'react';
import { CELL_STATE } from '../../../shared/model/cell-state.ts';
import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { type ResultView, viewResult } from '../../../shared/model/result-view.ts';
import { type UnitProfile, unitProfile } from '../../../shared/model/unit-profile.ts';
import { useCells } from '../../stores/cell-store.ts';
import { useCalmScores } from '../../stores/calm-scores.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

export interface ShownProfile {
  readonly view: ResultView;
  readonly position: number;
  readonly profile: UnitProfile;
}

/** Profile of a unit in the scores on screen; null: not read yet, or the unit is excluded. */
export function useUnitProfile(unit: UnitCode | null): ShownProfile | null {
  const result = useCalmScores();
  const index = useWorkbook((state) => state.index);
  const grid = useCells((state) => state.grid);
  const view = useMemo(() => (result === null ? null : viewResult(result)), [result]);
  return useMemo(() => {
    if (view === null || index === null || grid === null || unit === null) return null;
    const position = view.unitPosition(unit);
    if (position < 0) return null;
    return { view, position, profile: unitProfile(index, view, unit, hasValueIn(grid, unit)) };
  }, [view, index, grid, unit]);
}

function hasValueIn(grid: CellGrid, unit: UnitCode): (indicator: NodeCode) => boolean {
  const row = grid.units.indexOf(unit);
  return (indicator) => {
    const column = grid.indicators.indexOf(indicator);
    if (row < 0 || column < 0) return false;
    const state = grid.states[row * grid.indicators.length + column] ?? 0;
    return (state & CELL_STATE.present) !== 0;
  };
}

/** The unit to show: the selected one, else the first of the ranking, so that the panel is never empty without need. */
export function useShownUnit(selected: UnitCode | null): UnitCode | null {
  const result = useCalmScores();
  return useMemo(() => {
    if (selected !== null || result === null) return selected;
    const view = viewResult(result);
    return view.ranked[0] ?? view.notRanked[0] ?? null;
  }, [selected, result]);
}
