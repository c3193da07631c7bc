import { CELL_STATE } from '../../shared/contract/evidence-operations.ts';
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

const MOST_CANDIDATES = 65_535;

/** Where the bits of a packed cell begin; see `PACKED`. */
const COUNT_FACTOR = 256;
const UNIT_FACTOR = COUNT_FACTOR * 65_536;
const DIFFERING = 128;

/** The condition of the index `observation_candidate`, which holds all that is asked here. */
const CANDIDATE = 'evidence_only = 0 AND rejected_reason IS NULL';

const VALUES = `
  SELECT value FROM observation INDEXED BY observation_candidate
  WHERE indicator = :indicator AND ${CANDIDATE} AND adopted = 1 AND unit BETWEEN :first AND :last
  ORDER BY unit`;

const STRADDLING =
  '(:straddling_unknown AND period_start <= :latest_end AND period_end > :latest_end)';

/**
 * One whole number per cell that has candidates, so that a million of them is read quickly: its unit, its count of
 * candidates and its state. The time window is that of `judgePeriod`, in SQL.
 */
const PACKED = `
  SELECT unit * ${UNIT_FACTOR} + min(count(*), ${MOST_CANDIDATES}) * ${COUNT_FACTOR}
    + max(adopted) * ${CELL_STATE.present}
    + max(adopted = 1 AND fit = 'proxy') * ${CELL_STATE.proxy}
    + (max(adopted) = 1 AND min(value) < max(value)) * ${DIFFERING}
    + max(adopted = 1 AND :readable AND period_start IS NOT NULL AND NOT ${STRADDLING}
        AND NOT (period_start >= :earliest_start AND period_end BETWEEN :earliest_end AND :latest_end)
      ) * ${CELL_STATE.outOfTimeWindow}
    + max(adopted = 1 AND :ruled AND (NOT :readable OR period_start IS NULL OR ${STRADDLING})
      ) * ${CELL_STATE.timeUnknown}
  FROM observation INDEXED BY observation_candidate
  WHERE indicator = :indicator AND ${CANDIDATE} AND unit BETWEEN :first AND :last
  GROUP BY unit ORDER BY unit`;

/**
 * Units whose adopted value another candidate contradicts: another value in the same unit of measure for a time that is
 * not known to be another.
 */
const CONFLICTS = `
  SELECT unit FROM observation AS a INDEXED BY observation_candidate
  WHERE indicator = :indicator AND ${CANDIDATE} AND adopted = 1 AND unit BETWEEN :first AND :last
    AND EXISTS (
      SELECT 1 FROM observation AS c INDEXED BY observation_candidate
      WHERE c.indicator = a.indicator AND c.unit = a.unit AND c.evidence_only = 0 AND c.rejected_reason IS NULL
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
    let next = 0;
    let differing = false;
    for (const packed of reader.column<number>(PACKED, { ...span, ...ruleOf(indicator) })) {
      const unit = Math.floor(packed / UNIT_FACTOR);
      const rest = packed - unit * UNIT_FACTOR;
      const state = rest % COUNT_FACTOR;
      const cell = start + (positionOfUnit[unit] ?? 0);
      candidateCounts[cell] = Math.floor(rest / COUNT_FACTOR);
      states[cell] = state & ~DIFFERING;
      if ((state & CELL_STATE.present) !== 0) values[cell] = adopted[next++] ?? Number.NaN;
      if ((state & DIFFERING) !== 0) differing = true;
    }
    if (!differing) return;
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

function ruleOf({ timeRule }: CellTableIndicator): Record<string, number> {
  const window = timeRule === null ? null : timeWindow(timeRule);
  return {
    ruled: timeRule === null ? 0 : 1,
    readable: window === null ? 0 : 1,
    earliest_start: window?.earliestStart ?? 0,
    earliest_end: window?.earliestEnd ?? 0,
    latest_end: window?.latestEnd ?? 0,
    straddling_unknown: window?.straddling === 'unknown' ? 1 : 0,
  };
}
