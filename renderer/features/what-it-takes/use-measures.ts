import { useMemo } from 'react';
import type { IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { formatValueWithUnit } from '../../../shared/text/units-of-measure.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** Prints values of an indicator with the unit in which this workbook measures it. */
export function useMeasures(): (
  indicator: NodeCode,
  definition: IndicatorDefinition,
  value: number,
) => string {
  const language = useLanguage();
  const series = useWorkbook((state) => state.series);
  return useMemo(() => {
    const measures = new Map(series.map((each) => [each.indicator, each.unitOfMeasure]));
    return (indicator, definition, value) =>
      formatValueWithUnit(
        language,
        definition.type,
        value,
        measures.get(indicator) ?? definition.unitOfMeasure,
      );
  }, [language, series]);
}
