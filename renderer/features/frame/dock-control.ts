import type { DockviewApi, DockviewGroupPanel } from 'dockview-react';
import type { Dock } from '../../stores/dock-store.ts';

/** The dock as the rest of the interface sees it. */
export function controlDock(api: DockviewApi): Dock {
  const groupsOf = (panels: readonly string[]): DockviewGroupPanel[] => [
    ...new Set(panels.flatMap((panel) => api.getPanel(panel)?.group ?? [])),
  ];
  return {
    showPanel(panel) {
      const found = api.getPanel(panel);
      found?.group.api.setVisible(true);
      found?.api.setActive();
      return found !== undefined;
    },
    togglePanels(panels) {
      const groups = groupsOf(panels);
      const anyVisible = groups.some((group) => group.api.isVisible);
      for (const group of groups) group.api.setVisible(!anyVisible);
    },
    toggleMaximised() {
      const { activePanel } = api;
      if (api.hasMaximizedGroup()) api.exitMaximizedGroup();
      else if (activePanel !== undefined) api.maximizeGroup(activePanel);
    },
    focusNextGroup(step) {
      const groups = api.groups.filter((group) => group.api.isVisible);
      const at = api.activeGroup === undefined ? -1 : groups.indexOf(api.activeGroup);
      const next = groups[(at + step + groups.length) % groups.length];
      if (next === undefined) return;
      next.activePanel?.api.setActive();
      next.element.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    },
  };
}

/** The first thing inside a panel that takes the focus; its header comes after its content. */
const FOCUSABLE =
  '.dv-content-container :is([tabindex="0"], button, input, select, textarea, a[href])';
