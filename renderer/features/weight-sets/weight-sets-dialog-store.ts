import { create } from 'zustand';

/** Whether the named weight sets are shown; a command opens them from anywhere. */
export const useWeightSetsDialog = create<{ open: boolean }>(() => ({ open: false }));

export function openWeightSets(): void {
  useWeightSetsDialog.setState({ open: true });
}

export function closeWeightSets(): void {
  useWeightSetsDialog.setState({ open: false });
}
