import type { UnitCode } from '../../../../shared/model/ids.ts';

/** More rows than this are no picture; a filter finds the others. */
export const MOST_ROWS = 60;

/**
 * The rows to draw: those whose name contains the filter, the first `MOST_ROWS` of them, and the selected unit among them
 * wherever it stands.
 */
export function shownRows<Row extends { readonly unit: UnitCode }>(
  rows: readonly Row[],
  filter: string,
  nameOf: (unit: UnitCode) => string,
  selected: UnitCode | null,
  most = MOST_ROWS,
): Row[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const found = rows.filter(({ unit }) => nameOf(unit).toLocaleLowerCase().includes(wanted));
  const first = found.slice(0, most);
  if (found.length <= most || first.some(({ unit }) => unit === selected)) return first;
  const own = found.find(({ unit }) => unit === selected);
  return own === undefined ? first : [...first.slice(0, most - 1), own];
}
