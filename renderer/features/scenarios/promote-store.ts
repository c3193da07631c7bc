import { create } from 'zustand';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { forgetWithWorkbook } from '../../stores/forget-with-workbook.ts';

/** The scenario that is asked about; null: the dialog is closed. */
export const usePromote = create<{ scenario: ScenarioId | null }>(() => ({ scenario: null }));
forgetWithWorkbook(usePromote);

export function openPromote(scenario: ScenarioId): void {
  usePromote.setState({ scenario });
}

export function closePromote(): void {
  usePromote.setState({ scenario: null });
}
