import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Series } from '../../../shared/model/observation.ts';
import type { Row } from '../../oplog/row-change.ts';
import type { Reader } from '../reader.ts';

/** In the framework's order. */
export function readSeries(reader: Reader): Series[] {
  return reader
    .rows<{
      indicator: NodeCode;
      measured_as_zh: string;
      measured_as_en: string;
      unit_of_measure: string;
      fit: Series['fit'];
      reason: string;
    }>(
      `SELECT node.code AS indicator, measured_as_zh, measured_as_en, unit_of_measure, fit, reason
       FROM series JOIN node ON node.number = series.indicator ORDER BY node.position`,
    )
    .map((row) => ({
      indicator: row.indicator,
      measuredAs: { zh: row.measured_as_zh, en: row.measured_as_en },
      unitOfMeasure: row.unit_of_measure,
      fit: row.fit,
      reason: row.reason,
    }));
}

export function seriesRow(series: Series, indicator: number): Row {
  return {
    indicator,
    measured_as_zh: series.measuredAs.zh,
    measured_as_en: series.measuredAs.en,
    unit_of_measure: series.unitOfMeasure,
    fit: series.fit,
    reason: series.reason,
  };
}
