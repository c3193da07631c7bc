import { create } from 'zustand';
import { BASELINE, type NodeCode, type ScenarioId, type UnitCode } from '../../shared/model/ids.ts';

interface SelectionState {
  scenario: ScenarioId;
  unit: UnitCode | null;
  /** An indicator, or any other node of the framework. With a unit and an indicator, a cell is selected. */
  node: NodeCode | null;
  /** The unit that the selected one is compared with; null: nobody was chosen. */
  rival: UnitCode | null;
}

/** One selection, shared by all panels: select anywhere, see it everywhere. */
export const useSelection = create<SelectionState>(() => ({
  scenario: BASELINE,
  unit: null,
  node: null,
  rival: null,
}));

export function selectUnit(unit: UnitCode | null): void {
  useSelection.setState((before) => ({ unit, rival: rivalAfter(before, unit) }));
}

/** Of the two that are compared either may be selected; with a third one the comparison is over. */
function rivalAfter({ unit, rival }: SelectionState, next: UnitCode | null): UnitCode | null {
  if (next === unit) return rival;
  return next === rival ? unit : null;
}

export function selectNode(node: NodeCode | null): void {
  useSelection.setState({ node });
}

export function selectCell(unit: UnitCode, indicator: NodeCode): void {
  useSelection.setState((before) => ({
    unit,
    node: indicator,
    rival: rivalAfter(before, unit),
  }));
}

/** Sets two units against each other: the question is why the one stands above the other. */
export function compareUnits(unit: UnitCode, rival: UnitCode | null): void {
  useSelection.setState({ unit, rival: rival === unit ? null : rival });
}

export function selectScenario(scenario: ScenarioId): void {
  useSelection.setState({ scenario });
}

/** Another workbook: nothing of the old selection means anything. */
export function clearSelection(): void {
  useSelection.setState({ scenario: BASELINE, unit: null, node: null, rival: null });
}
