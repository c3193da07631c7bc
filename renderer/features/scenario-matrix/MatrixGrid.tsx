import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ScenarioId, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoreMatrix } from '../../../shared/model/scenario-comparison.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatScore, formatScoreDifference } from '../../../shared/text/numbers.ts';
import { selectScenario, selectUnit, useSelection } from '../../stores/selection-store.ts';
import { errorText } from '../../ui/error-text.ts';
import { cellText } from './cell-text.ts';
import type { MatrixCell, MatrixRow, MatrixTable, Shown } from './matrix-table.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';

interface MatrixGridProps {
  readonly table: MatrixTable;
  readonly matrix: ScoreMatrix;
  readonly reference: ScenarioId;
  readonly shown: Shown;
  readonly nameOf: (scenario: ScenarioId) => string;
  readonly names: Names;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells; of a long table the rows in sight. Arrows move among them; a click, Enter or the space bar selects scenario and
 * unit everywhere.
 */
export function MatrixGrid({ table, matrix, reference, shown, nameOf, names }: MatrixGridProps) {
  const { t } = useTranslation('scenarioMatrix');
  const scenario = useSelection((state) => state.scenario);
  const unit = useSelection((state) => state.unit);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const scroll = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { columns, rows } = table;
  const { from, to, rowHeight, viewHeight } = useRowsInSight(scroll, body, rows.length);
  const activeRow = Math.min(active.row, rows.length - 1);
  const activeIsLaidOut = activeRow >= from && activeRow < to;
  const hasFocus = useRef(false);
  /** A cell that takes the focus as soon as it is laid out. */
  const wanted = useRef<Place | null>(null);

  useLayoutEffect(() => {
    if (wanted.current !== null && focusCell(wanted.current)) wanted.current = null;
    // The cell with the focus has been scrolled away: the keys go on from it.
    if (hasFocus.current && !activeIsLaidOut && document.activeElement === document.body)
      grid.current?.focus({ preventScroll: true });
  });

  function focusCell({ row, column }: Place): boolean {
    // The header of the row stands before the cells.
    const cell = body.current?.rows[row - from]?.cells[column + 1];
    cell?.focus();
    return cell !== undefined;
  }

  function goTo(row: number, column: number) {
    const place = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      column: Math.min(Math.max(column, 0), columns.length - 1),
    };
    setActive(place);
    if (focusCell(place) || scroll.current === null) return;
    wanted.current = place;
    scroll.current.scrollTop = place.row * rowHeight - viewHeight / 2;
  }

  function choose({ row, column }: Place) {
    const chosen = rows[row];
    const at = columns[column];
    if (chosen === undefined || at === undefined) return;
    selectUnit(chosen.unit);
    selectScenario(at);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { row, column } = active;
    const far = event.ctrlKey || event.metaKey;
    const moves: Record<string, () => void> = {
      ArrowUp: () => goTo(row - 1, column),
      ArrowDown: () => goTo(row + 1, column),
      ArrowLeft: () => goTo(row, column - 1),
      ArrowRight: () => goTo(row, column + 1),
      Home: () => goTo(far ? 0 : row, 0),
      End: () => goTo(far ? rows.length - 1 : row, columns.length - 1),
      Enter: () => choose(active),
      ' ': () => choose(active),
    };
    const move = moves[event.key];
    if (move === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  return (
    <div className="matrix-scroll" ref={scroll}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrows move in it: the grid pattern of ARIA
        role="grid"
        ref={grid}
        aria-label={t('grid')}
        aria-rowcount={rows.length + 1}
        tabIndex={activeIsLaidOut ? -1 : 0}
        // The rows that are not laid out.
        style={{ marginBlock: `${from * rowHeight}px ${(rows.length - to) * rowHeight}px` }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={(event) => {
          hasFocus.current = event.relatedTarget === null && document.hasFocus();
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="matrix-corner">
              {t('unit')}
            </th>
            {columns.map((id, column) => {
              const refused = matrix.refused[column] ?? null;
              return (
                <th
                  key={id}
                  scope="col"
                  title={nameOf(id)}
                  aria-selected={id === scenario}
                  data-reference={id === reference || undefined}
                >
                  <button type="button" tabIndex={-1} onClick={() => selectScenario(id)}>
                    {nameOf(id)}
                  </button>
                  {refused !== null && (
                    <span className="matrix-refused">
                      {errorText(new AppError(refused.code, refused.message, refused.details))}
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- one listener for all cells; the keys are those of the grid */}
        <tbody
          ref={body}
          onClick={(event) => {
            const cell = (event.target as HTMLElement).closest('td');
            const line = cell?.closest('tr');
            if (cell == null || line == null || body.current === null) return;
            const place = {
              row: from + [...body.current.rows].indexOf(line),
              column: cell.cellIndex - 1,
            };
            setActive(place);
            choose(place);
          }}
        >
          {rows.slice(from, to).map((row, at) => (
            <MatrixLine
              key={row.unit}
              row={row}
              place={from + at}
              columns={columns}
              name={names.unit(row.unit)}
              shown={shown}
              reference={reference}
              nameOf={nameOf}
              selected={row.unit === unit}
              scenario={scenario}
              active={from + at === activeRow ? active.column : -1}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MatrixLineProps {
  readonly row: MatrixRow;
  /** Position in the table, from 0. */
  readonly place: number;
  readonly columns: readonly ScenarioId[];
  readonly name: string;
  readonly shown: Shown;
  readonly reference: ScenarioId;
  readonly nameOf: (scenario: ScenarioId) => string;
  readonly selected: boolean;
  readonly scenario: ScenarioId;
  /** Column of the cell that takes the focus; −1: none of this row. */
  readonly active: number;
}

const MatrixLine = memo(function MatrixLine(props: MatrixLineProps) {
  const { row, place, columns, name, shown, reference, nameOf, selected, scenario, active } = props;
  const spoken = useSpoken();
  return (
    <tr data-selected={selected || undefined} aria-rowindex={place + 2}>
      <th scope="row" title={name}>
        <UnitName unit={row.unit} name={name} />
      </th>
      {row.cells.map((cell, column) => {
        const id = columns[column] ?? reference;
        return (
          <td
            key={id}
            tabIndex={column === active ? 0 : -1}
            aria-label={spoken(cell, {
              scenario: nameOf(id),
              reference: nameOf(reference),
              unit: name,
            })}
            aria-selected={selected && id === scenario}
            data-tint={cell.tint > 0 ? 'better' : cell.tint < 0 ? 'worse' : undefined}
            style={{ '--tint': `${Math.round(Math.abs(cell.tint) * 46)}%` } as CSSProperties}
          >
            <CellText cell={cell} shown={shown} />
          </td>
        );
      })}
    </tr>
  );
});

function UnitName({ unit, name }: { unit: UnitCode; name: string }) {
  return (
    <button type="button" tabIndex={-1} onClick={() => selectUnit(unit)}>
      {name}
    </button>
  );
}

function CellText({ cell, shown }: { cell: MatrixCell; shown: Shown }) {
  const { figure, change } = cellText(cell, shown);
  return (
    <span aria-hidden="true">
      {figure}
      {change !== '' && <small>{change}</small>}
    </span>
  );
}

/** All that a cell and its colour say. */
function useSpoken(): (
  cell: MatrixCell,
  words: { readonly scenario: string; readonly reference: string; readonly unit: string },
) => string {
  const { t } = useTranslation('scenarioMatrix');
  return ({ rank, score, gained, scoreChange, absent }, words) => {
    const change = {
      ...words,
      rank,
      score: formatScore(score),
      places: Math.abs(gained ?? 0),
      difference: formatScoreDifference(scoreChange),
    };
    if (absent) return t('spoken.absent', words);
    if (rank === 0) return t('spoken.notRanked', change);
    if (gained === null || words.scenario === words.reference) return t('spoken.ranked', change);
    return t(gained > 0 ? 'spoken.up' : gained < 0 ? 'spoken.down' : 'spoken.same', change);
  };
}
