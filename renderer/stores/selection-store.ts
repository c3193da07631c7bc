import { create } from 'zustand';
import { BASELINE, type NodeCode, type ScenarioId, type UnitCode } from '../../shared/model/ids.ts';

interface SelectionState {
  scenario: ScenarioId;
  unit: UnitCode | null;
  /** An indicator, or any other node of the framework. With a unit and an indicator, a cell is selected. */
  node: NodeCode | null;
}

/** One selection, shared by all panels: select anywhere, see it everywhere. */
export const useSelection = create<SelectionState>(() => ({
  scenario: BASELINE,
  unit: null,
  node: null,
}));

export function selectUnit(unit: UnitCode | null): void {
  useSelection.setState({ unit });
}

export function selectNode(node: NodeCode | null): void {
  useSelection.setState({ node });
}

export function selectCell(unit: UnitCode, indicator: NodeCode): void {
  useSelection.setState({ unit, node: indicator });
}

export function selectScenario(scenario: ScenarioId): void {
  useSelection.setState({ scenario });
}

/** Another workbook: nothing of the old selection means anything. */
export function clearSelection(): void {
  useSelection.setState({ scenario: BASELINE, unit: null, node: null });
}
