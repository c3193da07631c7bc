import { create } from 'zustand';
import { forgetWithWorkbook } from '../../stores/forget-with-workbook.ts';

/** Whether the named weight sets are shown; a command opens them from anywhere. */
export const useWeightSetsDialog = create<{ open: boolean }>(() => ({ open: false }));
forgetWithWorkbook(useWeightSetsDialog);

export function openWeightSets(): void {
  useWeightSetsDialog.setState({ open: true });
}

export function closeWeightSets(): void {
  useWeightSetsDialog.setState({ open: false });
}
