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

/** Resolves in the next frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
