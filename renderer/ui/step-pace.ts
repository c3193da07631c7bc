/** How many frames a step of a drag takes, so that they are in time. */
export interface StepPace {
  readonly frames: () => number;
  /** @param gap milliseconds between two frames of a drag */
  readonly learn: (gap: number) => void;
}

/** More than every third frame is not seen as movement any more. */
const MOST_FRAMES = 3;
/** Longer after the one before, a frame is later than a display of 60 in a second wants it. */
const LATE_MS = 20;
/** A late frame takes back what fifty timely ones have given: one frame in fifty is spent on finding the limit. */
const LOSS = 0.5;
const GAIN = 0.01;

/**
 * Slows down at once when a frame is late and becomes quicker by and by while they are in time, as senders do who do not know
 * what a line holds: how much a frame holds is different on every machine, and changes with what else it does.
 */
export function createStepPace(): StepPace {
  let frames = 1;
  return {
    frames: () => Math.round(frames),
    learn(gap) {
      frames = gap > LATE_MS ? Math.min(MOST_FRAMES, frames + LOSS) : Math.max(1, frames - GAIN);
    },
  };
}
