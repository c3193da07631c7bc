/** News before this much is done tell of the beginning: workers that start, code that is still slow. */
const WARM_FRACTION = 0.02;
/** An estimate rests on at least this much of the work, and on this long a time. */
const LEAST_FRACTION = 0.05;
const LEAST_MS = 1500;
/** How far the newest estimate pulls the one that is shown. */
const PULL = 0.25;

/**
 * How long a run will still take, from its news: the fraction that is done (0..1) and the milliseconds since it was
 * asked for. Answers in whole seconds, or null while it is too early to say.
 */
export type TimeLeft = (fraction: number, elapsedMs: number) => number | null;

/** The pace counts from where the run was warm; the end it leads to is smoothed from one news to the next. */
export function timeLeft(): TimeLeft {
  let warm: { readonly fraction: number; readonly at: number } | null = null;
  let end: number | null = null;
  return (fraction, elapsedMs) => {
    if (fraction < WARM_FRACTION) return null;
    warm ??= { fraction, at: elapsedMs };
    const done = fraction - warm.fraction;
    const took = elapsedMs - warm.at;
    if (done < LEAST_FRACTION || took < LEAST_MS) return null;
    const newest = elapsedMs + ((1 - fraction) * took) / done;
    end = end === null ? newest : end + PULL * (newest - end);
    return Math.max(1, Math.ceil((end - elapsedMs) / 1000));
  };
}
