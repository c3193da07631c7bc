import { createStepPace } from './step-pace.ts';

/*
 * While something moves in every frame, what is read rather than watched follows with a frame for each piece of it: all of
 * it together would be more than a frame holds.
 */

type Work = () => void;

const waiting = new Set<Work>();
let isAsked = false;

/**
 * Does `work` in a frame to come in which no other such work is done; in the order asked for.
 *
 * @returns takes it back
 */
export function inFrameOfItsOwn(work: Work): () => void {
  waiting.add(work);
  askForFrame();
  return () => void waiting.delete(work);
}

function askForFrame(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  requestAnimationFrame(takeFrame);
}

function takeFrame(): void {
  isAsked = false;
  const [work] = waiting;
  if (work === undefined) return;
  waiting.delete(work);
  askForFrame();
  work();
}

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
