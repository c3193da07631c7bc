import { useRef } from 'react';

/**
 * What `make` gives, but while things are `moving` what it gave last: for texts that nobody can follow at the pace of
 * frames and that cost more to make than all the rest, such as the spoken text of a row.
 */
export function useAtRest<Value>(moving: boolean, make: () => Value): Value {
  const last = useRef<{ readonly value: Value } | null>(null);
  if (!moving || last.current === null) last.current = { value: make() };
  return last.current.value;
}
