import type { ViewId } from '../../../shared/model/view-id.ts';
import { useDock } from '../../stores/dock-store.ts';
import { openDrawer, showView, useLayout } from '../../stores/layout-store.ts';
import type { PanelId } from './panels.tsx';
import { drawerPanels, viewById } from './views.ts';

/** Shows a panel where it stands in this view, in a narrow window in its drawer; a view without it gives way to `home`. */
export function revealPanel(panel: PanelId, home: ViewId): void {
  const { view, size } = useLayout.getState();
  if (size === 'narrow') {
    const shown = viewById(view);
    if (shown === undefined || !drawerPanels(shown).includes(panel)) showView(home);
    openDrawer(panel);
    return;
  }
  if (useDock.getState().dock?.showPanel(panel) === true) return;
  showView(home);
  // The dock has the panels of another view only after that was drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => useDock.getState().dock?.showPanel(panel)),
  );
}
