import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

interface RowsPainted {
  readonly painted: boolean;
  /** The same for the rows of the document, which it does not render anew. */
  readonly jumps: RefObject<boolean>;
  /** To be called when the painted rows have arrived at their places. */
  readonly onArrived: () => void;
}

/**
 * Whether the ranked rows are painted on a canvas: while weights are `moving`, and until the rows have arrived. Where the
 * system forces its own colours they are not: those are known only to what is laid out.
 */
export function useRowsPainted(moving: boolean): RowsPainted {
  const [arrived, setArrived] = useState(true);
  if (moving && arrived) setArrived(false);
  const onArrived = useCallback(() => setArrived(true), []);
  const painted = (moving || !arrived) && !matchMedia('(forced-colors: active)').matches;
  const jumps = useRef(painted);
  useLayoutEffect(() => {
    jumps.current = painted;
  }, [painted]);
  return { painted, jumps, onArrived };
}
