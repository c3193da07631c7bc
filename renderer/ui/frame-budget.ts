/** How many texts a frame may change and still be in time. */
export interface FrameBudget {
  readonly texts: () => number;
  /** @param gap milliseconds from a frame that used the budget to the next one that the browser gave */
  readonly learn: (gap: number) => void;
}

/** What two processors that also draw it on the screen can lay out and paint: a place to begin. */
const TEXTS_AT_FIRST = 24;
/** Four rows of the ranking, however slow the machine is: fewer hardly make a frame shorter. */
const FEWEST_TEXTS = 20;
/** As many as are ever in sight. */
const MOST_TEXTS = 400;
/** Longer after the one before, a frame is later than a display of 60 in a second wants it. */
const LATE_MS = 20;
/** A late frame takes back what about fifty timely ones have given: one frame in fifty is spent on finding the limit. */
const SHARE_KEPT = 0.7;
const GAIN = 0.15;

/**
 * Grows slowly while frames are in time and shrinks at once when one is late, as senders do who do not know what a line
 * holds (additive increase, multiplicative decrease): how much a frame holds is different on every machine, and changes
 * with what else it does.
 */
export function createFrameBudget(): FrameBudget {
  let texts = TEXTS_AT_FIRST;
  return {
    texts: () => texts,
    learn(gap) {
      texts =
        gap > LATE_MS
          ? Math.max(FEWEST_TEXTS, texts * SHARE_KEPT)
          : Math.min(MOST_TEXTS, texts + GAIN);
    },
  };
}
