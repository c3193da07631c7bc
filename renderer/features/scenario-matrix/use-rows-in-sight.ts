import { type RefObject, useEffect, useState } from 'react';
import { useViewport } from '../../ui/use-viewport.ts';

interface RowsInSight {
  /** Position of the first row that is laid out, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly rowHeight: number;
  readonly viewHeight: number;
}

/** Rows beyond both edges: quick scrolling finds them there, and a small table is always whole. */
const BEYOND = 30;
/** They come and go so many at a time, so that most frames of scrolling lay nothing out. */
const STEP = 10;
/** Until one is laid out. */
const SUPPOSED_ROW_HEIGHT = 28;

/**
 * Which rows of a long table are laid out; all are of one height.
 *
 * @param scroll the element in which the table scrolls
 * @param body has the rows that are laid out
 */
export function useRowsInSight(
  scroll: RefObject<HTMLElement | null>,
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
): RowsInSight {
  const { top, height } = useViewport(scroll);
  const [rowHeight, setRowHeight] = useState(SUPPOSED_ROW_HEIGHT);
  // Another density makes other rows.
  useEffect(() => {
    const rows = body.current;
    if (rows === null) return;
    const observer = new ResizeObserver(() => {
      const laidOut = rows.rows[0]?.getBoundingClientRect().height ?? 0;
      if (laidOut > 0) setRowHeight(laidOut);
    });
    observer.observe(rows);
    return () => observer.disconnect();
  }, [body]);
  const first = inSteps(Math.floor, top / rowHeight - BEYOND);
  const end = inSteps(Math.ceil, (top + height) / rowHeight + BEYOND);
  return {
    from: Math.min(Math.max(0, first), Math.max(0, count - 1)),
    to: Math.min(count, end),
    rowHeight,
    viewHeight: height,
  };
}

function inSteps(round: (steps: number) => number, row: number): number {
  return round(row / STEP) * STEP;
}
