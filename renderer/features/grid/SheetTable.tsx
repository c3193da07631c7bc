import { ContextMenuPopover } from '@blueprintjs/core';
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-names.ts';
import { CellCard } from './CellCard.tsx';
import { CellField } from './CellField.tsx';
import { type CellWords, createCellWords } from './cell-words.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { EditorCard } from './EditorCard.tsx';
import type { Place } from './range.ts';
import { RefusalCard } from './RefusalCard.tsx';
import { boxOf, canvasHeight, canvasWidth, type SheetSpot } from './sheet-geometry.ts';
import { columnsOfHead, columnsOfRow, type SheetWindow } from './sheet-window.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetHint } from './SheetHint.tsx';
import { SheetOverlay } from './SheetOverlay.tsx';
import { cellFacts, cellId } from './SheetRow.tsx';
import { SheetRows } from './SheetRows.tsx';
import { useCellEditing } from './use-cell-editing.ts';
import { type ColumnPlace, useColumnWidths } from './use-column-widths.ts';
import { useSheetCommands } from './use-sheet-commands.ts';
import { useSheetEdits } from './use-sheet-edits.ts';
import { useRoomForHistograms, useSheetGeometry } from './use-sheet-geometry.ts';
import { useSheetHint } from './use-sheet-hint.ts';
import { useSheetNavigation } from './use-sheet-navigation.ts';
import { useSheetPointer } from './use-sheet-pointer.ts';
import { useSheetSelection } from './use-sheet-selection.ts';
import { useSheetWindow } from './use-sheet-window.ts';
import type { SheetView } from './use-sheet.ts';
import { useStable } from './use-stable.ts';

interface SheetTableProps {
  readonly view: SheetView;
  /** Puts the focus into the filter of units. */
  readonly onFind: () => void;
}

interface OpenMenu {
  readonly place: ColumnPlace;
  readonly left: number;
  readonly top: number;
}

/** The sheet itself: an ARIA grid whose head and first column stay in view, and its one text field. */
export function SheetTable({ view, onFind }: SheetTableProps) {
  const { t } = useTranslation('grid');
  const language = useLanguage();
  const { sheet, memory, remember } = view;
  const { rows, columns: columnCount } = sheet.extent;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const words = useMemo(() => createCellWords(t, language), [t, language]);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const widths = useColumnWidths(sheet.columns, memory, remember);
  const room = useRoomForHistograms(scrollerRef);
  const histograms = memory.histograms && room;
  const geometry = useSheetGeometry(widths.columns, rows, widths.unitWidth, histograms);
  const shown = useSheetWindow(scrollerRef, geometry);
  const { hint, onPointerMove, hideHint } = useSheetHint(scrollerRef, geometry);

  const selection = useSheetSelection(sheet);
  const { active, range } = selection;
  const edits = useSheetEdits(sheet, selection);
  const editing = useCellEditing({
    sheet,
    language,
    active,
    range,
    apply: edits.apply,
    move: (way) => navigation.move(way),
  });
  const { fieldRef } = editing;
  const focusField = () => fieldRef.current?.focus({ preventScroll: true });

  const beginEdit = (way: 'replace' | 'amend') => {
    if (active === null) return;
    edits.dismiss();
    navigation.reveal(active);
    if (!edits.readOnly) return editing.begin(way);
    editing.cancel();
    edits.refuseReadOnly();
  };
  const openMenu = useStable((place: ColumnPlace) => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const { left, top } = scroller.getBoundingClientRect();
    const start = place === 'unit' ? 0 : (geometry.columnStarts[place] ?? 0) - scroller.scrollLeft;
    const offset = place === 'unit' ? 0 : Math.max(0, widths.unitWidth + start);
    setMenu({ place, left: left + offset, top: top + geometry.headHeight });
  });
  const navigation = useSheetNavigation({
    sheet,
    selection,
    edits,
    scrollerRef,
    geometry,
    beginEdit: () => beginEdit('amend'),
    openColumnMenu: () => {
      if (active !== null) openMenu(active.column);
    },
  });

  // A cell that was selected elsewhere comes into view here.
  const revealActive = useStable(() => {
    if (active !== null) navigation.reveal(active);
  });
  const activeKey = active === null ? '' : `${active.row}/${active.column}`;
  useEffect(() => {
    if (activeKey !== '') revealActive();
  }, [revealActive, activeKey]);

  const selectColumn = (column: number) => {
    const row = Math.ceil((scrollerRef.current?.scrollTop ?? 0) / geometry.rowHeight);
    const whole = { top: 0, bottom: rows - 1, left: column, right: column };
    selection.selectRange(whole, { row, column });
  };
  const selectRow = (row: number) => {
    const scrolled = scrollerRef.current?.scrollLeft ?? 0;
    const column = geometry.columnStarts.findIndex((start) => start >= scrolled);
    const whole = { top: row, bottom: row, left: 0, right: columnCount - 1 };
    selection.selectRange(whole, { row, column });
  };
  const onPress = (spot: SheetSpot, extend: boolean): boolean => {
    hideHint();
    if (spot.zone === 'outside' || spot.zone === 'corner') return false;
    // A value that is refused keeps its editor; nothing else is selected over it.
    if (editing.editing !== null && !editing.commit('stay')) return false;
    focusField();
    edits.dismiss();
    if (spot.zone === 'head') selectColumn(spot.column);
    else if (spot.zone === 'unit') selectRow(spot.row);
    else if (extend) selection.extendTo(spot.place);
    else selection.select(spot.place);
    return true;
  };
  const pointer = useSheetPointer({
    scrollerRef,
    geometry,
    extent: sheet.extent,
    range,
    onPress,
    onExtend: (place) => {
      const { end } = selection;
      if (end?.row !== place.row || end.column !== place.column) selection.extendTo(place);
    },
    onFill: edits.fillRange,
  });

  useSheetCommands({
    find: onFind,
    fillDown: () => edits.fill('column'),
    fillRight: () => edits.fill('row'),
    clear: edits.clear,
    selectAll: () => {
      navigation.follow({ kind: 'select-all' });
      focusField();
    },
    sort: (direction) => {
      const column = active === null ? undefined : sheet.columns[active.column];
      if (column !== undefined) view.sortBy(column.code, direction);
    },
    resetOrder: view.resetOrder,
    toggleEmpty: () => remember({ hideEmpty: !memory.hideEmpty }),
    columnMenu: () => navigation.follow({ kind: 'column-menu' }),
    hasSelection: active !== null,
    isSorted: view.order !== null,
  });

  const resetWidth = useStable((place: ColumnPlace) => widths.setWidth(place, null));
  const editedPlace = editing.editing === null ? null : sheet.placeOf(editing.editing.cell);
  const fieldPlace = editedPlace ?? active;
  const boxAt = ({ row, column }: Place) =>
    boxOf({ top: row, bottom: row, left: column, right: column }, geometry);
  const label = t('label', { rows, columns: columnCount });
  const ids = { grid: `${id}-grid`, help: `${id}-help`, problem: `${id}-problem` };

  return (
    <div
      ref={scrollerRef}
      className="sheet"
      onPointerDown={pointer.onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={hideHint}
      onScroll={hideHint}
      onDoubleClick={(event) => {
        if (editing.editing === null && pointer.isOnCell(event)) beginEdit('amend');
      }}
    >
      <div
        className="sheet-canvas"
        style={
          {
            width: canvasWidth(geometry),
            height: canvasHeight(geometry),
            '--sheet-row-height': `${geometry.rowHeight}px`,
          } as CSSProperties
        }
      >
        <div
          role="grid"
          id={ids.grid}
          aria-label={label}
          aria-rowcount={rows + 2}
          aria-colcount={columnCount + 1}
          aria-multiselectable="true"
          aria-readonly={edits.readOnly}
        >
          <SheetHead
            grid={sheet.grid}
            columns={widths.columns}
            columnStarts={geometry.columnStarts}
            indicatorPositions={sheet.indicatorPositions}
            {...columnsOfHead(shown, columnCount)}
            unitWidth={widths.unitWidth}
            unitCount={rows}
            height={geometry.headHeight}
            order={view.order}
            histograms={histograms}
            activeColumn={active?.column ?? -1}
            onMenu={openMenu}
            onResize={widths.startResize}
            onResetWidth={resetWidth}
          />
          <SheetRows
            view={view}
            columns={widths.columns}
            shown={shown}
            geometry={geometry}
            range={range}
            words={words}
            language={language}
            idPrefix={id}
          />
        </div>
        <SheetOverlay
          geometry={geometry}
          active={active}
          range={range}
          filling={pointer.filling}
          onFillStart={pointer.onFillStart}
        />
        <CellField
          fieldRef={fieldRef}
          box={fieldPlace === null ? null : boxAt(fieldPlace)}
          editing={editing.editing?.way ?? null}
          label={active === null ? label : cellLabel(view, active, words, t)}
          activeCellId={idOfShownCell(view, active, shown, id)}
          gridId={ids.grid}
          helpId={ids.help}
          problemId={editing.problem === null ? null : ids.problem}
          onIntent={navigation.follow}
          onType={() => beginEdit('replace')}
          onCommit={editing.commit}
          onCancel={editing.cancel}
          onNote={() => editing.noteRef.current?.focus()}
          onCopy={edits.copy}
          onCut={edits.cut}
          onPaste={edits.paste}
        />
        {editedPlace !== null && (
          <CellCard
            box={boxAt(editedPlace)}
            scrollerRef={scrollerRef}
            headHeight={geometry.headHeight}
          >
            <EditorCard
              problem={editing.problem}
              problemId={ids.problem}
              noteRef={editing.noteRef}
              onCommit={() => editing.commit('down')}
              onCancel={editing.cancel}
              onBack={focusField}
            />
          </CellCard>
        )}
        {editedPlace === null && edits.refusal !== null && (
          <CellCard
            box={boxAt(edits.refusal.place)}
            scrollerRef={scrollerRef}
            headHeight={geometry.headHeight}
          >
            <RefusalCard
              refusal={edits.refusal.refusal}
              sheet={sheet}
              nameOfUnit={view.nameOfUnit}
              onGo={(place) => {
                selection.select(place);
                focusField();
              }}
              onRetry={edits.retry}
              onDismiss={() => {
                edits.dismiss();
                focusField();
              }}
            />
          </CellCard>
        )}
      </div>
      <p id={ids.help} className="visually-hidden">
        {t('help')}
      </p>
      <output className="visually-hidden">{edits.announcement}</output>
      {hint !== null && editing.editing === null && (
        <SheetHint target={hint} view={view} words={words} />
      )}
      <ContextMenuPopover
        isOpen={menu !== null}
        targetOffset={menu ?? undefined}
        onClose={() => {
          setMenu(null);
          focusField();
        }}
        content={
          <ColumnMenu
            view={view}
            place={menu?.place ?? 'unit'}
            onSelectColumn={selectColumn}
            onWidth={widths.setWidth}
          />
        }
      />
    </div>
  );
}

/** The active cell in words: its unit, its indicator, its value and every state. */
function cellLabel(
  { sheet, nameOfUnit }: SheetView,
  place: Place,
  words: CellWords,
  t: ReturnType<typeof useTranslation<'grid'>>['t'],
): string {
  const column = sheet.columns[place.column];
  const unit = sheet.units[place.row];
  if (column === undefined || unit === undefined) return '';
  const facts = cellFacts(
    sheet.grid,
    sheet.unitPositions[place.row] ?? 0,
    sheet.indicatorPositions[place.column] ?? 0,
    sheet.pending.get(unit)?.get(column.code),
  );
  const cell = words.describe(facts, column.type, column.measure);
  return t('field', { unit: nameOfUnit(unit), indicator: column.name, cell });
}

/** Id of the active cell while it is in the document. */
function idOfShownCell(
  { sheet }: SheetView,
  place: Place | null,
  shown: SheetWindow,
  prefix: string,
): string | undefined {
  if (place === null) return undefined;
  const rowShown = place.row >= shown.rowsFrom && place.row < shown.rowsTo;
  const { columnsFrom, columnsTo } = columnsOfRow(shown, place.row, sheet.columns.length);
  const columnShown = place.column >= columnsFrom && place.column < columnsTo;
  if (!rowShown || !columnShown) return undefined;
  return cellId(
    prefix,
    sheet.unitPositions[place.row] ?? 0,
    sheet.indicatorPositions[place.column] ?? 0,
  );
}
