import { inFrameOfItsOwn } from './frames.ts';

/** After so long without a change the hand rests. */
export const PAUSE_MS = 100;

/** When to follow. */
export interface Calm {
  /** Milliseconds after which it follows although there was no pause; Infinity: it waits for one. */
  readonly mostWait: number;
  /** It will soon have moved on: what takes so long between two moves is no pause. */
  readonly movesOn: () => boolean;
}

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
export function calmFollower(follow: () => void, calm: Calm): CalmFollower {
  let takeBack: (() => void) | null = null;
  let hasItsFrame = false;
  let waitsSince = 0;
  const stop = () => {
    takeBack?.();
    takeBack = null;
    hasItsFrame = false;
  };
  const takeFrame = () => {
    if (calm.movesOn() && performance.now() - waitsSince < calm.mostWait) return moved();
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
    const wait = Math.min(PAUSE_MS, waitsSince + calm.mostWait - now);
    const pause = setTimeout(takeFrame, Math.max(0, wait));
    takeBack = () => clearTimeout(pause);
  };
  return { moved, stop };
}
