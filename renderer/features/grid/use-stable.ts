import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for the life of the component, which always runs the newest version of `latest`. */
export function useStable<Arguments extends unknown[], Result>(
  latest: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latestRef = useRef(latest);
  useLayoutEffect(() => {
    latestRef.current = latest;
  });
  return useCallback((...given: Arguments) => latestRef.current(...given), []);
}
