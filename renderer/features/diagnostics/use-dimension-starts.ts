import { useMemo } from 'react';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** Places in a list of indicators at which another dimension begins. */
export function useDimensionStarts(indicators: readonly NodeCode[]): ReadonlySet<number> {
  const index = useWorkbook((state) => state.index);
  return useMemo(() => {
    const dimensionOf = (at: number) => {
      const code = indicators[at];
      return code === undefined ? -1 : (index?.dimensionOf.get(code) ?? -1);
    };
    return new Set(
      indicators
        .map((_, at) => at)
        .filter((at) => at > 0 && dimensionOf(at) !== dimensionOf(at - 1)),
    );
  }, [index, indicators]);
}
