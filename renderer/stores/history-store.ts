import { create } from 'zustand';
import type { HistoryEntry } from '../../shared/contract/history-operations.ts';
import { callHost } from './host-connection.ts';
import { changeWorkbook } from './workbook-store.ts';

interface HistoryState {
  /** What undo and redo would do now; null: nothing. */
  undo: HistoryEntry | null;
  redo: HistoryEntry | null;
}

export const useHistory = create<HistoryState>(() => ({ undo: null, redo: null }));

export function clearHistory(): void {
  useHistory.setState(useHistory.getInitialState());
}

export async function refreshHistory(): Promise<void> {
  const { undo, redo } = await callHost('history.list', { limit: 1, before: null });
  useHistory.setState({ undo, redo });
}

export async function undo(): Promise<void> {
  await changeWorkbook('history.undo', {});
}

export async function redo(): Promise<void> {
  await changeWorkbook('history.redo', {});
}
