import { useState } from 'react';
import { selectCell, useSelection } from '../../stores/selection-store.ts';
import { clampPlace, type Place, type Range, rangeBetween } from './range.ts';
import type { CellRef, Sheet } from './sheet.ts';

export interface SheetSelection {
  /** The selected cell, from which the range spreads; null: none, or it is not shown. */
  readonly active: Place | null;
  readonly range: Range | null;
  /** The corner of the range across from the active cell. */
  readonly end: Place | null;
  readonly select: (place: Place) => void;
  readonly extendTo: (place: Place) => void;
  /** Selects a block; `active` is its upper left cell unless another of its cells is named. */
  readonly selectRange: (range: Range, active?: Place) => void;
}

/** The active cell is the selection that all panels share; the rest of a range belongs to the grid alone. */
export function useSheetSelection(sheet: Sheet): SheetSelection {
  const unit = useSelection((state) => state.unit);
  const node = useSelection((state) => state.node);
  const [block, setBlock] = useState<{ active: CellRef; from: CellRef; to: CellRef } | null>(null);

  const active = unit === null || node === null ? null : sheet.placeOf({ unit, indicator: node });
  // A selection made elsewhere is a single cell.
  const isBlock = block !== null && block.active.unit === unit && block.active.indicator === node;
  const from = isBlock ? (sheet.placeOf(block.from) ?? active) : active;
  const end = isBlock ? (sheet.placeOf(block.to) ?? active) : active;

  const take = (activePlace: Place, fromPlace: Place, toPlace: Place) => {
    const cells = [activePlace, fromPlace, toPlace].map((place) =>
      sheet.cellAt(clampPlace(place, sheet.extent)),
    );
    const [activeCell, fromCell, toCell] = cells;
    if (!activeCell || !fromCell || !toCell) return;
    setBlock({ active: activeCell, from: fromCell, to: toCell });
    selectCell(activeCell.unit, activeCell.indicator);
  };

  return {
    active,
    range: from === null || end === null ? null : rangeBetween(from, end),
    end,
    select: (place) => take(place, place, place),
    extendTo: (place) => take(active ?? place, active ?? place, place),
    selectRange: (range, at) => {
      const corner = { row: range.top, column: range.left };
      take(at ?? corner, corner, { row: range.bottom, column: range.right });
    },
  };
}
