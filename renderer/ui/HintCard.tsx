import { Portal } from '@blueprintjs/core';
import { type ReactNode, useCallback, useState } from 'react';

interface HintCardProps {
  /** What the hint is about, in coordinates of the window. */
  readonly anchor: DOMRect;
  readonly children: ReactNode;
}

const GAP = 6;

/**
 * One floating card for a whole list, instead of a tooltip for each of its thousand cells. It cannot be pointed at; all
 * it says is also in the text equivalents of the list.
 */
export function HintCard({ anchor, children }: HintCardProps) {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  // A portal puts its content into the page later than the effects of the one who asked for it.
  const measure = useCallback(
    (card: HTMLDivElement | null) => {
      if (card === null) return;
      const { offsetWidth: width, offsetHeight: height } = card;
      const below = anchor.bottom + GAP;
      const fits = below + height <= window.innerHeight;
      setPlace({
        left: Math.max(GAP, Math.min(anchor.left, window.innerWidth - width - GAP)),
        top: fits ? below : Math.max(GAP, anchor.top - GAP - height),
      });
    },
    [anchor],
  );
  return (
    <Portal>
      <div
        className="hint-card"
        ref={measure}
        aria-hidden="true"
        style={place === null ? { visibility: 'hidden' } : { left: place.left, top: place.top }}
      >
        {children}
      </div>
    </Portal>
  );
}
