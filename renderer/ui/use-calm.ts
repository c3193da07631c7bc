import { useEffect, useRef, useState } from 'react';

/** After so long without a change the hand rests. */
export const PAUSE_MS = 100;
/** While it moves on, what is read follows this often. */
export const MOST_WAIT_MS = 500;

/**
 * A value for what is read rather than watched: while things are `moving`, it follows at each pause and now and then in
 * between, so that the frames of a drag belong to what follows in every one of them. At rest it is the value.
 */
export function useCalm<Value>(value: Value, moving: boolean): Value {
  const [calm, setCalm] = useState(value);
  const waitsSince = useRef<number | null>(null);
  if (!moving && calm !== value) setCalm(value);
  useEffect(() => {
    if (!moving) {
      waitsSince.current = null;
      return;
    }
    const now = performance.now();
    waitsSince.current ??= now;
    const wait = Math.min(PAUSE_MS, waitsSince.current + MOST_WAIT_MS - now);
    const pause = setTimeout(
      () => {
        waitsSince.current = null;
        setCalm(value);
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(pause);
  }, [value, moving]);
  return moving ? calm : value;
}
