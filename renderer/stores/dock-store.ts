import { create } from 'zustand';

/** What the rest of the interface may ask of the dock, which keeps its library to itself. */
export interface Dock {
  /** Makes the panel the visible one of its group; false: it is not in the view. */
  showPanel(panel: string): boolean;
  /** Hides or shows the groups that hold these panels. */
  togglePanels(panels: readonly string[]): void;
  /** Gives the active panel the whole dock, or its place again. */
  toggleMaximised(): void;
  /** Moves the focus to the next or previous group. */
  focusNextGroup(step: 1 | -1): void;
}

interface DockState {
  dock: Dock | null;
}

export const useDock = create<DockState>(() => ({ dock: null }));
