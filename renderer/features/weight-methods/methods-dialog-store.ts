import { create } from 'zustand';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { forgetWithWorkbook } from '../../stores/forget-with-workbook.ts';

/** The parent whose children's weights are proposed; null: the dialog is closed. */
export const useMethodsDialog = create<{ parent: NodeCode | null }>(() => ({ parent: null }));
forgetWithWorkbook(useMethodsDialog);

export function proposeWeightsFor(parent: NodeCode): void {
  useMethodsDialog.setState({ parent });
}

export function closeMethodsDialog(): void {
  useMethodsDialog.setState({ parent: null });
}
