import { type MouseEvent, type RefObject, useState } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { rowAt, unitOf } from './row-at.ts';

/** The row whose menu is open, and where, in coordinates of the window. */
export interface AskedRow {
  readonly unit: UnitCode;
  /** The ranked unit that was selected before, to set the asked one against; null: none. */
  readonly other: UnitCode | null;
  readonly left: number;
  readonly top: number;
}

/** Opens the menu of a row: by the right button, or by the menu key for the selected row. The row is selected by it. */
export function useRowMenu(
  list: RefObject<HTMLElement | null>,
  rowId: (unit: UnitCode) => string,
  isRanked: (unit: UnitCode) => boolean,
) {
  const [asked, setAsked] = useState<AskedRow | null>(null);
  return {
    asked,
    onContextMenu(event: MouseEvent): void {
      const { unit: selected } = useSelection.getState();
      const pointed = rowAt(event.target);
      const row =
        pointed ??
        (selected === null
          ? null
          : list.current?.querySelector<HTMLElement>(`#${CSS.escape(rowId(selected))}`));
      const unit = unitOf(row ?? null);
      if (row === null || row === undefined || unit === null) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      const comparable = selected !== null && selected !== unit && isRanked(selected);
      selectUnit(unit);
      setAsked({
        unit,
        other: comparable && isRanked(unit) ? selected : null,
        left: pointed === null ? box.left : event.clientX,
        top: pointed === null ? box.bottom : event.clientY,
      });
    },
    close(): void {
      setAsked(null);
      list.current?.focus({ preventScroll: true });
    },
  };
}
