import { useState } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { RankedRow } from './ranking-rows.ts';
import type { Range } from './row-layout.ts';

/** Which element of the list shows which unit; the number is the element's key. */
export type Slots = ReadonlyMap<UnitCode, number>;

/** Every element stays at its place in sight and shows the unit that is there. */
export function slotsByPlace(units: readonly UnitCode[]): Slots {
  return new Map(units.map((unit, place) => [unit, place]));
}

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
 * The rows in sight, in their order, with the elements that show them. A drag over a thousand units brings other ones into
 * sight in every frame; new text in an old element costs a fraction of a new element.
 *
 * @param byPlace elements stay at their places instead of with their units, so that some of them can change before others
 */
export function useRowSlots(
  rows: readonly RankedRow[],
  { from, to }: Range,
  byPlace: boolean,
): readonly SlottedRow[] {
  const [slotted] = useState(slotKeeper);
  return slotted(rows, from, to, byPlace);
}

/**
 * The rows as the document has them: in their order, by which they are read. While weights are `moving` each element keeps
 * its place in the document and only its place on screen changes, which costs neither style nor layers.
 */
export function inDocument(rows: readonly SlottedRow[], moving: boolean): readonly SlottedRow[] {
  return moving ? rows.toSorted((a, b) => a.slot - b.slot) : rows;
}

type Sight = readonly [rows: readonly RankedRow[], from: number, to: number, byPlace: boolean];

/** Remembers from one sight of the rows to the next; the same sight has the same answer. */
function slotKeeper(): (...sight: Sight) => readonly SlottedRow[] {
  let slots: Slots = new Map();
  let last: { readonly sight: Sight; readonly slotted: readonly SlottedRow[] } | null = null;
  return (...sight) => {
    if (last?.sight.every((part, at) => part === sight[at])) return last.slotted;
    const [rows, from, to, byPlace] = sight;
    const inSight = rows.slice(from, to);
    const units = inSight.map(({ unit }) => unit);
    slots = byPlace ? slotsByPlace(units) : assignSlots(slots, units);
    const slotted = inSight.map((row, at): SlottedRow => ({
      row,
      place: from + at,
      slot: slots.get(row.unit) ?? 0,
    }));
    last = { sight, slotted };
    return slotted;
  };
}
