import type { NodeCode, ObservationId, SourceId, UnitCode } from '../../../shared/model/ids.ts';
import type { Adoption, Observation } from '../../../shared/model/observation.ts';
import { parsePeriod } from '../../../shared/model/time-window.ts';
import type { Row } from '../../oplog/row-change.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import type { Reader } from '../reader.ts';

/** A cell by the row numbers of its unit and its indicator. */
export interface CellKey {
  readonly unit: number;
  readonly indicator: number;
}

/** An observation with the facts that its row adds: where it stands and whether it fills its cell. */
export interface StoredObservation {
  readonly number: number;
  readonly adopted: boolean;
  readonly observation: Observation;
}

type ObservationRow = readonly [
  number: number,
  id: ObservationId,
  unit: UnitCode,
  indicator: NodeCode,
  value: number,
  adopted: 0 | 1,
  evidenceOnly: 0 | 1,
  rejectedReason: string | null,
  unitOfMeasure: string,
  asOf: string,
  fit: Observation['fit'],
  confidence: Observation['confidence'],
  model: string | null,
  note: string,
  source: SourceId | null,
  author: string | null,
  recordedAt: string,
];

const SELECT = `
  SELECT o.number, o.id, unit.code, node.code, o.value, o.adopted, o.evidence_only, o.rejected_reason,
         o.unit_of_measure, o.as_of, o.fit, o.confidence, o.model, o.note, source.id, o.author, o.recorded_at
  FROM observation AS o
  JOIN unit ON unit.number = o.unit
  JOIN node ON node.number = o.indicator
  LEFT JOIN source ON source.number = o.source`;

/** All of them, in the order in which they entered the workbook. */
export function* iterateObservations(reader: Reader): Generator<StoredObservation> {
  for (const row of reader.iterate<ObservationRow>(`${SELECT} ORDER BY o.number`)) {
    yield toStored(row);
  }
}

export function readObservationsOfCell(reader: Reader, cell: CellKey): StoredObservation[] {
  const rows = reader.iterate<ObservationRow>(
    `${SELECT} WHERE o.indicator = ? AND o.unit = ? ORDER BY o.number`,
    cell.indicator,
    cell.unit,
  );
  return [...rows].map(toStored);
}

/** Those that fill a cell, in the order in which they entered the workbook. */
export function* iterateAdopted(reader: Reader): Generator<Observation> {
  for (const row of reader.iterate<ObservationRow>(
    `${SELECT} WHERE o.adopted = 1 ORDER BY o.number`,
  )) {
    yield toStored(row).observation;
  }
}

export function findObservation(reader: Reader, id: ObservationId): StoredObservation | null {
  const [row] = reader.iterate<ObservationRow>(`${SELECT} WHERE o.id = ?`, id);
  return row === undefined ? null : toStored(row);
}

/** The observation that fills a cell, as far as what may replace it needs to know. */
export interface AdoptedValue {
  readonly number: number;
  readonly value: number;
  readonly unitOfMeasure: string;
  readonly fit: Observation['fit'];
}

/** null: nothing fills the cell. */
export function findAdopted(reader: Reader, cell: CellKey): AdoptedValue | null {
  return (
    reader.row<AdoptedValue>(
      `SELECT number, value, unit_of_measure AS unitOfMeasure, fit FROM observation
       WHERE indicator = ? AND unit = ? AND adopted = 1`,
      cell.indicator,
      cell.unit,
    ) ?? null
  );
}

export function nextObservationNumber(reader: Reader): number {
  const last = reader.row<{ number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM observation',
  );
  return (last?.number ?? 0) + 1;
}

export function insertObservation(writer: Pick<RowWriter, 'insert'>, row: Row): void {
  writer.insert('observation', row);
}

export function setAdopted(writer: RowWriter, number: number, adopted: boolean): void {
  writer.update('observation', { number }, { adopted: adopted ? 1 : 0 });
}

export function setRejected(writer: RowWriter, number: number, reason: string | null): void {
  writer.update('observation', { number }, { rejected_reason: reason });
}

export function observationRow(
  observation: Observation,
  place: CellKey & {
    readonly number: number;
    readonly source: number | null;
    readonly adopted: boolean;
  },
): Row {
  const period = parsePeriod(observation.asOf);
  return {
    number: place.number,
    id: observation.id,
    unit: place.unit,
    indicator: place.indicator,
    value: observation.value,
    adopted: place.adopted ? 1 : 0,
    evidence_only: observation.evidenceOnly ? 1 : 0,
    rejected_reason: observation.rejectedReason,
    unit_of_measure: observation.unitOfMeasure,
    as_of: observation.asOf,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    fit: observation.fit,
    confidence: observation.confidence,
    model: observation.model,
    note: observation.note,
    source: place.source,
    author: observation.author,
    recorded_at: observation.recordedAt,
  };
}

export function toAdoption(stored: StoredObservation): Adoption {
  const { unit, indicator, id } = stored.observation;
  return { unit, indicator, observation: id };
}

function toStored(row: ObservationRow): StoredObservation {
  const [
    number,
    id,
    unit,
    indicator,
    value,
    adopted,
    evidenceOnly,
    rejectedReason,
    unitOfMeasure,
    asOf,
    fit,
    confidence,
    model,
    note,
    source,
    author,
    recordedAt,
  ] = row;
  return {
    number,
    adopted: adopted === 1,
    observation: {
      id,
      unit,
      indicator,
      evidenceOnly: evidenceOnly === 1,
      value,
      unitOfMeasure,
      asOf,
      fit,
      confidence,
      rejectedReason,
      model,
      note,
      source,
      author,
      recordedAt,
    },
  };
}
