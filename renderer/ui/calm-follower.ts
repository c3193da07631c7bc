import { inQuietFrame } from './frame-turns.ts';

/** After so long without a change the hand rests. */
export const PAUSE_MS = 100;
/** While it moves on, what is read follows this often. */
const MOST_WAIT_MS = 1000;

export interface CalmFollower {
  /** What is followed has moved. */
  readonly moved: () => void;
  /** Follows no more, until it moves again. */
  readonly stop: () => void;
}

/**
 * Calls `follow` at each pause of what moves, and now and then while it moves on, so that the frames of a drag belong to
 * what follows in every one of them.
 */
export function calmFollower(follow: () => void): CalmFollower {
  let takeBack: (() => void) | null = null;
  let hasItsFrame = false;
  let waitsSince = 0;
  const stop = () => {
    takeBack?.();
    takeBack = null;
    hasItsFrame = false;
  };
  const takeFrame = () => {
    hasItsFrame = true;
    takeBack = inQuietFrame(() => {
      stop();
      follow();
    });
  };
  const moved = () => {
    if (hasItsFrame) return;
    const now = performance.now();
    if (takeBack === null) waitsSince = now;
    else takeBack();
    const wait = Math.min(PAUSE_MS, waitsSince + MOST_WAIT_MS - now);
    const pause = setTimeout(takeFrame, Math.max(0, wait));
    takeBack = () => clearTimeout(pause);
  };
  return { moved, stop };
}
