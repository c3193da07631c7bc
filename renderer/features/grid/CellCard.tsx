import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from './sheet-geometry.ts';

interface CellCardProps {
  /** The cell it belongs to, on the canvas. */
  readonly box: Box;
  readonly scrollerRef: RefObject<HTMLElement | null>;
  /** Space at the top of the scroller that the head covers. */
  readonly headHeight: number;
  readonly children: ReactNode;
}

const GAP = 4;

/** A card at a cell: below it, or above it where there is no room, and never beyond the visible sides. */
export function CellCard({ box, scrollerRef, headHeight, children }: CellCardProps) {
  const cardRef = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const { left, top, height } = box;

  useLayoutEffect(() => {
    const [card, scroller] = [cardRef.current, scrollerRef.current];
    if (card === null || scroller === null) return;
    const follow = () => setPlace(placeCard(card, scroller, { left, top, height }, headHeight));
    // At once, so that it is never seen elsewhere. It needs no hiding until then: what is hidden cannot take the focus,
    // and a key pressed right after the first letter may lead into it.
    follow();
    // Its height changes with what it says.
    const observer = new ResizeObserver(follow);
    observer.observe(card);
    return () => observer.disconnect();
  }, [left, top, height, headHeight, scrollerRef]);

  return (
    <div ref={cardRef} className="cell-card" style={place}>
      {children}
    </div>
  );
}

function placeCard(
  card: HTMLElement,
  scroller: HTMLElement,
  cell: Omit<Box, 'width'>,
  headHeight: number,
): { left: number; top: number } {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
  const below = cell.top + cell.height + GAP;
  const above = cell.top - GAP - card.offsetHeight;
  const fitsBelow = below + card.offsetHeight <= scrollTop + clientHeight;
  const fitsAbove = above >= scrollTop + headHeight;
  const rightmost = scrollLeft + clientWidth - card.offsetWidth - GAP;
  return {
    left: Math.max(scrollLeft + GAP, Math.min(cell.left, rightmost)),
    top: fitsBelow || !fitsAbove ? below : above,
  };
}
