import { CELL_STATE } from '../../shared/model/cell-state.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { timeWindow } from '../../shared/model/time-window.ts';
import type { Reader } from './reader.ts';
import type { CellKey } from './repositories/observations.ts';

/**
 * What the evidence says about every cell, without any scenario. Indicator-major: cell at [indicator × units.length +
 * unit], both by position.
 */
export interface CellTable {
  readonly units: readonly UnitCode[];
  readonly indicators: readonly NodeCode[];
  /** Adopted value; NaN = none. */
  readonly values: Float64Array;
  /** Sums of `CELL_STATE`. */
  readonly states: Uint8Array;
  /** Observations that may be adopted. */
  readonly candidateCounts: Uint16Array;
  /** Reads these cells again. */
  refresh(cells: readonly CellKey[]): void;
}

/** Reading a whole column costs about as much as reading so many of its cells one by one. */
const CELLS_WORTH_A_COLUMN = 64;

/** A state takes the low bits of a whole number, and what it belongs to the others. */
const STATE_FACTOR = 64;
const COUNT_FACTOR = 65_536;

/** The index `observation_candidate` holds all that is asked here, adopted ones apart from the others. */
const OF_CELLS = `
  FROM observation INDEXED BY observation_candidate
  WHERE evidence_only = 0 AND rejected_reason IS NULL
    AND indicator = :indicator AND unit BETWEEN :first AND :last`;

const VALUES = `SELECT value ${OF_CELLS} AND adopted = 1 ORDER BY unit`;

const PROXY = `(fit = 'proxy') * ${CELL_STATE.proxy}`;
const STRADDLING =
  '(:straddling_unknown AND period_start <= :latest_end AND period_end > :latest_end)';
const UNKNOWN = `(NOT :readable OR period_start IS NULL OR ${STRADDLING})`;
const FITTING =
  '(period_start >= :earliest_start AND period_end BETWEEN :earliest_end AND :latest_end)';

/**
 * Unit and state of every cell that is filled, as one whole number, so that a million of them is read quickly. The time
 * window is that of `judgePeriod`, in SQL.
 */
const STATES = `SELECT unit * ${STATE_FACTOR} + ${PROXY} ${OF_CELLS} AND adopted = 1 ORDER BY unit`;
const RULED_STATES = `
  SELECT unit * ${STATE_FACTOR} + ${PROXY} + CASE
    WHEN ${UNKNOWN} THEN ${CELL_STATE.timeUnknown}
    WHEN ${FITTING} THEN 0
    ELSE ${CELL_STATE.outOfTimeWindow} END
  ${OF_CELLS} AND adopted = 1 ORDER BY unit`;

/** Unit and count of the candidates that do not fill their cell, as one whole number. */
const OTHERS = `
  SELECT unit * ${COUNT_FACTOR} + min(count(*), ${COUNT_FACTOR - 2})
  ${OF_CELLS} AND adopted = 0 GROUP BY unit`;

/**
 * Units whose adopted value another candidate contradicts: another value in the same unit of measure for a time that is
 * not known to be another.
 */
const CONFLICTS = `
  SELECT unit FROM observation AS a INDEXED BY observation_candidate
  WHERE evidence_only = 0 AND rejected_reason IS NULL
    AND indicator = :indicator AND adopted = 1 AND unit BETWEEN :first AND :last
    AND EXISTS (
      SELECT 1 FROM observation AS c INDEXED BY observation_candidate
      WHERE c.evidence_only = 0 AND c.rejected_reason IS NULL
        AND c.indicator = a.indicator AND c.adopted = 0 AND c.unit = a.unit
        AND c.value <> a.value AND c.unit_of_measure = a.unit_of_measure
        AND (c.period_start IS NULL OR a.period_start IS NULL
          OR (c.period_start <= a.period_end AND a.period_start <= c.period_end)))`;

export interface CellTableIndicator {
  readonly code: NodeCode;
  /** Row number of the node. */
  readonly number: number;
  readonly timeRule: string | null;
}

/** @param units row numbers by code, in the workbook's order */
export function readCellTable(
  reader: Reader,
  units: ReadonlyMap<UnitCode, number>,
  indicators: readonly CellTableIndicator[],
): CellTable {
  const unitCount = units.size;
  const values = new Float64Array(indicators.length * unitCount).fill(Number.NaN);
  const states = new Uint8Array(values.length);
  const candidateCounts = new Uint16Array(values.length);
  const numbers = [...units.values()];
  const last = numbers.reduce((most, number) => Math.max(most, number), 0);
  const positionOfUnit = new Int32Array(last + 1).fill(-1);
  numbers.forEach((number, position) => {
    positionOfUnit[number] = position;
  });
  const columnOf = new Map(indicators.map(({ number }, column) => [number, column]));

  function read(column: number, firstUnit: number, lastUnit: number): void {
    const indicator = indicators[column];
    if (indicator === undefined) return;
    const span = { indicator: indicator.number, first: firstUnit, last: lastUnit };
    const start = column * unitCount;
    const adopted = reader.column<number>(VALUES, span);
    const packedStates =
      indicator.timeRule === null
        ? reader.column<number>(STATES, span)
        : reader.column<number>(RULED_STATES, { ...span, ...windowOf(indicator.timeRule) });
    for (const [position, packed] of packedStates.entries()) {
      const unit = Math.floor(packed / STATE_FACTOR);
      const cell = start + (positionOfUnit[unit] ?? 0);
      states[cell] = CELL_STATE.present | (packed - unit * STATE_FACTOR);
      values[cell] = adopted[position] ?? Number.NaN;
      candidateCounts[cell] = 1;
    }
    const others = reader.column<number>(OTHERS, span);
    for (const packed of others) {
      const unit = Math.floor(packed / COUNT_FACTOR);
      const cell = start + (positionOfUnit[unit] ?? 0);
      candidateCounts[cell] = (candidateCounts[cell] ?? 0) + (packed - unit * COUNT_FACTOR);
    }
    if (others.length === 0) return;
    for (const unit of reader.column<number>(CONFLICTS, span)) {
      const cell = start + (positionOfUnit[unit] ?? 0);
      states[cell] = (states[cell] ?? 0) | CELL_STATE.conflict;
    }
  }

  function clear(from: number, to: number): void {
    values.fill(Number.NaN, from, to);
    states.fill(0, from, to);
    candidateCounts.fill(0, from, to);
  }

  for (const column of indicators.keys()) read(column, 0, last);

  return {
    units: [...units.keys()],
    indicators: indicators.map(({ code }) => code),
    values,
    states,
    candidateCounts,
    refresh(cells) {
      for (const [number, ofColumn] of Map.groupBy(cells, ({ indicator }) => indicator)) {
        const column = columnOf.get(number);
        if (column === undefined) continue;
        const start = column * unitCount;
        if (ofColumn.length > CELLS_WORTH_A_COLUMN) {
          clear(start, start + unitCount);
          read(column, 0, last);
          continue;
        }
        for (const { unit } of ofColumn) {
          const cell = start + (positionOfUnit[unit] ?? 0);
          clear(cell, cell + 1);
          read(column, unit, unit);
        }
      }
    },
  };
}

function windowOf(timeRule: string): Record<string, number> {
  const window = timeWindow(timeRule);
  return {
    readable: window === null ? 0 : 1,
    earliest_start: window?.earliestStart ?? 0,
    earliest_end: window?.earliestEnd ?? 0,
    latest_end: window?.latestEnd ?? 0,
    straddling_unknown: window?.straddling === 'unknown' ? 1 : 0,
  };
}
