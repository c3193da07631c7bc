import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useSettings } from '../../stores/settings-store.ts';
import { NAME_LINES } from './column-width.ts';
import { columnStarts, type SheetColumn } from './sheet-columns.ts';
import type { SheetGeometry } from './sheet-geometry.ts';

/** In a lower panel the distributions give way to rows. */
const HISTOGRAMS_FROM = 320;

/** Is there room for the distributions above the rows? */
export function useRoomForHistograms(scrollerRef: RefObject<HTMLElement | null>): boolean {
  const [room, setRoom] = useState(true);
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const observer = new ResizeObserver(() => setRoom(scroller.clientHeight >= HISTOGRAMS_FROM));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scrollerRef]);
  return room;
}

/** The same as `--grid-row-height`: the window of rows is arithmetic. */
const ROW_HEIGHTS = { compact: 24, normal: 28, relaxed: 34 } as const;

export const GROUP_LINE_HEIGHT = 22;
const NAME_LINE_HEIGHT = 15;
const MEASURE_HEIGHT = 16;
const HISTOGRAM_HEIGHT = 16;
const HEAD_PADDING = 8;

export function useSheetGeometry(
  columns: readonly SheetColumn[],
  rows: number,
  unitWidth: number,
  histograms: boolean,
): SheetGeometry {
  const rowHeight = ROW_HEIGHTS[useSettings((state) => state.density)];
  return useMemo(
    () => ({
      rowHeight,
      headHeight:
        GROUP_LINE_HEIGHT +
        NAME_LINES * NAME_LINE_HEIGHT +
        MEASURE_HEIGHT +
        (histograms ? HISTOGRAM_HEIGHT : 0) +
        HEAD_PADDING,
      unitWidth,
      columnStarts: columnStarts(columns),
      rows,
    }),
    [rowHeight, histograms, unitWidth, columns, rows],
  );
}
