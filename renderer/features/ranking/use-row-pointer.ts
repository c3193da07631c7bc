import {
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { askWhy } from './compare-acts.ts';
import { rowAt, unitOf } from './row-at.ts';

/** A pointer that moved less is a click. */
const DRAG_AFTER_PIXELS = 8;

interface Press {
  readonly unit: UnitCode;
  readonly x: number;
  readonly y: number;
  /** It has moved too far for a click. */
  readonly drags: boolean;
}

/** A ranked unit that is being dragged. */
export interface RowDrag {
  readonly unit: UnitCode;
  /** The unit that it would be compared with if it were dropped now; null: none. */
  readonly over: UnitCode | null;
  /** Where to say what dropping does, in coordinates of the window. */
  readonly anchor: DOMRect;
}

/**
 * Click selects. Shift+click, or dropping one row onto another, asks why the one unit stands above the other.
 * `isRanked`: only ranked units can be compared.
 */
export function useRowPointer(isRanked: (unit: UnitCode) => boolean) {
  // A hand that is quick lets go before the last movement is drawn: what counts is here, the state is for the eye.
  const press = useRef<Press | null>(null);
  const justDragged = useRef(false);
  const [drag, setDrag] = useState<RowDrag | null>(null);

  const end = useCallback(() => {
    press.current = null;
    setDrag(null);
  }, []);

  const drags = drag !== null;
  useEffect(() => {
    if (!drags) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    addEventListener('keydown', cancel, { capture: true });
    return () => removeEventListener('keydown', cancel, { capture: true });
  }, [drags, end]);

  /** The ranked row under the pointer, other than the one that is dragged. */
  function targetAt(event: PointerEvent, dragged: UnitCode): HTMLElement | null {
    const row = rowAt(document.elementFromPoint(event.clientX, event.clientY));
    const unit = unitOf(row);
    return unit !== null && unit !== dragged && isRanked(unit) ? row : null;
  }

  return {
    drag,
    end,
    onPointerDown(event: PointerEvent): void {
      justDragged.current = false;
      const unit = unitOf(rowAt(event.target));
      // A finger scrolls.
      const canDrag = event.button === 0 && event.pointerType !== 'touch' && !event.shiftKey;
      press.current =
        unit !== null && canDrag && isRanked(unit)
          ? { unit, x: event.clientX, y: event.clientY, drags: false }
          : null;
    },
    onPointerMove(event: PointerEvent): void {
      const start = press.current;
      if (start === null) return;
      if (event.buttons === 0) return end();
      if (!start.drags) {
        const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
        if (moved < DRAG_AFTER_PIXELS) return;
        press.current = { ...start, drags: true };
        justDragged.current = true;
        // Also outside of the list it is this drag, and ends where the button is let go.
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const row = targetAt(event, start.unit);
      const over = unitOf(row);
      const { top, height } = row?.getBoundingClientRect() ?? { top: event.clientY, height: 0 };
      setDrag((shown) =>
        shown !== null && shown.over === over
          ? shown
          : { unit: start.unit, over, anchor: new DOMRect(event.clientX, top, 0, height) },
      );
    },
    onPointerUp(event: PointerEvent): void {
      const start = press.current;
      if (start?.drags === true) {
        const over = unitOf(targetAt(event, start.unit));
        if (over !== null) askWhy(start.unit, over);
      }
      end();
    },
    onClick(event: MouseEvent): void {
      if (justDragged.current) return;
      const unit = unitOf(rowAt(event.target));
      if (unit === null) return;
      const { unit: selected } = useSelection.getState();
      const compares =
        event.shiftKey && selected !== null && selected !== unit && isRanked(selected);
      if (compares && isRanked(unit)) askWhy(selected, unit);
      else selectUnit(unit);
    },
  };
}
