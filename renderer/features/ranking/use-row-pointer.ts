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

/** A pointer that moved less is a click. */
const DRAG_AFTER_PIXELS = 8;

interface Press {
  readonly unit: UnitCode;
  readonly x: number;
  readonly y: number;
}

/**
 * Click selects. Shift+click, or dropping one row onto another, asks why the one unit stands above the other.
 * `isRanked`: only ranked units can be compared.
 */
export function useRowPointer(isRanked: (unit: UnitCode) => boolean) {
  const press = useRef<Press | null>(null);
  const justDropped = useRef(false);
  const [dragged, setDragged] = useState<UnitCode | null>(null);
  /** The row that the dragged one would be compared with. */
  const [over, setOver] = useState<UnitCode | null>(null);

  const end = useCallback(() => {
    press.current = null;
    setDragged(null);
    setOver(null);
  }, []);

  useEffect(() => {
    if (dragged === null) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      justDropped.current = true;
      end();
    };
    addEventListener('keydown', cancel, { capture: true });
    return () => removeEventListener('keydown', cancel, { capture: true });
  }, [dragged, end]);

  return {
    dragged,
    over,
    end,
    onPointerDown(event: PointerEvent): void {
      justDropped.current = false;
      const unit = unitAt(event.target);
      // A finger scrolls.
      const drags = event.button === 0 && event.pointerType !== 'touch' && !event.shiftKey;
      press.current =
        unit !== null && drags && isRanked(unit)
          ? { unit, x: event.clientX, y: event.clientY }
          : null;
    },
    onPointerMove(event: PointerEvent): void {
      const start = press.current;
      if (start === null) return;
      if (event.buttons === 0) return end();
      const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
      if (dragged === null && moved < DRAG_AFTER_PIXELS) return;
      setDragged(start.unit);
      const unit = unitAt(document.elementFromPoint(event.clientX, event.clientY));
      setOver(unit !== null && unit !== start.unit && isRanked(unit) ? unit : null);
    },
    onPointerUp(): void {
      if (dragged !== null) {
        justDropped.current = true;
        if (over !== null) askWhy(dragged, over);
      }
      end();
    },
    onClick(event: MouseEvent): void {
      if (justDropped.current) return;
      const unit = unitAt(event.target);
      if (unit === null) return;
      const { unit: selected } = useSelection.getState();
      const compares =
        event.shiftKey && selected !== null && selected !== unit && isRanked(selected);
      if (compares && isRanked(unit)) askWhy(selected, unit);
      else selectUnit(unit);
    },
  };
}

function unitAt(target: EventTarget | null): UnitCode | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('.ranking-row[data-unit]');
  return (row?.dataset['unit'] as UnitCode | undefined) ?? null;
}
