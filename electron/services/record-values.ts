import type { CellEdit } from '../../shared/contract/evidence-operations.ts';
import type { z } from 'zod';
import { ObservationId, type NodeCode } from '../../shared/model/ids.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  findAdopted,
  insertObservation,
  nextObservationNumber,
  observationRow,
  setAdopted,
  type CellKey,
} from '../store/repositories/observations.ts';
import { readWorkbookRow } from '../store/repositories/workbook-row.ts';
import { cellKeyOf, indicatorOf, seriesOf } from './workbook-model.ts';

/**
 * Puts values into cells of `baseline`: each becomes an observation of the analyst that is adopted, and the one before
 * stays as candidate. null only empties the cell. A cell that has the value already is left alone.
 */
export function recordValues(
  workbook: OpenWorkbook,
  writer: RowWriter,
  edits: readonly z.infer<typeof CellEdit>[],
  { note, recordedAt, ids }: { note: string; recordedAt: string; ids: () => string },
): void {
  const { author } = readWorkbookRow(workbook.reader);
  let number = nextObservationNumber(workbook.reader);
  for (const { unit, indicator, value } of edits) {
    const cell = cellKeyOf(workbook, unit, indicator);
    const adopted = findAdopted(workbook.reader, cell);
    if ((adopted?.value ?? null) === value) continue;
    if (adopted !== null) setAdopted(writer, adopted.number, false);
    if (value === null) continue;
    const observation: Observation = {
      id: ObservationId.parse(ids()),
      unit,
      indicator,
      evidenceOnly: false,
      value,
      ...measureOf(workbook, indicator, adopted),
      asOf: '',
      confidence: 'medium',
      rejectedReason: null,
      model: null,
      note,
      source: null,
      author,
      recordedAt,
    };
    insertObservation(
      writer,
      observationRow(observation, { ...cell, number, source: null, adopted: true }),
    );
    number += 1;
  }
}

/**
 * What a typed value measures: the same as the value it replaces, else what the workbook's series for the indicator
 * measures, else the indicator as defined.
 */
function measureOf(
  workbook: OpenWorkbook,
  indicator: NodeCode,
  replaced: { readonly unitOfMeasure: string; readonly fit: Observation['fit'] } | null,
): Pick<Observation, 'unitOfMeasure' | 'fit'> {
  if (replaced !== null) return { unitOfMeasure: replaced.unitOfMeasure, fit: replaced.fit };
  const series = seriesOf(workbook).find((each) => each.indicator === indicator);
  const { definition } = indicatorOf(workbook, indicator);
  return {
    unitOfMeasure: series?.unitOfMeasure ?? definition.unitOfMeasure,
    fit: series?.fit === 'proxy' ? 'proxy' : 'exact',
  };
}

/** Nothing fills the cell any more; the observation that did stays as candidate. */
export function releaseCell(workbook: OpenWorkbook, writer: RowWriter, cell: CellKey): void {
  const adopted = findAdopted(workbook.reader, cell);
  if (adopted !== null) setAdopted(writer, adopted.number, false);
}
