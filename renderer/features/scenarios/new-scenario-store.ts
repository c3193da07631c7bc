import { create } from 'zustand';
import { forgetWithWorkbook } from '../../stores/forget-with-workbook.ts';

/** Whether the dialog for a new scenario is open; a command opens it from anywhere. */
export const useNewScenario = create<{ open: boolean }>(() => ({ open: false }));
forgetWithWorkbook(useNewScenario);

export function openNewScenario(): void {
  useNewScenario.setState({ open: true });
}

export function closeNewScenario(): void {
  useNewScenario.setState({ open: false });
}
