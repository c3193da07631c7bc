import { type RefObject, useRef } from 'react';
import { runCommand } from '../../stores/commands.ts';
import { notifyError } from '../../ui/notify.ts';
import type { CommitWay } from './CellField.tsx';
import {
  clampPlace,
  edgeOfData,
  isSingleCell,
  nextInRange,
  type Place,
  type Range,
} from './range.ts';
import type { Sheet } from './sheet.ts';
import { scrollToReveal, type SheetGeometry } from './sheet-geometry.ts';
import type { SheetIntent } from './sheet-keys.ts';
import type { SheetEdits } from './use-sheet-edits.ts';
import type { SheetSelection } from './use-sheet-selection.ts';

interface NavigationActions {
  readonly sheet: Sheet;
  readonly selection: SheetSelection;
  readonly edits: SheetEdits;
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly geometry: SheetGeometry;
  readonly beginEdit: () => void;
  readonly openColumnMenu: () => void;
}

interface SheetNavigation {
  /** Does what a key asked for; false: the key is the browser's after all. */
  readonly follow: (intent: SheetIntent) => boolean;
  /** Where the selection goes after a value was written. */
  readonly move: (way: CommitWay) => void;
  readonly reveal: (place: Place) => void;
}

const FIRST: Place = { row: 0, column: 0 };

export function useSheetNavigation(actions: NavigationActions): SheetNavigation {
  const { sheet, selection, edits, scrollerRef, geometry } = actions;
  const { active, range, end } = selection;
  const { extent } = sheet;
  /** After Escape, Tab leaves the grid instead of walking on in it. */
  const releasedRef = useRef(false);

  const reveal = (place: Place) => {
    const element = scrollerRef.current;
    if (element === null) return;
    const { left, top } = scrollToReveal(place, element, geometry);
    if (left !== element.scrollLeft || top !== element.scrollTop) {
      element.scrollTo({ left, top, behavior: 'instant' });
    }
  };

  const go = (wanted: Place, extend: boolean) => {
    const place = clampPlace(wanted, extent);
    if (extend) selection.extendTo(place);
    else selection.select(place);
    reveal(place);
  };

  const next = (along: 'row' | 'column', step: 1 | -1): boolean => {
    if (active === null || range === null) return false;
    if (!isSingleCell(range)) {
      const place = nextInRange(active, range, along, step);
      selection.selectRange(range, place);
      reveal(place);
      return true;
    }
    if (along === 'column') {
      if (step === 1) actions.beginEdit();
      else go({ ...active, row: active.row - 1 }, false);
      return true;
    }
    return walkRow(step);
  };

  /** Tab goes on in the next row at the end of one, and leaves the grid after its last cell. */
  const walkRow = (step: 1 | -1): boolean => {
    if (active === null) return false;
    const last = { row: extent.rows - 1, column: extent.columns - 1 };
    const edge = step === 1 ? last : FIRST;
    if (active.row === edge.row && active.column === edge.column) return false;
    const whole: Range = { top: 0, left: 0, bottom: last.row, right: last.column };
    go(nextInRange(active, whole, 'row', step), false);
    return true;
  };

  const follow = (intent: SheetIntent): boolean => {
    if (intent.kind === 'release') {
      releasedRef.current = true;
      if (range !== null && active !== null) selection.select(active);
      edits.dismiss();
      return true;
    }
    if (intent.kind === 'next' && intent.along === 'row' && releasedRef.current) {
      releasedRef.current = false;
      return false;
    }
    releasedRef.current = false;
    if (active === null || end === null) return beginAnywhere(intent);
    switch (intent.kind) {
      case 'move': {
        const { rows, columns, extend, leap } = intent;
        const from = extend ? end : active;
        const isFilled = (place: Place) => !Number.isNaN(sheet.valueAt(place));
        const target = leap
          ? edgeOfData(from, { rows, columns }, extent, isFilled)
          : { row: from.row + rows, column: from.column + columns };
        go(target, extend);
        return true;
      }
      case 'page': {
        const from = intent.extend ? end : active;
        go({ ...from, row: from.row + intent.step * rowsInView() }, intent.extend);
        return true;
      }
      case 'end': {
        const from = intent.extend ? end : active;
        const row = intent.corner ? (intent.step === 1 ? extent.rows - 1 : 0) : from.row;
        go({ row, column: intent.step === 1 ? extent.columns - 1 : 0 }, intent.extend);
        return true;
      }
      case 'next':
        return next(intent.along, intent.step);
      case 'edit':
        actions.beginEdit();
        return true;
      case 'clear':
        edits.clear();
        return true;
      case 'select-all':
        selection.selectRange(
          { top: 0, left: 0, bottom: extent.rows - 1, right: extent.columns - 1 },
          active,
        );
        return true;
      case 'fill':
        edits.fill(intent.along);
        return true;
      case 'column-menu':
        actions.openColumnMenu();
        return true;
      case 'undo':
      case 'redo':
        return runHistory(intent.kind);
    }
  };

  /** Nothing is selected yet: a moving key selects the first cell. */
  const beginAnywhere = (intent: SheetIntent): boolean => {
    if (intent.kind === 'undo' || intent.kind === 'redo') return runHistory(intent.kind);
    if (intent.kind === 'next' && intent.along === 'row') return false;
    go(FIRST, false);
    return true;
  };

  const rowsInView = (): number => {
    const room = (scrollerRef.current?.clientHeight ?? 0) - geometry.headHeight;
    return Math.max(1, Math.floor(room / geometry.rowHeight) - 1);
  };

  const move = (way: CommitWay) => {
    if (active === null || range === null) return;
    const inBlock = !isSingleCell(range);
    switch (way) {
      case 'down':
      case 'up': {
        const step = way === 'down' ? 1 : -1;
        if (inBlock) next('column', step);
        else go({ ...active, row: active.row + step }, false);
        return;
      }
      case 'right':
      case 'left': {
        const step = way === 'right' ? 1 : -1;
        if (inBlock) next('row', step);
        else walkRow(step);
        return;
      }
      case 'stay':
      case 'fill-range':
    }
  };

  return { follow, move, reveal };
}

/** The field has the focus, where the browser would undo typing instead. */
function runHistory(kind: 'undo' | 'redo'): boolean {
  runCommand(`history.${kind}`).catch(notifyError);
  return true;
}
