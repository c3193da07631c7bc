/*
 * While something moves in every frame, figures beside it are written in turn: a text that is laid out anew costs as much as
 * everything else that moves, and nobody reads them all in one frame.
 */

type Work = () => void;

/** Whoever waits has had its turn after so many frames: seven times a second at a display's usual pace. */
const FRAMES_OF_A_ROUND = 8;

const waiting = new Set<Work>();
let isAsked = false;

/**
 * Does `work` in one of the next frames, after what already waits; asked for again before, it keeps its place.
 *
 * @returns takes it back
 */
export function inTurn(work: Work): () => void {
  waiting.add(work);
  askForFrame();
  return () => void waiting.delete(work);
}

function askForFrame(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  requestAnimationFrame(takeTurns);
}

function takeTurns(): void {
  isAsked = false;
  const turns = [...waiting].slice(0, Math.ceil(waiting.size / FRAMES_OF_A_ROUND));
  for (const work of turns) waiting.delete(work);
  askForFrame();
  for (const work of turns) work();
}
