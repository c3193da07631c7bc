import { useEffect, useState } from 'react';
import type { WeightSet } from '../../../shared/model/weight-set.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** The sets of the workbook, read again after every act. null: not read yet. */
export function useWeightSets(): { sets: readonly WeightSet[] | null; error: unknown } {
  const revision = useWorkbook((state) => state.revision);
  const [read, setRead] = useState<{ sets: readonly WeightSet[] | null; error: unknown }>({
    sets: null,
    error: null,
  });
  useEffect(() => {
    let isOver = false;
    callHost('weightSets.list', {}).then(
      (sets) => {
        if (!isOver) setRead({ sets, error: null });
      },
      (error: unknown) => {
        if (!isOver) setRead({ sets: null, error });
      },
    );
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- every act may have changed the list
  }, [revision]);
  return read;
}
