import type { StoreApi } from 'zustand';
import { useWorkbook } from './workbook-store.ts';

/** Begins a store anew with every other workbook: scenarios and nodes of one may bear the names of another's. */
export function forgetWithWorkbook<State>(
  store: Pick<StoreApi<State>, 'getInitialState' | 'setState'>,
): void {
  useWorkbook.subscribe((state, before) => {
    if (state.opening !== before.opening) store.setState(store.getInitialState(), true);
  });
}
