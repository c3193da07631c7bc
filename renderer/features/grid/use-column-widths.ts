import { type PointerEvent, useMemo, useState } from 'react';
import { clampColumnWidth } from './column-width.ts';
import { DEFAULT_UNIT_WIDTH, type GridMemory } from './grid-memory.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { useStable } from './use-stable.ts';

/** A column by its place, or the frozen one with the units. */
export type ColumnPlace = number | 'unit';

interface ColumnWidths {
  readonly unitWidth: number;
  /** The columns with the width that is being dragged. */
  readonly columns: readonly SheetColumn[];
  /** null: the default width again. */
  readonly setWidth: (place: ColumnPlace, width: number | null) => void;
  /** A press on the edge of a column, whose width follows the pointer from then on. */
  readonly startResize: (event: PointerEvent, place: ColumnPlace) => void;
}

export function useColumnWidths(
  columns: readonly SheetColumn[],
  memory: GridMemory,
  remember: (part: Partial<GridMemory>) => void,
): ColumnWidths {
  const [draft, setDraft] = useState<{ place: ColumnPlace; width: number } | null>(null);
  const shown = useMemo(
    () =>
      draft === null || draft.place === 'unit'
        ? columns
        : columns.map((column, place) =>
            place === draft.place ? { ...column, width: draft.width } : column,
          ),
    [columns, draft],
  );
  const unitWidth = draft?.place === 'unit' ? draft.width : memory.unitWidth;

  const setWidth = useStable((place: ColumnPlace, width: number | null) => {
    if (place === 'unit') return remember({ unitWidth: width ?? DEFAULT_UNIT_WIDTH });
    const code = columns[place]?.code;
    if (code === undefined) return;
    const widths = { ...memory.widths };
    if (width === null) delete widths[code];
    else widths[code] = width;
    remember({ widths });
  });

  const startResize = useStable((event: PointerEvent, place: ColumnPlace) => {
    event.preventDefault();
    event.stopPropagation();
    const before = place === 'unit' ? unitWidth : (columns[place]?.width ?? 0);
    dragWidth(event, before, {
      onMove: (width) => setDraft({ place, width }),
      onEnd: (width) => {
        setDraft(null);
        if (width !== null) setWidth(place, width);
      },
    });
  });

  return { unitWidth, columns: shown, setWidth, startResize };
}

interface WidthDrag {
  readonly onMove: (width: number) => void;
  /** null: nothing changed, or the drag was cancelled. */
  readonly onEnd: (width: number | null) => void;
}

/** Follows the pointer from a press on a column's edge until it is released. */
function dragWidth(press: PointerEvent, before: number, { onMove, onEnd }: WidthDrag): void {
  const handle = press.currentTarget as HTMLElement;
  const from = press.clientX;
  let width = before;
  const move = (event: globalThis.PointerEvent) => {
    width = clampColumnWidth(before + event.clientX - from);
    onMove(width);
  };
  const end = (event: globalThis.PointerEvent) => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    onEnd(event.type === 'pointerup' && width !== before ? width : null);
  };
  handle.setPointerCapture(press.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}
