import type { UnitCode } from '../../../../shared/model/ids.ts';
import { useSelection } from '../../../stores/selection-store.ts';

/** The unit that the panels of one unit show: the selected one, else the first in the order given. null: there is none. */
export function useRobustUnit(inOrder: readonly UnitCode[]): UnitCode | null {
  const selected = useSelection((state) => state.unit);
  return selected ?? inOrder[0] ?? null;
}
