import { useMemo } from 'react';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import { viewResult } from '../../../../shared/model/result-view.ts';
import { useScores } from '../../../stores/score-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';

/** The unit that the panels of one unit show: the selected one, else the first in rank. null: none has a rank. */
export function useRobustUnit(): UnitCode | null {
  const selected = useSelection((state) => state.unit);
  const committed = useScores((state) => state.committed);
  const first = useMemo(
    () => (committed === null ? null : (viewResult(committed).ranked[0] ?? null)),
    [committed],
  );
  return selected ?? first;
}
