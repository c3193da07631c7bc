import { useMemo } from 'react';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import { overrideInWords } from '../../../shared/text/override-in-words.ts';
import { siblingShare } from '../../../shared/weights/sibling-share.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useCells } from '../../stores/cell-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/**
 * Puts overrides of the selected scenario into words, against `baseline`; null: not everything that it needs is read.
 *
 * @param baselineMethod method in force in `baseline`
 */
export function useOverrideWords(
  baselineMethod: Method | null,
): ((override: Override) => string[]) | null {
  const index = useWorkbook((state) => state.index);
  const series = useWorkbook((state) => state.series);
  const grid = useCells((state) => state.grid);
  const weights = useScenarios((state) => state.weights);
  const baselineWeights = useScenarios((state) => state.baselineWeights);
  const names = useWorkbookNames();
  return useMemo(() => {
    if (index === null || grid === null || baselineMethod === null) {
      return null;
    }
    const rowOf = new Map(grid.units.map((unit, at) => [unit, at]));
    const columnOf = new Map(grid.indicators.map((indicator, at) => [indicator, at]));
    const measures = new Map(series.map((each) => [each.indicator, each.unitOfMeasure]));
    const definitionOf = (code: NodeCode) => index.byCode.get(code)?.indicator ?? null;
    const context = {
      names,
      shareBefore: (node: NodeCode) => siblingShare(node, index, baselineWeights),
      shareAfter: (node: NodeCode) => siblingShare(node, index, weights),
      methodBefore: baselineMethod,
      valueBefore: (unit: (typeof grid.units)[number], indicator: NodeCode) =>
        grid.baselineValues[
          (rowOf.get(unit) ?? NaN) * grid.indicators.length + (columnOf.get(indicator) ?? NaN)
        ] ?? NaN,
      indicatorType: (code: NodeCode) => definitionOf(code)?.type ?? ('score' as const),
      unitOfMeasure: (code: NodeCode) =>
        measures.get(code) ?? definitionOf(code)?.unitOfMeasure ?? '',
    };
    return (override) => overrideInWords(override, context);
  }, [index, series, grid, weights, baselineWeights, baselineMethod, names]);
}
