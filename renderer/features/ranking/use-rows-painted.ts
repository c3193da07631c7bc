import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

interface RowsPainted {
  readonly painted: boolean;
  /** The same for the rows of the document, which it does not render anew. */
  readonly jumps: RefObject<boolean>;
  /** To be called when the painted rows have arrived at their places. */
  readonly onArrived: () => void;
}

/** Where the system forces its own colours rows are not painted: those are known only to what is laid out. */
export function canPaintRows(): boolean {
  return !matchMedia('(forced-colors: active)').matches;
}

/** Whether the ranked rows are painted on a canvas: while weights are `moving`, and until the rows have arrived. */
export function useRowsPainted(moving: boolean): RowsPainted {
  const [arrived, setArrived] = useState(true);
  if (moving && arrived) setArrived(false);
  const onArrived = useCallback(() => setArrived(true), []);
  const painted = (moving || !arrived) && canPaintRows();
  const jumps = useRef(painted);
  useLayoutEffect(() => {
    jumps.current = painted;
  }, [painted]);
  return { painted, jumps, onArrived };
}
