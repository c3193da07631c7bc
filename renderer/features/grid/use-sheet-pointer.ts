import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { clampPlace, type Extent, type Place, type Range } from './range.ts';
import { placeAt, type SheetGeometry, type SheetSpot, spotAt } from './sheet-geometry.ts';
import { useStable } from './use-stable.ts';

interface PointerActions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly geometry: SheetGeometry;
  readonly extent: Extent;
  readonly range: Range | null;
  /** A press on the sheet; false: it does nothing now, and no drag begins. */
  readonly onPress: (spot: SheetSpot, extend: boolean) => boolean;
  readonly onExtend: (place: Place) => void;
  readonly onFill: (source: Range, target: Range) => void;
}

interface SheetPointer {
  /** What the fill that is being dragged would cover. */
  readonly filling: Range | null;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onFillStart: (event: PointerEvent) => void;
  readonly isOnCell: (event: MouseEvent) => boolean;
}

type Drag =
  | { readonly kind: 'select' }
  | { readonly kind: 'fill'; readonly source: Range; readonly target: Range };

/** Selecting and filling with the pointer; at the edge of the window the sheet scrolls along. */
export function useSheetPointer(actions: PointerActions): SheetPointer {
  const { scrollerRef } = actions;
  const [filling, setFilling] = useState<Range | null>(null);
  const dragRef = useRef<Drag | null>(null);
  const pointerRef = useRef({ x: 0, y: 0 });

  const follow = useStable(() => {
    const element = scrollerRef.current;
    if (element === null || dragRef.current === null) return;
    const bounds = element.getBoundingClientRect();
    const [x, y] = [pointerRef.current.x - bounds.left, pointerRef.current.y - bounds.top];
    const place = clampPlace(placeAt(x, y, element, actions.geometry), actions.extent);
    if (dragRef.current.kind === 'select') return actions.onExtend(place);
    const target = fillTarget(dragRef.current.source, place);
    dragRef.current = { ...dragRef.current, target };
    setFilling(target);
  });

  const finish = useStable((completed: boolean) => {
    const ended = dragRef.current;
    dragRef.current = null;
    setFilling(null);
    if (completed && ended?.kind === 'fill') actions.onFill(ended.source, ended.target);
  });

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      if (dragRef.current === null) return;
      pointerRef.current = { x: event.clientX, y: event.clientY };
      follow();
    };
    const onUp = () => finish(true);
    const onCancel = () => finish(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && dragRef.current !== null) finish(false);
    };
    // A drag goes on outside of the sheet.
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey);
    const scrolling = setInterval(() => {
      if (dragRef.current !== null) scrollAlong(scrollerRef.current, pointerRef.current, follow);
    }, 40);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey);
      clearInterval(scrolling);
    };
  }, [scrollerRef, follow, finish]);

  const onPointerDown = (event: PointerEvent) => {
    const element = scrollerRef.current;
    if (element === null || event.button !== 0 || isOnScrollbar(event, element)) return;
    const bounds = element.getBoundingClientRect();
    const spot = spotAt(
      event.clientX - bounds.left,
      event.clientY - bounds.top,
      element,
      actions.geometry,
    );
    // The field keeps the focus, and nothing is selected as text.
    event.preventDefault();
    pointerRef.current = { x: event.clientX, y: event.clientY };
    const begins = actions.onPress(spot, event.shiftKey);
    // A finger that moves scrolls.
    if (begins && spot.zone === 'cell' && event.pointerType !== 'touch') {
      dragRef.current = { kind: 'select' };
    }
  };

  const onFillStart = (event: PointerEvent) => {
    if (event.button !== 0 || actions.range === null) return;
    event.preventDefault();
    event.stopPropagation();
    dragRef.current = { kind: 'fill', source: actions.range, target: actions.range };
  };

  const isOnCell = (event: MouseEvent) => {
    const scroller = scrollerRef.current;
    if (scroller === null) return false;
    const { left, top } = scroller.getBoundingClientRect();
    const spot = spotAt(event.clientX - left, event.clientY - top, scroller, actions.geometry);
    return spot.zone === 'cell';
  };

  return { filling, onPointerDown, onFillStart, isOnCell };
}

/** The source, stretched in the one direction in which the pointer is farther from it. */
function fillTarget(source: Range, { row, column }: Place): Range {
  const down = Math.max(0, row - source.bottom);
  const up = Math.max(0, source.top - row);
  const right = Math.max(0, column - source.right);
  const left = Math.max(0, source.left - column);
  if (Math.max(down, up) >= Math.max(left, right)) {
    return { ...source, top: source.top - up, bottom: source.bottom + down };
  }
  return { ...source, left: source.left - left, right: source.right + right };
}

function isOnScrollbar(event: PointerEvent, element: HTMLElement): boolean {
  const bounds = element.getBoundingClientRect();
  return (
    event.clientX - bounds.left >= element.clientWidth ||
    event.clientY - bounds.top >= element.clientHeight
  );
}

function scrollAlong(
  element: HTMLElement | null,
  pointer: { x: number; y: number },
  follow: () => void,
): void {
  if (element === null) return;
  const bounds = element.getBoundingClientRect();
  const beyond = (position: number, from: number, to: number) =>
    position < from ? position - from : Math.max(0, position - to);
  const left = beyond(pointer.x, bounds.left, bounds.left + element.clientWidth);
  const top = beyond(pointer.y, bounds.top, bounds.top + element.clientHeight);
  if (left === 0 && top === 0) return;
  element.scrollBy({ left, top, behavior: 'instant' });
  follow();
}
