import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { boxOf, type SheetGeometry, spotAt } from './sheet-geometry.ts';
import type { HintTarget } from './SheetHint.tsx';

const DELAY_MS = 450;

interface SheetHintState {
  readonly hint: HintTarget | null;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly hideHint: () => void;
}

/** The hint for what the pointer rests on; gone as soon as it moves on, something is pressed or the sheet scrolls. */
export function useSheetHint(
  scrollerRef: RefObject<HTMLElement | null>,
  geometry: SheetGeometry,
): SheetHintState {
  const [hint, setHint] = useState<HintTarget | null>(null);
  const waitingRef = useRef<ReturnType<typeof setTimeout> | null>(null);
  const overRef = useRef('');

  const hideHint = () => {
    if (waitingRef.current !== null) clearTimeout(waitingRef.current);
    waitingRef.current = null;
    overRef.current = '';
    if (hint !== null) setHint(null);
  };

  useEffect(
    () => () => {
      if (waitingRef.current !== null) clearTimeout(waitingRef.current);
    },
    [],
  );

  const onPointerMove = (event: PointerEvent) => {
    if (event.buttons !== 0) return hideHint();
    const target = targetAt(event.clientX, event.clientY, scrollerRef.current, geometry);
    const key = keyOf(target);
    if (key === overRef.current) return;
    hideHint();
    overRef.current = key;
    if (target !== null) waitingRef.current = setTimeout(() => setHint(target), DELAY_MS);
  };

  return { hint, onPointerMove, hideHint };
}

function keyOf(target: HintTarget | null): string {
  if (target === null) return '';
  return target.kind === 'cell'
    ? `${target.place.row}/${target.place.column}`
    : `column/${target.column}`;
}

function targetAt(
  clientX: number,
  clientY: number,
  scroller: HTMLElement | null,
  geometry: SheetGeometry,
): HintTarget | null {
  if (scroller === null) return null;
  const bounds = scroller.getBoundingClientRect();
  const spot = spotAt(clientX - bounds.left, clientY - bounds.top, scroller, geometry);
  if (spot.zone === 'cell') {
    const { row, column } = spot.place;
    const box = boxOf({ top: row, bottom: row, left: column, right: column }, geometry);
    const left = bounds.left + box.left - scroller.scrollLeft;
    const top = bounds.top + box.top - scroller.scrollTop;
    return {
      kind: 'cell',
      place: spot.place,
      anchor: new DOMRect(left, top, box.width, box.height),
    };
  }
  if (spot.zone === 'head') {
    const { columnStarts, unitWidth, headHeight } = geometry;
    const start = columnStarts[spot.column] ?? 0;
    const end = columnStarts[spot.column + 1] ?? start;
    const left = bounds.left + unitWidth + start - scroller.scrollLeft;
    return {
      kind: 'column',
      column: spot.column,
      anchor: new DOMRect(left, bounds.top, end - start, headHeight),
    };
  }
  return null;
}
