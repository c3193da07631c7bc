import { useState } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { RankedRow } from './ranking-rows.ts';
import type { Range } from './row-layout.ts';

/** Which element of the list shows which unit; the number is the element's key. */
export type Slots = ReadonlyMap<UnitCode, number>;

/** Units that stay keep their element; those that come into sight take over the elements of those that left it. */
export function assignSlots(before: Slots, units: readonly UnitCode[]): Slots {
  const staying = new Set(units);
  const taken = new Set<number>();
  for (const [unit, slot] of before) if (staying.has(unit)) taken.add(slot);
  const slots = new Map<UnitCode, number>();
  let free = 0;
  for (const unit of units) {
    let slot = before.get(unit);
    if (slot === undefined) {
      while (taken.has(free)) free += 1;
      slot = free;
      taken.add(slot);
    }
    slots.set(unit, slot);
  }
  return slots;
}

export interface SlottedRow {
  readonly row: RankedRow;
  /** Place in the list, from the top. */
  readonly place: number;
  readonly slot: number;
}

/**
 * The rows in sight, in their order, with the elements that show them. Scrolling over a thousand units brings other ones into
 * sight in every frame; new text in an old element costs a fraction of a new element.
 */
export function useRowSlots(
  rows: readonly RankedRow[],
  { from, to }: Range,
): readonly SlottedRow[] {
  const [slotted] = useState(slotKeeper);
  return slotted(rows, from, to);
}

type Sight = readonly [rows: readonly RankedRow[], from: number, to: number];

/** Remembers from one sight of the rows to the next; the same sight has the same answer. */
function slotKeeper(): (...sight: Sight) => readonly SlottedRow[] {
  let slots: Slots = new Map();
  let last: { readonly sight: Sight; readonly slotted: readonly SlottedRow[] } | null = null;
  return (...sight) => {
    if (last?.sight.every((part, at) => part === sight[at])) return last.slotted;
    const [rows, from, to] = sight;
    const inSight = rows.slice(from, to);
    slots = assignSlots(
      slots,
      inSight.map(({ unit }) => unit),
    );
    const slotted = inSight.map((row, at): SlottedRow => ({
      row,
      place: from + at,
      slot: slots.get(row.unit) ?? 0,
    }));
    last = { sight, slotted };
    return slotted;
  };
}
