import { inFrameOfItsOwn } from './frames.ts';

/** After so long without a change the hand rests. */
export const PAUSE_MS = 100;

export interface CalmFollower {
  /** What is followed has moved. */
  readonly moved: () => void;
  /** Follows no more, until it moves again. */
  readonly stop: () => void;
}

/**
 * Calls `follow` at each pause of what moves, and now and then while it moves on, so that the frames of a drag belong to
 * what follows in every one of them.
 *
 * @param mostWait milliseconds after which it follows although there was no pause; Infinity: it waits for one
 */
export function calmFollower(follow: () => void, mostWait: number): CalmFollower {
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
    takeBack = inFrameOfItsOwn(() => {
      stop();
      follow();
    });
  };
  const moved = () => {
    if (hasItsFrame) return;
    const now = performance.now();
    if (takeBack === null) waitsSince = now;
    else takeBack();
    const wait = Math.min(PAUSE_MS, waitsSince + mostWait - now);
    const pause = setTimeout(takeFrame, Math.max(0, wait));
    takeBack = () => clearTimeout(pause);
  };
  return { moved, stop };
}
