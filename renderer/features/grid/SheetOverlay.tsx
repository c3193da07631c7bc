import type { PointerEvent } from 'react';
import { isSingleCell, type Place, type Range } from './range.ts';
import { type Box, boxOf, type SheetGeometry } from './sheet-geometry.ts';

interface SheetOverlayProps {
  readonly geometry: SheetGeometry;
  readonly active: Place | null;
  readonly range: Range | null;
  /** Where a fill that is being dragged would reach. */
  readonly filling: Range | null;
  readonly onFillStart: (event: PointerEvent) => void;
}

/** The selection, drawn above the cells so that moving it draws no cell anew. */
export function SheetOverlay({ geometry, active, range, filling, onFillStart }: SheetOverlayProps) {
  if (active === null || range === null) return null;
  const { row, column } = active;
  const activeBox = boxOf({ top: row, bottom: row, left: column, right: column }, geometry);
  return (
    <div aria-hidden="true">
      {!isSingleCell(range) && (
        <div className="sheet-range" style={styleOf(boxOf(range, geometry))} />
      )}
      <div className="sheet-active" style={styleOf(activeBox)} />
      {filling !== null && (
        <div className="sheet-filling" style={styleOf(boxOf(filling, geometry))} />
      )}
      <FillHandle box={boxOf(range, geometry)} onPointerDown={onFillStart} />
    </div>
  );
}

function FillHandle({
  box,
  onPointerDown,
}: {
  box: Box;
  onPointerDown: (event: PointerEvent) => void;
}) {
  return (
    <div
      className="sheet-fill-handle"
      style={{ left: box.left + box.width - 4, top: box.top + box.height - 4 }}
      onPointerDown={onPointerDown}
    />
  );
}

function styleOf({ left, top, width, height }: Box) {
  return { left: left - 1, top: top - 1, width: width + 1, height: height + 1 };
}
