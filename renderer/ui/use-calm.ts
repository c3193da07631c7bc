import { useEffect, useRef, useState } from 'react';
import { type CalmFollower, calmFollower } from './calm-follower.ts';

/**
 * A value for what is read rather than watched: while things are `moving`, it follows at each pause and now and then in
 * between. At rest it is the value.
 */
export function useCalm<Value>(value: Value, moving: boolean): Value {
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  const follower = useRef<CalmFollower | null>(null);
  if (!moving && calm !== value) setCalm(value);
  useEffect(() => {
    const own = calmFollower(() => setCalm(latest.current));
    follower.current = own;
    return own.stop;
  }, []);
  useEffect(() => {
    latest.current = value;
    if (moving) follower.current?.moved();
    else follower.current?.stop();
  }, [value, moving]);
  return moving ? calm : value;
}
