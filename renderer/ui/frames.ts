import { createStepPace } from './step-pace.ts';
import { createTurns } from './turns.ts';

/**
 * While something moves in every frame, what is read rather than watched follows with a frame for each piece of it, in which
 * no other such work is done: all of it together would be more than a frame holds.
 */
export const inFrameOfItsOwn = createTurns(() => 1);

/** Whoever waits has had its turn after so many frames: seven times a second at a display's usual pace. */
const FRAMES_OF_A_ROUND = 8;

/**
 * For figures beside what moves: a text that is laid out anew costs as much as everything else that moves, and nobody reads
 * them all in one frame.
 */
export const inTurn = createTurns((waiting) => Math.ceil(waiting / FRAMES_OF_A_ROUND));

const pace = createStepPace();
/** Frames are watched until so long after the last step. */
const WATCHED_MS = 250;
let watchedUntil = 0;
let isWatching = false;

/**
 * Resolves in the frame in which the next step of what moves may begin: the next one, or a later one where frames have been
 * late. What a step takes is then divided by itself: its answer comes in one frame and is painted in another.
 */
export async function nextStep(): Promise<void> {
  watchFrames();
  for (let frames = pace.frames(); frames > 0; frames--) await nextFrame();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

function watchFrames(): void {
  watchedUntil = performance.now() + WATCHED_MS;
  if (isWatching) return;
  isWatching = true;
  let before: number | null = null;
  const watch = (now: number) => {
    if (before !== null) pace.learn(now - before);
    before = now;
    isWatching = now < watchedUntil;
    if (isWatching) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}
