/** A way from one place to another that an eye can follow; places in pixels. */
export interface Glide {
  readonly from: number;
  readonly to: number;
  /** When it began, as `performance.now()` says. */
  readonly since: number;
}

/** Long enough to be followed, too short to be waited for. */
const GLIDE_MS = 150;

/** Where it is now: off at once, slower and slower towards the end. */
export function placeOf({ from, to, since }: Glide, now: number): number {
  const share = Math.min(1, Math.max(0, (now - since) / GLIDE_MS));
  // Whole pixels: text between two of them is blurred.
  return Math.round(from + (to - from) * (1 - (1 - share) ** 3));
}

/** It has arrived. */
export function isOver({ since }: Glide, now: number): boolean {
  return now - since >= GLIDE_MS;
}

export function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
