/*
 * In a drag the ranking follows the hand, and what is read follows now and then: sentences, profiles, bands. When all of it
 * falls into one frame the hand feels it. So what is read waits for a frame in which the ranking stands still, and takes it
 * for itself.
 */

type Work = () => void;

/** A ranking that moves in every frame must not keep the rest waiting for ever: a tenth of a second. */
const MOST_BUSY_FRAMES = 6;

const waiting = new Set<Work>();
let isAsked = false;
let isBusy = false;
let busyFrames = 0;

/** The ranking changes in the frame to come. */
export function noteBusyFrame(): void {
  isBusy = true;
}

/**
 * Does `work` in a frame to come in which neither the ranking nor other such work changes the page; in the order asked for.
 *
 * @returns takes it back
 */
export function inQuietFrame(work: Work): () => void {
  waiting.add(work);
  ask();
  return () => void waiting.delete(work);
}

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(takeFrame);
}

function takeFrame(): void {
  isAsked = false;
  const mustWait = isBusy && busyFrames < MOST_BUSY_FRAMES;
  isBusy = false;
  busyFrames = mustWait ? busyFrames + 1 : 0;
  const [next] = waiting;
  if (next === undefined) return;
  if (!mustWait) waiting.delete(next);
  ask();
  if (!mustWait) next();
}
