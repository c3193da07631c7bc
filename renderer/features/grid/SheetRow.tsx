import { memo } from 'react';
import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import type { IndicatorType } from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import { formatCellValue } from '../../../shared/text/units-of-measure.ts';
import { type CellFacts, type CellWords, hasState } from './cell-words.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { shortNumber } from './short-number.ts';

interface SheetRowProps {
  /** Place among the shown rows, from 0. */
  readonly row: number;
  readonly unitName: string;
  readonly unitPosition: number;
  readonly excluded: boolean;
  readonly grid: CellGrid;
  readonly pending: ReadonlyMap<NodeCode, number | null> | undefined;
  /** All of the sheet. */
  readonly columns: readonly SheetColumn[];
  /** Those that this row has in the document, and where they are in the grid. */
  readonly columnsFrom: number;
  readonly columnsTo: number;
  readonly indicatorPositions: readonly number[];
  /** Left edge of the first of them. */
  readonly lead: number;
  readonly top: number;
  readonly height: number;
  readonly unitWidth: number;
  /** Selected columns; none: −1. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly active: boolean;
  readonly words: CellWords;
  readonly language: Language;
  /** Before the ids of cells. */
  readonly idPrefix: string;
}

export function cellId(prefix: string, unitPosition: number, indicatorPosition: number): string {
  return `${prefix}-${unitPosition}-${indicatorPosition}`;
}

/** Reads a cell out of the grid, with an edit that is on its way laid over it. */
export function cellFacts(
  grid: CellGrid,
  unitPosition: number,
  indicatorPosition: number,
  waiting: number | null | undefined,
): CellFacts {
  const at = unitPosition * grid.indicators.length + indicatorPosition;
  return {
    value: waiting === undefined ? (grid.values[at] ?? Number.NaN) : (waiting ?? Number.NaN),
    baseline: grid.baselineValues[at] ?? Number.NaN,
    states: grid.states[at] ?? 0,
    candidates: grid.candidateCounts[at] ?? 0,
    pending: waiting !== undefined,
  };
}

/** One unit. Cells lie in normal flow, which is what makes scrolling cheap to paint. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { row, grid, columns, unitPosition, indicatorPositions, columnsFrom, columnsTo } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 3}
      className={props.excluded ? 'sheet-row is-excluded' : 'sheet-row'}
      style={{ top: props.top, height: props.height }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={props.active ? 'sheet-unit is-active' : 'sheet-unit'}
        style={{ width: props.unitWidth }}
      >
        {props.unitName}
      </div>
      {props.lead > 0 && <div className="sheet-lead" style={{ width: props.lead }} />}
      {columns.slice(columnsFrom, columnsTo).map((column, offset) => {
        const place = columnsFrom + offset;
        const indicatorPosition = indicatorPositions[place] ?? 0;
        const { value, baseline, states, candidates, pending } = cellFacts(
          grid,
          unitPosition,
          indicatorPosition,
          props.pending?.get(column.code),
        );
        return (
          <SheetCell
            key={column.code}
            id={cellId(props.idPrefix, unitPosition, indicatorPosition)}
            columnIndex={place + 2}
            selected={place >= props.selectedFrom && place <= props.selectedTo}
            value={value}
            baseline={baseline}
            states={states}
            candidates={candidates}
            pending={pending}
            type={column.type}
            measure={column.measure}
            excluded={column.excluded}
            width={column.width}
            words={props.words}
            language={props.language}
          />
        );
      })}
    </div>
  );
});

interface SheetCellProps extends CellFacts {
  readonly id: string;
  readonly columnIndex: number;
  readonly selected: boolean;
  readonly type: IndicatorType;
  readonly measure: string;
  readonly excluded: boolean;
  readonly width: number;
  readonly words: CellWords;
  readonly language: Language;
}

const SheetCell = memo(function SheetCell(props: SheetCellProps) {
  const { value, states, candidates, type } = props;
  const missing = Number.isNaN(value);
  const overridden = hasState(states, 'overridden');
  const classes = ['sheet-cell'];
  if (missing) classes.push('is-missing');
  else if (hasState(states, 'proxy')) classes.push('is-proxy');
  if (overridden) classes.push('is-overridden');
  if (props.pending) classes.push('is-pending');
  if (props.excluded) classes.push('is-excluded');
  return (
    <div
      role="gridcell"
      id={props.id}
      aria-colindex={props.columnIndex}
      aria-selected={props.selected}
      aria-label={props.words.describe(props, type, props.measure)}
      className={classes.join(' ')}
      style={{ width: props.width }}
    >
      {overridden && <span className="mark-dot" />}
      {!missing && hasState(states, 'outOfTimeWindow') && <span className="mark-clock" />}
      {missing ? <MissingText unused={candidates} /> : shortText(value, type, props.language)}
      <CandidateMark
        several={!missing && candidates > 1 ? candidates : 0}
        conflict={hasState(states, 'conflict')}
      />
    </div>
  );
});

function shortText(value: number, type: IndicatorType, language: Language): string {
  return type === 'boolean' ? formatCellValue(language, type, value) : shortNumber(value);
}

function MissingText({ unused }: { unused: number }) {
  return unused === 0 ? '—' : `·${unused}`;
}

function CandidateMark({ several, conflict }: { several: number; conflict: boolean }) {
  if (several === 0 && !conflict) return null;
  return (
    <sup>
      {conflict && '≠'}
      {several > 0 && several}
    </sup>
  );
}
