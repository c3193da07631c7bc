import { AppError } from '../../shared/contract/errors.ts';
import type { CellEdit } from '../../shared/contract/evidence-operations.ts';
import type { ScenarioId } from '../../shared/model/ids.ts';
import { type PendingCells, refreshCells, useCells } from './cell-store.ts';
import { useSelection } from './selection-store.ts';
import { storesFollowed } from './synchronise.ts';
import { changeWorkbook, refreshWorkbook } from './workbook-store.ts';

/** Edits go one after the other, so that each is based on the revision that the one before it made. */
let lastEdit: Promise<void> = Promise.resolve();

/**
 * Writes values into cells of the selected scenario as one act. The cells show them at once, marked as pending; when the
 * host refuses, they show again what is in force and `refused` says why.
 */
export function editCells(edits: readonly CellEdit[], note: string): Promise<void> {
  const { scenario } = useSelection.getState();
  useCells.setState(({ pending }) => ({ pending: withEdits(pending, edits), refused: null }));
  lastEdit = lastEdit.then(() => write(scenario, edits, note));
  return lastEdit;
}

/** Resolves when no edit is on its way any more: what undo then takes back is the last thing the analyst did. */
export function editsWritten(): Promise<void> {
  return lastEdit;
}

export function editsAreOnTheirWay(): boolean {
  return useCells.getState().pending.size > 0;
}

async function write(
  scenario: ScenarioId,
  edits: readonly CellEdit[],
  note: string,
): Promise<void> {
  try {
    await changeWorkbook('cells.edit', { scenario, edits: [...edits], note });
    await storesFollowed();
  } catch (error) {
    useCells.setState({ refused: { scenario, edits, note, error } });
    if (error instanceof AppError && error.code === 'E_CONFLICT') {
      await Promise.all([refreshWorkbook([]), refreshCells()]).catch((failure: unknown) =>
        console.warn(failure),
      );
    }
  } finally {
    useCells.setState(({ pending }) => ({ pending: withoutEdits(pending, edits) }));
  }
}

/** Tries a refused edit again, on what is in force now. */
export function retryRefused(): void {
  const { refused } = useCells.getState();
  if (refused !== null) void editCells(refused.edits, refused.note);
}

export function dismissRefused(): void {
  useCells.setState({ refused: null });
}

function withEdits(pending: PendingCells, edits: readonly CellEdit[]): PendingCells {
  const next = new Map(pending);
  for (const { unit, indicator, value } of edits) {
    next.set(unit, new Map(next.get(unit)).set(indicator, value));
  }
  return next;
}

/** A cell that was edited again meanwhile goes on showing the newer value. */
function withoutEdits(pending: PendingCells, edits: readonly CellEdit[]): PendingCells {
  const next = new Map(pending);
  for (const { unit, indicator, value } of edits) {
    const cells = new Map(next.get(unit));
    if (cells.get(indicator) === value) cells.delete(indicator);
    if (cells.size === 0) next.delete(unit);
    else next.set(unit, cells);
  }
  return next;
}
