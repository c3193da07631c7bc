import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { showView } from '../../stores/layout-store.ts';
import { selectCell, selectNode } from '../../stores/selection-store.ts';

/** Shows the column of an indicator in the data, where its cells are. */
export function openColumn(indicator: NodeCode): void {
  selectNode(indicator);
  showView('data');
}

export function openCell(unit: UnitCode, indicator: NodeCode): void {
  selectCell(unit, indicator);
  showView('data');
}
