import { type RefObject, useLayoutEffect } from 'react';

/*
 * Rows glide to their new places. A transition of the style sheet would make a layer of each row that moves and of every
 * row drawn after it, in every step of a drag: without a graphics processor that took a third of each frame. So the rows
 * are moved from here, inside the one layer of their list.
 */

interface Place {
  /** What the element showed there. */
  readonly subject: string;
  readonly top: number;
}

interface Glide {
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  readonly since: number;
}

/** Long enough to be followed, too short to be waited for. */
const GLIDE_MS = 150;

const places = new WeakMap<HTMLElement, Place>();
const glides = new Map<HTMLElement, Glide>();

/**
 * Keeps an element `top` pixels below the top of its list. It glides there when it showed the same subject before.
 *
 * @param mayGlide false: it is there at once, because more move than an eye can follow
 */
export function useGlide(
  element: RefObject<HTMLElement | null>,
  subject: string,
  top: number,
  mayGlide: boolean,
): void {
  useLayoutEffect(() => {
    if (element.current !== null) moveTo(element.current, { subject, top }, mayGlide);
  }, [element, subject, top, mayGlide]);
}

function moveTo(element: HTMLElement, to: Place, mayGlide: boolean): void {
  const from = places.get(element);
  const isSeenToMove = mayGlide && from?.subject === to.subject && !prefersLessMotion();
  if (isSeenToMove) glideTo(element, from.top, to);
  else placeAt(element, to);
}

function glideTo(element: HTMLElement, from: number, { subject, top }: Place): void {
  if ((glides.get(element)?.to ?? from) === top) return;
  if (glides.size === 0) requestAnimationFrame(glideOn);
  glides.set(element, { subject, from, to: top, since: performance.now() });
}

function placeAt(element: HTMLElement, place: Place): void {
  glides.delete(element);
  draw(element, place);
}

function glideOn(now: number): void {
  for (const [element, { subject, from, to, since }] of glides) {
    const share = Math.min(1, Math.max(0, (now - since) / GLIDE_MS));
    // Whole pixels: text between two of them is blurred.
    draw(element, { subject, top: Math.round(from + (to - from) * easedOut(share)) });
    if (share === 1 || !element.isConnected) glides.delete(element);
  }
  if (glides.size > 0) requestAnimationFrame(glideOn);
}

/** Off at once, slower and slower towards the end. */
function easedOut(share: number): number {
  return 1 - (1 - share) ** 3;
}

function draw(element: HTMLElement, place: Place): void {
  places.set(element, place);
  element.style.transform = `translateY(${place.top}px)`;
}

function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
