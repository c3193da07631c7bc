import type { UnitCode } from '../../../shared/model/ids.ts';
import { useDock } from '../../stores/dock-store.ts';
import { openDrawer, showView, useLayout } from '../../stores/layout-store.ts';
import { compareUnits } from '../../stores/selection-store.ts';
import { leaveRankingFullScreen } from './full-screen.ts';
import { drawerPanels, viewById } from '../frame/views.ts';

const COMPARISON = 'comparison';

/** Asks why the one unit stands above the other, and shows the answer wherever it is. */
export function askWhy(unit: UnitCode, rival: UnitCode): void {
  compareUnits(unit, rival);
  leaveRankingFullScreen();
  const { size, view } = useLayout.getState();
  if (size === 'narrow') {
    const definition = viewById(view);
    const holds = definition !== undefined && drawerPanels(definition).includes(COMPARISON);
    if (!holds) showView('ranking');
    openDrawer(COMPARISON);
    return;
  }
  // In a view without the panel the question leads to the view that has it.
  if (useDock.getState().dock?.showPanel(COMPARISON) !== true) showView('ranking');
}
