import { create } from 'zustand';
import type { UnitCode } from '../../shared/model/ids.ts';

interface HoverState {
  unit: UnitCode | null;
}

/** The unit under the pointer, in whichever panel: shown by all that show units. */
export const useHover = create<HoverState>(() => ({ unit: null }));

export function hoverUnit(unit: UnitCode | null): void {
  if (useHover.getState().unit !== unit) useHover.setState({ unit });
}
