import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SheetGeometry } from './sheet-geometry.ts';
import { type SheetWindow, sheetWindow } from './sheet-window.ts';

const NOTHING: SheetWindow = { rowsFrom: 0, rowsTo: 0, columnsFrom: 0, columnsTo: 0 };

/** The part of the sheet that exists in the document, following scrolling and resizing. */
export function useSheetWindow(
  scrollerRef: RefObject<HTMLElement | null>,
  geometry: SheetGeometry,
): SheetWindow {
  const [shown, setShown] = useState(NOTHING);
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const follow = () => {
      const next = sheetWindow(scroller, geometry);
      setShown((before) => (isSame(before, next) ? before : next));
    };
    const onScroll = () => {
      // For the style sheet: see the unit names.
      scroller.toggleAttribute('data-scrolled-sideways', scroller.scrollLeft > 0);
      // What scrolls into view must be there in the same frame.
      flushSync(follow);
    };
    const observer = new ResizeObserver(follow);
    observer.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [scrollerRef, geometry]);
  return shown;
}

function isSame(a: SheetWindow, b: SheetWindow): boolean {
  return (
    a.rowsFrom === b.rowsFrom &&
    a.rowsTo === b.rowsTo &&
    a.columnsFrom === b.columnsFrom &&
    a.columnsTo === b.columnsTo
  );
}
