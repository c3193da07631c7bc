import { create } from 'zustand';
import type { CellEdit, CellGrid } from '../../shared/contract/evidence-operations.ts';
import type { NodeCode, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import { callHost } from './host-connection.ts';
import { useSelection } from './selection-store.ts';

/** Values on their way to the host, by unit and indicator; null empties. */
export type PendingCells = ReadonlyMap<UnitCode, ReadonlyMap<NodeCode, number | null>>;

/** An edit that the host refused: nothing of it was written. */
export interface RefusedEdit {
  readonly scenario: ScenarioId;
  readonly edits: readonly CellEdit[];
  readonly note: string;
  readonly error: unknown;
}

interface CellState {
  /** All cells of the selected scenario; null: not read yet. */
  grid: CellGrid | null;
  error: unknown;
  pending: PendingCells;
  refused: RefusedEdit | null;
}

const empty: CellState = { grid: null, error: null, pending: new Map(), refused: null };

export const useCells = create<CellState>(() => empty);

export function clearCells(): void {
  useCells.setState(empty);
}

/** Reads the cells of the selected scenario. Answers for an older selection are dropped. */
export async function refreshCells(): Promise<void> {
  const { scenario } = useSelection.getState();
  try {
    const grid = await callHost('cells.grid', { scenario });
    if (useSelection.getState().scenario === scenario) useCells.setState({ grid, error: null });
  } catch (error) {
    if (useSelection.getState().scenario === scenario) useCells.setState({ error });
  }
}
