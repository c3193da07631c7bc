import { type RefObject, useLayoutEffect } from 'react';
import { type Glide, isOver, placeOf, prefersLessMotion } from '../../ui/glide.ts';

/*
 * Rows glide to their new places. A transition of the style sheet would make a layer of each row that moves and of every
 * row drawn after it. So the rows are moved from here, inside the one layer of their list.
 */

interface Place {
  /** What the element showed there. */
  readonly subject: string;
  readonly top: number;
}

interface RowGlide extends Glide {
  readonly subject: string;
}

const places = new WeakMap<HTMLElement, Place>();
const glides = new Map<HTMLElement, RowGlide>();

/**
 * Keeps an element `top` pixels below the top of its list. It glides there when it showed the same subject before.
 *
 * @param jumps true at the moment: it is there at once, because it is painted meanwhile; null: it never is
 */
export function useGlide(
  element: RefObject<HTMLElement | null>,
  subject: string,
  top: number,
  jumps: RefObject<boolean> | null,
): void {
  useLayoutEffect(() => {
    if (element.current !== null)
      moveTo(element.current, { subject, top }, jumps?.current !== true);
  }, [element, subject, top, jumps]);
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
  for (const [element, glide] of glides) {
    draw(element, { subject: glide.subject, top: placeOf(glide, now) });
    if (isOver(glide, now) || !element.isConnected) glides.delete(element);
  }
  if (glides.size > 0) requestAnimationFrame(glideOn);
}

function draw(element: HTMLElement, place: Place): void {
  places.set(element, place);
  element.style.transform = `translateY(${place.top}px)`;
}
