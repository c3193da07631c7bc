import { CaretDown } from '@blueprintjs/icons';
import { memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import { dimensionColour } from '../../ui/dimension-colour.ts';
import { Histogram } from './Histogram.tsx';
import { columnGroups, type SheetColumn } from './sheet-columns.ts';
import type { ColumnPlace } from './use-column-widths.ts';
import type { UnitOrder } from './unit-order.ts';

interface SheetHeadProps {
  readonly grid: CellGrid;
  readonly columns: readonly SheetColumn[];
  readonly columnStarts: readonly number[];
  readonly indicatorPositions: readonly number[];
  /** The columns that exist in the document; without the rows, whose scrolling is nothing to the head. */
  readonly columnsFrom: number;
  readonly columnsTo: number;
  readonly unitWidth: number;
  readonly unitCount: number;
  readonly height: number;
  readonly order: UnitOrder | null;
  readonly histograms: boolean;
  readonly activeColumn: number;
  readonly onMenu: (place: ColumnPlace) => void;
  readonly onResize: (event: PointerEvent, place: ColumnPlace) => void;
  readonly onResetWidth: (place: ColumnPlace) => void;
}

/** Two levels of headers, dimensions and indicators, with the unit of measure and the distribution of each column. */
export const SheetHead = memo(function SheetHead(props: SheetHeadProps) {
  const { columns, columnStarts, columnsFrom, columnsTo, unitWidth } = props;
  const { t } = useTranslation('grid');
  return (
    <div role="rowgroup" className="sheet-head" style={{ height: props.height }}>
      <div role="row" aria-rowindex={1} className="sheet-groups">
        <div
          role="columnheader"
          aria-colindex={1}
          className="sheet-corner"
          style={{ width: unitWidth }}
        >
          <span className="visually-hidden">{t('unit')}</span>
        </div>
        {columnGroups(columns).map((group) => (
          <div
            key={group.from}
            role="columnheader"
            aria-colindex={group.from + 2}
            aria-colspan={group.columns}
            className="sheet-group"
            style={{ width: group.width, borderTopColor: dimensionColour(group.dimension) }}
          >
            {group.columns === 1 ? (
              <span>{group.name}</span>
            ) : (
              <span className="sheet-group-name" style={{ left: unitWidth + 7 }}>
                {group.name}
              </span>
            )}
          </div>
        ))}
      </div>
      <div role="row" aria-rowindex={2} className="sheet-names">
        <UnitHead {...props} />
        <div className="sheet-lead" style={{ width: columnStarts[columnsFrom] ?? 0 }} />
        {columns.slice(columnsFrom, columnsTo).map((each, offset) => (
          <ColumnHead key={each.code} {...props} column={each} place={columnsFrom + offset} />
        ))}
      </div>
    </div>
  );
});

function UnitHead({ unitWidth, unitCount, order, onMenu, onResize, onResetWidth }: SheetHeadProps) {
  const { t } = useTranslation('grid');
  const direction = order?.by === 'unit' ? order.direction : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={1}
      aria-sort={direction}
      className="sheet-corner"
      style={{ width: unitWidth }}
    >
      <span className="sheet-head-name">
        {t('unit')}
        <SortMark direction={direction} />
      </span>
      <span className="sheet-head-measure">{t('header.units', { count: unitCount })}</span>
      <HeadMenuButton
        label={t('header.menu', { indicator: t('unit') })}
        place="unit"
        onMenu={onMenu}
      />
      <ResizeHandle place="unit" onResize={onResize} onResetWidth={onResetWidth} />
    </div>
  );
}

interface ColumnHeadProps extends SheetHeadProps {
  readonly column: SheetColumn;
  readonly place: number;
}

function ColumnHead(props: ColumnHeadProps) {
  const { column, place, order, onMenu, onResize, onResetWidth } = props;
  const { t } = useTranslation('grid');
  const direction = order?.by === column.code ? order.direction : undefined;
  const classes = ['sheet-head-cell'];
  if (column.excluded) classes.push('is-excluded');
  if (place === props.activeColumn) classes.push('is-active');
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={direction}
      className={classes.join(' ')}
      style={{ width: column.width }}
    >
      <span className="sheet-head-name">
        {column.name}
        <SortMark direction={direction} />
      </span>
      <span className="sheet-head-measure">
        {column.series !== null && column.series.fit !== 'exact' && <span className="mark-proxy" />}
        {column.measureLine}
      </span>
      {props.histograms && (
        <Histogram grid={props.grid} indicatorPosition={props.indicatorPositions[place] ?? 0} />
      )}
      <HeadMenuButton
        label={t('header.menu', { indicator: column.name })}
        place={place}
        onMenu={onMenu}
      />
      <ResizeHandle place={place} onResize={onResize} onResetWidth={onResetWidth} />
    </div>
  );
}

function SortMark({ direction }: { direction: UnitOrder['direction'] | undefined }) {
  if (direction === undefined) return null;
  return <span className="sheet-sort-mark"> {direction === 'descending' ? '↓' : '↑'}</span>;
}

interface HeadMenuButtonProps {
  readonly label: string;
  readonly place: ColumnPlace;
  readonly onMenu: SheetHeadProps['onMenu'];
}

/** For the pointer; the keyboard opens the same menu with Alt and the down arrow. */
function HeadMenuButton({ label, place, onMenu }: HeadMenuButtonProps) {
  return (
    <button
      type="button"
      className="sheet-head-menu"
      tabIndex={-1}
      aria-label={label}
      aria-haspopup="menu"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onMenu(place)}
    >
      <CaretDown size={12} />
    </button>
  );
}

interface ResizeHandleProps {
  readonly place: ColumnPlace;
  readonly onResize: SheetHeadProps['onResize'];
  readonly onResetWidth: SheetHeadProps['onResetWidth'];
}

function ResizeHandle({ place, onResize, onResetWidth }: ResizeHandleProps) {
  return (
    <span
      className="sheet-resize"
      aria-hidden="true"
      onPointerDown={(event) => onResize(event, place)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onResetWidth(place);
      }}
    />
  );
}
