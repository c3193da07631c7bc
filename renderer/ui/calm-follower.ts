/** After so long without a change the hand rests: at the end of a track it stands for almost as long. */
export const PAUSE_MS = 500;

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
  let pause: ReturnType<typeof setTimeout> | null = null;
  let waitsSince = 0;
  const stop = () => {
    if (pause !== null) clearTimeout(pause);
    pause = null;
  };
  const moved = () => {
    const now = performance.now();
    if (pause === null) waitsSince = now;
    else clearTimeout(pause);
    pause = setTimeout(end, Math.max(0, Math.min(PAUSE_MS, waitsSince + calm.mostWait - now)));
  };
  const end = () => {
    if (calm.movesOn() && performance.now() - waitsSince < calm.mostWait) return moved();
    pause = null;
    follow();
  };
  return { moved, stop };
}
