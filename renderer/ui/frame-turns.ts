import { createFrameBudget } from './frame-budget.ts';

/*
 * A drag has to paint more than one frame holds: the ranking, the sliders beside the one under the hand, and what is read.
 * What would be late together is divided here: every frame paints so many pieces that the next one is still in time, as far as the frames before it tell. The
 * slider under the hand does not wait for its turn.
 */

/** A part of the page that is painted whole, in a frame to come. */
export interface Piece {
  /** About how many texts it changes: these are laid out anew, which costs more than all the rest. */
  readonly texts: number;
  /** With what is true when its turn comes. */
  readonly paint: () => void;
}

type Work = () => void;

/** Pieces that come in every frame must not keep quiet work waiting for ever: a tenth of a second. */
const MOST_BUSY_FRAMES = 6;

const pieces = new Set<Piece>();
const beside = new Set<Piece>();
const quiet = new Set<Work>();
const painted = new Set<Work>();
let isAsked = false;
let busyFrames = 0;
const budget = createFrameBudget();
/** When the frame before this one painted pieces; null: it painted none, and nothing can be learnt from it. */
let paintedAt: number | null = null;

/** Paints pieces in their order, as many a frame as it holds; one that waits already keeps its turn. */
export function paintInTurn(...more: readonly Piece[]): void {
  for (const piece of more) pieces.add(piece);
  ask();
}

/** Paints a piece in the next frame that the others leave room in; nobody waits for it. */
export function paintBeside(piece: Piece): void {
  beside.add(piece);
  ask();
}

/** The piece need not be painted any more. */
export function giveUpTurn(piece: Piece): void {
  pieces.delete(piece);
  beside.delete(piece);
}

/**
 * Does `work` in a frame to come in which no piece is painted and no other such work is done; in the order asked for. It is
 * for what is read rather than watched.
 *
 * @returns takes it back
 */
export function inQuietFrame(work: Work): () => void {
  quiet.add(work);
  ask();
  return () => void quiet.delete(work);
}

/** Resolves in the next frame that leaves no piece in turn: what is asked for then is painted after all of them. */
export function allPainted(): Promise<void> {
  return new Promise((resolve) => {
    painted.add(resolve);
    ask();
  });
}

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(takeFrame);
}

function takeFrame(now: number): void {
  isAsked = false;
  if (paintedAt !== null) budget.learn(now - paintedAt);
  paintedAt = null;
  const [work] = quiet;
  if (work !== undefined && (pieces.size === 0 || busyFrames >= MOST_BUSY_FRAMES)) {
    quiet.delete(work);
    busyFrames = 0;
    work();
  } else {
    busyFrames = work === undefined ? 0 : busyFrames + 1;
    if (pieces.size > 0) paintedAt = now;
    paintPieces();
  }
  if (pieces.size === 0) {
    for (const resolve of painted) resolve();
    painted.clear();
  }
  if (pieces.size + beside.size + quiet.size + painted.size > 0 || paintedAt !== null) ask();
}

function paintPieces(): void {
  let texts = 0;
  for (const waiting of [pieces, beside]) {
    for (const piece of waiting) {
      // One piece that is too large for any frame is painted all the same.
      if (texts > 0 && texts + piece.texts > budget.texts()) return;
      texts += piece.texts;
      waiting.delete(piece);
      piece.paint();
    }
  }
}
