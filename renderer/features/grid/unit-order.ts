import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';

/** How the rows were last put in order. `unit` orders by name; null stands for the published order. */
export interface UnitOrder {
  readonly by: NodeCode | 'unit';
  readonly direction: 'descending' | 'ascending';
  /** The order found then. It stays until the analyst sorts again: an edit moves no row away. */
  readonly units: readonly UnitCode[];
}

/** Units by value; equal ones keep their order, missing ones come last in either direction. */
export function orderByValue(
  units: readonly UnitCode[],
  valueOf: (unit: UnitCode) => number,
  direction: 'descending' | 'ascending',
): UnitCode[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return units.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}

/** Units by name, in the reading order of the language. */
export function orderByName(
  units: readonly UnitCode[],
  nameOf: (unit: UnitCode) => string,
  direction: 'descending' | 'ascending',
  language: string,
): UnitCode[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return units.toSorted((a, b) => sign * collator.compare(nameOf(a), nameOf(b)));
}

/** The units in the order that was chosen; those it does not know come at the end. */
export function arrange(units: readonly UnitCode[], order: UnitOrder | null): readonly UnitCode[] {
  if (order === null) return units;
  const existing = new Set(units);
  const ordered = order.units.filter((unit) => existing.has(unit));
  const known = new Set(ordered);
  return [...ordered, ...units.filter((unit) => !known.has(unit))];
}
